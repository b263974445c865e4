"""Checks of what areas write in Markdown. The build sanitises it and goes on; here the writer hears what does not come through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from generator.addresses.site import Addresses
from generator.markdown.clean import SCHEMES
from generator.markdown.lint import Finding, FindingKind, findings
from generator.model.area import Status
from generator.model.event import EventFacts
from generator.model.reports import written_reports
from generator.model.site import Site
from generator.problems.problem import Problem, did_you_mean, quoted
from generator.problems.rules import text as rules
from generator.problems.rules.reading import FIELDS_BELOW, HIDDEN_LETTER
from generator.problems.rules.rule import Rule
from generator.reading.places import problem_in_field, problem_in_text
from generator.reading.settings import read_settings

_HOST = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:dk|com|org|net|eu|nu|info)(?:[/:?]|$))", re.IGNORECASE)
_SITE = re.compile(r"[^\s.]+(?:\.[^\s.]+)+\.?")
_MAILBOX = re.compile(r"[^\s@]+@[^\s@.]+\.[^\s@]")
_NUMBER = re.compile(r"\+?[\s().-]*\d")
_MOST_PROBLEMS = 20
"""In one text: who has made so many has made one mistake many times."""

_FIELD = r"[a-zæøå][\w ]*+:(?:[ \t][^\n]*+)?\n"
_BELOW = rf"[ \t]*+(?:- )?{_FIELD}"
_KNOWN = "|".join(map(re.escape, EventFacts.field_keys()))
_FIELDS_BELOW = re.compile(
    r"(?:[ \t]*+\n)*+(?:[ \t]*+(?:status|statustekst|ændringer|eksempel):[ \t\n]"
    rf"|(?:(?=(?:{_KNOWN}):)|[ \t]++(?:- )?){_FIELD}{_BELOW}"
    rf"|[ \t]*+{_FIELD}(?:{_BELOW}|[ \t]++[^\n]++\n|- [^\n]*+\n)*+---[ \t]*+(?:\n|\Z))"
)
"""Fields at the beginning of a text: one that could take the event back, two of an event's, or such as end with `---` like those
above it. Sentences begin with a capital."""

_STATE_BELOW = re.compile(r"^(?:status:[ \t]*(?:aflyst|udsat|flyttet)\b|ændringer:[ \t]*$)", re.MULTILINE)
"""A field that would take the event or a date of it back, anywhere in a text, as it is spelt in a file."""

_IN_MARKDOWN = {
    **dict.fromkeys(("iframe", "video", "audio", "embed", "object"), "Skriv et link til siden i stedet."),
    **dict.fromkeys(("script", "style"), "Slet det, også det, der står imellem."),
}
_Wrong = tuple[str, Rule] | None
"""A message with its rule; None where nothing is wrong."""


def fields_stand_above_the_text(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no field of an event stands in its text, where it would be shown and not be heeded."""
    for event in site.all_events():
        offset = field_below(event.text)
        if offset is not None:
            message = "Her står felter i teksten. Flyt dem op over linjen med «---», eller slet den linje, der deler felterne."
            yield problem_in_text(root, event.source, offset, message, FIELDS_BELOW)


def field_below(text: str) -> int | None:
    """Return the letter (from 0) of a text at which fields begin that are meant to be heeded; None where there are none."""
    if ":" not in text:
        return None
    if _FIELDS_BELOW.match(text):
        return len(text) - len(text.lstrip())
    state = _STATE_BELOW.search(text)
    return state.start() if state else None


def texts_come_through(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that links in texts lead somewhere, and that nothing in them is left out of the page."""
    shown = read_settings(root).examples
    all_addresses, addresses = (Addresses.of(root, site, examples=examples) for examples in (True, shown))
    for text in _texts(site):
        places = _Places(all_addresses if text.example else addresses, all_addresses)
        found = ((finding, _wrong_with(places, text.pictures, finding)) for finding in findings(text.written))
        wrong = ((finding, said) for finding, said in found if said)
        for finding, (message, rule) in islice(wrong, _MOST_PROBLEMS):
            if text.field:
                yield problem_in_field(root, text.path, text.field, text.written, finding.offset, message, rule)
            else:
                yield problem_in_text(root, text.path, finding.offset, message, rule)


class _Places(NamedTuple):
    """The addresses that one text may lead to, and all those there would be if examples were shown."""

    shown: Addresses
    every: Addresses


class _Text(NamedTuple):
    """One text with its file, the field that pictures beside it stand in, and its own field where it stands in one.

    An `example` is read only where examples are shown, and may then lead to others.
    """

    path: str
    pictures: str
    written: str
    example: bool
    field: str = ""


def _texts(site: Site) -> Iterator[_Text]:
    for area in site.areas:
        example = area.status is Status.EXAMPLE
        yield _Text(area.story_source, "billeder i area.yml", area.story, example)
        for field, written in (("udfordring", area.challenge), ("vision", area.vision), ("idé", area.idea)):
            yield _Text(area.source, "billeder", written or "", example, field)
    for event in site.all_events():
        yield _Text(event.source, "billede øverst i filen", event.text, event.example)
        for _, _, after in written_reports(event):
            for written in (after.text, after.lesson):
                yield _Text(event.source, "billeder under efter", written or "", event.example, "efter")
    for story in site.all_stories():
        yield _Text(story.source, "billede øverst i filen", story.text, story.example)
    for idea in site.ideas:
        yield _Text(idea.source, "", idea.text, idea.example)


def _wrong_with(places: _Places, pictures: str, finding: Finding) -> _Wrong:
    match finding.kind:
        case FindingKind.LINK:
            return _link(places, finding.value)
        case FindingKind.EMPTY_LINK:
            return "Linket har ingen tekst. Skriv i de kantede parenteser, hvad man finder.", rules.EMPTY_LINK
        case FindingKind.PICTURE:
            return _picture(pictures, finding), rules.PICTURE_IN_TEXT
        case FindingKind.TAG:
            cure = _IN_MARKDOWN.get(finding.value, "Slet det, og lad teksten stå.")
            return f"«<{finding.value}>» bliver fjernet, når siden laves. {cure}", rules.HTML
        case FindingKind.ATTRIBUTE:
            return f"«{finding.value}» i «<{finding.about}>» bliver fjernet, når siden laves. Slet det.", rules.HTML
        case FindingKind.EMPTY_HEADING:
            return "Overskriften er tom. Skriv den efter #, eller slet linjen.", rules.EMPTY_HEADING
        case FindingKind.APART:
            return "Der er mellemrum mellem ] og ( i linket. Slet det.", rules.WRITTEN_OTHERWISE
        case FindingKind.SWAPPED:
            words, _, address = finding.value.strip("()[]").partition(")[")
            return f"Parenteserne i linket er byttet om. Skriv [{words}]({address}).", rules.WRITTEN_OTHERWISE
        case FindingKind.DECEIVING:
            return f"«{finding.about}» er et tegn, der kan narre (U+{ord(finding.value):04X}). Slet det.", HIDDEN_LETTER


def _picture(field: str, finding: Finding) -> str:
    shown = f"Billedet {quoted(finding.value)} vises ikke i teksten."
    if not field:
        return f"{shown} Slet det."
    described = "med fil, beskrivelse og foto" if finding.about else "med fil, foto og en beskrivelse af, hvad man ser"
    return f"{shown} Skriv det under {field} {described}."


def _link(places: _Places, address: str) -> _Wrong:
    if not address.strip():
        return "Linket mangler en adresse. Skriv [vores side](https://www.example.org).", rules.WRITTEN_OTHERWISE
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return f"Linket {quoted(address)} kan ikke læses. Skriv for eksempel https://www.example.org.", rules.BAD_LINK
    if parts.scheme and parts.scheme.lower() in SCHEMES:
        return _outward(address, parts)
    if parts.scheme and re.match(r"[a-z][a-z0-9+.-]*:", address.strip(), re.IGNORECASE) and "." not in parts.scheme:
        return (
            f"Linket {quoted(address)} bliver fjernet. Skriv et, der begynder med https://, mailto:, tel: eller /.",
            rules.BAD_LINK,
        )
    if "@" in parts.path and "/" not in parts.path:
        return f"Linket {quoted(address)} mangler mailto:. Skriv mailto:{parts.path}.", rules.BAD_LINK
    if parts.netloc or _HOST.match(address.strip()):
        return f"Linket {quoted(address)} mangler https://. Skriv https://{address.strip().lstrip('/')}.", rules.BAD_LINK
    return _own_link(places, address, unquote(parts.path))


def _outward(address: str, parts: SplitResult) -> _Wrong:
    """Return what is wrong with a link to the web, a mailbox or a phone, whose address must be whole."""
    if parts.scheme.lower() in ("http", "https") and "@" in (parts.netloc or parts.path.lstrip("/\\").partition("/")[0]):
        return f"Linket {quoted(address)} bliver fjernet. Skriv adressen uden det, der står før @.", rules.BAD_LINK
    whole, example = {
        "mailto": (_MAILBOX.match(unquote(parts.path)), "mailto:kontakt@example.org"),
        "tel": (_NUMBER.match(unquote(parts.path)), "tel:+4512345678"),
    }.get(parts.scheme, (_SITE.fullmatch(parts.hostname or ""), "https://www.example.org"))
    if whole:
        return None
    return (
        f"Adressen {quoted(address)} er ikke hel. Skriv den hel og uden mellemrum, for eksempel {example}.",
        rules.WRITTEN_OTHERWISE,
    )


def _own_link(places: _Places, address: str, path: str) -> _Wrong:
    """Return what is wrong with a link to a page of the site's own, which begins with `/`."""
    if path.startswith("/") and places.shown.has(path[1:]):
        return None
    if path.startswith("/") and places.every.has(path[1:]):
        return f"Linket {quoted(address)} fører til et eksempel, og dem viser siden ikke mere. Slet linket.", rules.DEAD_LINK
    page = places.shown.meant_by(path)
    if page is not None:
        return f"Linket {quoted(address)} skrives anderledes. Skriv /{page}.", rules.DEAD_LINK
    near = did_you_mean(path if path.startswith("/") else f"/{path}", places.shown.near(path))
    cure = near or " Skriv sidens adresse fra den første skråstreg, for eksempel /det-sker/."
    return f"Linket {quoted(address)} fører ikke nogen steder hen.{cure}", rules.DEAD_LINK
