"""What GitHub reads: the issue forms, and who is asked about which folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator import urls
from generator.editing.form.fields import FormField, form_fields
from generator.editing.schema import NOTICE
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.owners import Owners

ENTRY_FORM = ".github/ISSUE_TEMPLATE/arrangement.yml"
ENTRY_LABEL = "arrangement"
CORRECTION_LABEL = "rettelse"
FILE_FORM = ".github/ISSUE_TEMPLATE/formular.yml"
FILE_LABEL = "formular"

_Form = dict[str, Any]


def entry_form(slugs: Sequence[str], mail: str) -> str:
    """Return the form for a new event.

    Areas are chosen by their folders' names, for a name that an area changes would make this file stale, and everyone's tests fail.
    """
    welcome = (
        "Her kan du sende et arrangement til siden. Kun felterne med stjerne skal udfyldes. "
        "Bagefter får du svar her i sagen, og intet bliver offentligt, før det er set igennem. "
        f"Skriv kun det, alle må læse. Har du spørgsmål, så skriv til {mail}."
    )
    fields = form_fields({slug: slug for slug in slugs})
    return _form(
        "Nyt arrangement",
        "Send et arrangement, som skal stå på siden.",
        "Arrangement: ",
        ENTRY_LABEL,
        [_text_block(welcome), *map(_question, fields)],
    )


def correction_form(mail: str) -> str:
    """Return the form for something that is wrong on a page."""
    welcome = f"Skriv kun det, alle må læse. Andet kan du sende til {mail}."
    body = [
        _text_block(welcome),
        _input("side", "Side", "Adressen på siden.", "https://…", required=True),
        _area("galt", "Hvad er forkert?", "Skriv det, der står nu.", None, required=True),
        _area("rigtigt", "Hvad skal der stå?", "Skriv det, som det skal være.", None, required=False),
    ]
    return _form("Noget er forkert på en side", "Skriv, hvis en side skal rettes.", "Rettelse: ", CORRECTION_LABEL, body)


def file_form(mail: str) -> str:
    """Return the form that carries a file of the site's own form, and the pictures that belong to it."""
    welcome = (
        "Det her er fra formularen på siden. Træk billederne ind i feltet Billeder, hvis der er nogen, og gem sagen. "
        "Bagefter får du svar her i sagen, og intet bliver offentligt, før det er set igennem. "
        f"Det, der står her, kan alle læse. Har du spørgsmål, så skriv til {mail}."
    )
    pictures = (
        "Træk billederne herind, eller vælg dem med knappen under feltet. Lad det være tomt, hvis formularen ikke bad om nogen."
    )
    held = _area(
        "fil", "Fil", "Formularen har skrevet den. Er feltet tomt, så sæt det ind her, som du kopierede.", None, required=True
    )
    held["attributes"]["render"] = "text"
    body = [_text_block(welcome), _area("billeder", "Billeder", pictures, None, required=False), held]
    return _form(
        "En fil fra formularen", "Åbnes af formularen på siden, når noget skal rettes.", "Fra formularen: ", FILE_LABEL, body
    )


def chooser(site_url: str | None, mail: str) -> str:
    """Return what stands beside the forms.

    A link there must begin with https://, so a mail address can only be read; without the site's own address there is none.
    """
    if site_url is None:
        return _yaml({"blank_issues_enabled": False})
    link = {
        "name": "Skriv en mail i stedet",
        "url": f"{site_url.rstrip('/')}/{urls.CONTACT}",
        "about": f"Uden konto på GitHub: Skriv til {mail}, eller find telefonnumrene her.",
    }
    return _yaml({"blank_issues_enabled": False, "contact_links": [link]})


def code_owners(owners: Owners) -> str:
    """Return the file that says who is asked to approve what.

    The last line that fits a file counts; the staff may approve for every area.
    """
    lines = [f"# {NOTICE}", f"# Who owns what stands in {OWNERS_FILE}."]
    if owners.staff:
        lines.append(" ".join(["*", *map(_mention, owners.staff)]))
    for slug, accounts in sorted(owners.areas.items()):
        if accounts:
            lines.append(" ".join([f"/areas/{slug}/", *map(_mention, dict.fromkeys((*accounts, *owners.staff)))]))
    return "\n".join(lines) + "\n"


def _mention(account: str) -> str:
    return f"@{account}"


def _question(field: FormField) -> _Form:
    if field.kind in ("choice", "choices"):
        options = [option.title for option in field.choices]
        attributes: _Form = {"label": field.title, "description": field.help, "options": options}
        if field.kind == "choices":
            attributes["multiple"] = True
        return _element("dropdown", field.name, attributes, field.required)
    ask = _area if field.kind in ("long", "picture") else _input
    return ask(field.name, field.title, field.help, field.example, required=field.required)


def _input(name: str, label: str, description: str, example: str | None, *, required: bool) -> _Form:
    return _element("input", name, _attributes(label, description, example), required)


def _area(name: str, label: str, description: str, example: str | None, *, required: bool) -> _Form:
    return _element("textarea", name, _attributes(label, description, example), required)


def _attributes(label: str, description: str, example: str | None) -> _Form:
    return {"label": label, "description": description, **({"placeholder": example} if example else {})}


def _element(kind: str, name: str, attributes: Mapping[str, Any], required: bool) -> _Form:
    return {"type": kind, "id": name, "attributes": dict(attributes), "validations": {"required": required}}


def _text_block(text: str) -> _Form:
    return {"type": "markdown", "attributes": {"value": text}}


def _form(name: str, description: str, title: str, label: str, body: Sequence[_Form]) -> str:
    return _yaml({"name": name, "description": description, "title": title, "labels": [label], "body": list(body)})


def _yaml(value: Mapping[str, Any]) -> str:
    return f"# {NOTICE}\n" + yaml.safe_dump(dict(value), allow_unicode=True, sort_keys=False, width=10_000)
