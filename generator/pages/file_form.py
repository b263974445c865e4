"""The page /rediger/fil/: a form for any content file, made from the model of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.addresses.moves import SECTIONS
from generator.editing.form.files import MODELS, MORE_OF_EVENTS
from generator.editing.form.outline import Options, Outline, outline
from generator.editing.form.rules import day_rules, text_rules
from generator.model.after import After
from generator.model.content import Content
from generator.model.folders import PROGRAMME
from generator.model.site import Site
from generator.pages import rounds
from generator.pages.context import SiteContext
from generator.pages.page import GUIDE, Crumb, Fetched, Page
from generator.pages.values import programme_people
from generator.text.letters import folded

TITLE = "Ret en side"
_ONLY = {"arrangement": MORE_OF_EVENTS}


def file_form(context: SiteContext) -> Page:
    """Return the page with the form. Its script fetches the file that the address names, and builds the questions."""
    rules = _rules(context)
    values = {
        "title": TITLE,
        "rules_url": rules.address,
        "mail": context.site.contacts.mail,
        "people": programme_people(context.site),
        "owners": [*((area.slug, area.name) for area in context.site.areas), (PROGRAMME, context.site.programme.name)],
    }
    description = "En formular til jer, der skriver: Ret oplysningerne om et område, fortællingen, stederne eller en idé."
    crumbs = (GUIDE, Crumb(TITLE, None))
    return Page(
        urls.FILE_FORM, "file-form.html", TITLE, description, values, colour="yellow", hidden=True, crumbs=crumbs, fetched=(rules,)
    )


def _rules(context: SiteContext) -> Fetched:
    """Return the file with what the form's script needs to know of each model."""
    options = _options(context.site)
    known: dict[str, Any] = {
        "outlines": {"side": _PAGE, **{name: _outline(name, model, options, context) for name, model in MODELS.items()}},
        "report": list(_report(options)),
        "taken": sorted(_taken(context.site)),
        "text": text_rules(),
        "days": day_rules(),
        "named": {folded(name): value for name, value in context.site.values.items()},
    }
    return Fetched.of(urls.form_rules(urls.FILE_FORM), known)


_PAGE: list[Outline] = [
    {"key": "title", "title": "Titel", "kind": "text", "required": True, "most": 70, "help": "Sidens adresse følger den."},
    {
        **{"key": "description", "title": "Resumé", "kind": "text", "required": True, "most": 160},
        "help": "Én eller to linjer om siden, til søgning og til dem, der deler den.",
    },
]
"""What is asked of a new page of content/ beside its text. The keys are the engine's."""


def _taken(site: Site) -> Iterator[str]:
    """Yield the names that a new page of content/ cannot have: somebody might look for something else there."""
    yield from SECTIONS
    yield from (page.url.partition("/")[0] for page in site.pages)
    yield from (language.code for language in site.languages)
    yield from (area.slug for area in site.areas)


def _outline(name: str, model: type[Content], options: Options, context: SiteContext) -> list[dict[str, Any]]:
    """Return the outline of a model. With one round, nobody is asked for an area's rounds."""
    fields = outline(model, options, _ONLY.get(name, ()))
    return fields if rounds.several(context) else [field for field in fields if field["key"] != "runder"]


_AT_ONCE: dict[str, dict[str, Any]] = {
    "dato": {"help": ""},
    "antal": {"help": "Skriv ca. foran et skøn."},
    "optælling": {"help": "", "choices": [("talt", "Talt"), ("billetter", "Efter billetter"), ("skøn", "Et skøn")]},
    "hjælpere": {"title": "Hvor mange hjalp", "help": "Uden løn."},
    "timer": {"title": "Hvor mange timer", "help": "I alt for dem alle."},
    "tekst": {},
}
"""What is asked the day after on one screen of a phone, in shorter words; the rest of it is folded."""
_AGREED = [("ja", "Ja, de har sagt ja"), ("forældrene", "Ja, barnets forældre har sagt ja"), ("nej", "Nej, det skal væk fra siden")]


def _report(options: Options) -> Iterator[Outline]:
    """Yield the questions of how an event went."""
    for field in outline(After, options):
        for inner in field.get("fields", ()):
            if inner["key"] == "samtykke" and not field.get("picture"):
                inner.update(kind="choice", choices=_AGREED)
        short = _AT_ONCE.get(field["key"])
        yield {**field, "more": True} if short is None else {**field, "example": "", **short}


def _options(site: Site) -> dict[str, list[tuple[str, str]]]:
    """Return what one can choose where a file names a core element, a step or an area by its key."""
    elements = [(element.key, element.title) for element in site.programme.core_elements]
    return {
        "kerneelementer": elements,
        "kerneelement": elements,
        "trin": list({step.key: (step.key, step.title) for each in site.rounds for step in each.timeline.steps}.values()),
        "runde": [(each.name, each.title) for each in site.rounds],
        "område": [(area.slug, area.name) for area in site.areas],
    }
