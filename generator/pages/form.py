"""The page /rediger/arrangement/: a form for a new event, and for the correction of an existing one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.danish.dates import parse_day
from generator.editing.form.fields import (
    ALLOWED,
    ALT,
    CHOOSE_PICTURE,
    CREDIT,
    PEOPLE,
    PICTURE,
    PICTURE_STEP,
    FormField,
    correction_fields,
    form_fields,
)
from generator.editing.form.rules import form_rules
from generator.media.dots import PROGRAMME_DOT
from generator.model.membership import ended
from generator.pages.context import SiteContext
from generator.pages.event_card import STATUSES
from generator.pages.page import GUIDE, Crumb, Fetched, Page
from generator.pages.values import programme_people

TITLE = "Tilføj et arrangement"
_CONTROLS = {"sted": "place", "gentag": "repetition", "undtagen": "days"}
_OF_PICTURE = (ALT, CREDIT, ALLOWED, PEOPLE)
_BLOCKS = {
    **dict.fromkeys(("start_kl", "slut_kl"), "hours"),
    **dict.fromkeys(("gentag_til", "undtagen"), "repeats"),
    **dict.fromkeys(("sted_navn", "sted_adresse", "sted_postnummer", "sted_by", "sted_vej"), "place"),
    **dict.fromkeys(("trinfri", "handicaptoilet", "parkering", "sprog", "english", "ogsaa_i", "hjaelpere"), "more"),
    **dict.fromkeys(_OF_PICTURE, "picture"),
    **dict.fromkeys(("foer_dag", "foer_kl", "foer_sted"), "moved"),
}
"""Questions that stand side by side, or are asked only when they matter."""
_LEGENDS = {"Status": "Hvordan står det til?", "Billede": PICTURE_STEP, "Om": "Om arrangementet"}
_WORDS = {
    PICTURE: ("Billede", CHOOSE_PICTURE),
    "sted": ("Sted", "Vælg et af jeres steder, eller skriv et nyt."),
    "gentag": ("Gentages det?", "Vælg dagen først. Så passer valgene til den."),
    "gentag_til": ("Gentages til og med", "Den sidste dag, det kan være."),
    "undtagen": (
        "Dage, I springer over",
        "Sæt kryds ved de dage, hvor det ikke er. De forsvinder bare. Skal gæsterne se, at en dag er aflyst, så ret den for sig.",
    ),
    "status": ("Status", "Er det aflyst eller flyttet, så sig det her. Slet ikke arrangementet."),
}
"""What the form says where a choice stands instead of words to write."""


def form(context: SiteContext) -> Page:
    """Return the page with the form."""
    rules = _rules(context)
    values = {
        "title": TITLE,
        "groups": [
            {"name": name, "legend": _LEGENDS.get(name, name), "blocks": list(_blocks(group))}
            for name, group in groupby(_fields(context), key=lambda field: field.group)
        ],
        "rules_url": rules.address,
        "mail": context.site.contacts.mail,
        "people": programme_people(context.site),
        "card": _blank_card(),
    }
    description = "En formular til jer, der skriver for et lokalområde: Tilføj et arrangement, eller ret et, der er på siden."
    crumbs = (GUIDE, Crumb(TITLE, None))
    return Page(urls.FORM, "event-form.html", TITLE, description, values, colour="yellow", crumbs=crumbs, fetched=(rules,))


def _rules(context: SiteContext) -> Fetched:
    """Return the file with what the form's script needs to know."""
    states = {state.value: shown for state, shown in STATUSES.items()}
    return Fetched.of(urls.form_rules(urls.FORM), {**form_rules(_fields(context)), "states": states})


def _fields(context: SiteContext) -> list[FormField]:
    today = context.now.date()
    asked = form_fields({area.slug: area.name for area in context.site.areas if ended(area, today) is None})
    return sorted((*correction_fields(), *asked), key=lambda field: field.group == "Billede")


def _blocks(fields: Iterable[FormField]) -> Iterator[dict[str, Any]]:
    """Yield the questions that stand together, with the name of their block. The name is empty for questions that are always
    asked."""
    for name, asked in groupby(fields, key=lambda field: _BLOCKS.get(field.name, "")):
        yield {"name": name, "fields": [_question(field) for field in asked]}


def _question(field: FormField) -> dict[str, Any]:
    title, help_text = _WORDS.get(field.name, (field.title, field.help))
    return {
        "name": field.name,
        "title": title,
        "help": formatting.capital(help_text),
        "example": None if field.name in _CONTROLS else _example(field),
        "required": field.required or field.name in _OF_PICTURE,
        "control": _CONTROLS.get(field.name, field.kind),
        "choices": [{"value": value, "title": formatting.capital(name)} for value, name in field.choices],
    }


def _example(field: FormField) -> str | None:
    """Return an example as a person would write it; None where one chooses."""
    if field.kind == "date" and field.example:
        return formatting.plain_day(parse_day(field.example))
    return None if field.kind in ("choice", "choices") else field.example


def _blank_card() -> dict[str, Any]:
    """Return a card that has a place for everything the form's script fills in."""
    filled = (
        *("weekday", "day", "month", "status", "status_text", "title", "area", "areas"),
        *("time", "where", "booking", "series", "price", "was"),
    )
    empty = ("summary", "year", "came")
    return {
        **dict.fromkeys(filled, "-"),
        **dict.fromkeys(empty),
        "state": "next",
        "state_text": None,
        "start": "2026-01-01",
        "link": urls.FORM,
        "example": False,
        "off": False,
        "dot": PROGRAMME_DOT,
    }
