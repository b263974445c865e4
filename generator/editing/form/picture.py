"""The picture that comes with an event: what is asked about it, and how it comes into the event's file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.editing.form.attachment import GITHUB, Sources
from generator.editing.form.fields import AGREED, ALLOWED, ALT, CREDIT, NOBODY, PEOPLE, PICTURE, Fault, form_fields
from generator.editing.form.write import ProposedFile, Value, Values, entry
from generator.problems.rules import files as rules

_ADDRESS = re.compile(r"""https?://[^\s<>()"'\]\[]+""", re.IGNORECASE)
_FIELDS = {field.name: field for field in form_fields()}
_LEFT_OUT = "Ellers kommer billedet ikke med."


@dataclass(frozen=True, slots=True)
class OfferedPicture:
    """A picture that was dropped into an issue, with what a page says of it. `consent`: those one can recognise have agreed."""

    address: str
    alt: str
    credit: str
    consent: bool = False


def offered_picture(values: Values, sources: Sources = GITHUB) -> tuple[OfferedPicture | None, tuple[Fault, ...]]:
    """Return the picture of an issue's answers, None where there is none or it may not be used, and what to say about it.

    Nothing is fetched. Whatever is wrong with a picture, the event goes on without it.
    """
    texts = {name: str(values.get(name, "")) for name in (PICTURE, ALT, CREDIT, ALLOWED, PEOPLE)}
    if not any(texts[name] for name in (PICTURE, ALT, CREDIT)):
        return None, ()
    named = dict.fromkeys(match[0] for match in _ADDRESS.finditer(texts[PICTURE]))
    ours = [address for address in named if sources.may_be_named(address)]
    missing = tuple(_missing(texts, found=bool(ours)))
    if missing:
        return None, missing
    picture = OfferedPicture(ours[0], texts[ALT], texts[CREDIT], texts[PEOPLE] == AGREED)
    several = "Et arrangement har ét billede, så kun det første kommer med."
    return picture, (_fault(PICTURE, several),) if len(named) > 1 else ()


def put_into(root: Path, file: ProposedFile, number: int, picture: OfferedPicture) -> tuple[ProposedFile, str]:
    """Return an event's file with its picture, and the path from `root` at which the picture's own file is to be written."""
    path = PurePosixPath(file.path)
    folder, name = path.parent.parent / "images", f"{path.stem}.jpg"
    if os.path.lexists(root / folder / name):
        name = f"{path.stem}-{number}.jpg"
    front, fence, body = file.text.partition("\n---\n")
    text = front + "\n" + picture_lines(name, picture) + fence.removeprefix("\n") + body
    return file._replace(text=text), str(folder / name)


def picture_lines(name: str, picture: OfferedPicture) -> str:
    """Return `billede:` as it stands in an event's file, for the picture `name` in the folder `images`."""
    held: dict[str, Value] = {"fil": [f"images/{name}"], "beskrivelse": [picture.alt], "foto": [picture.credit]}
    return entry(PICTURE, {**held, **({"samtykke": ["ja"]} if picture.consent else {})})


def _missing(texts: dict[str, str], *, found: bool) -> Iterator[Fault]:
    """Yield why a picture may not be used, by the question it is about."""
    if not found:
        instead = "Fra andre steder på nettet henter vi intet." if texts[PICTURE] else "Der er ikke noget billede i feltet."
        yield _fault(PICTURE, f"{instead} Træk billedet ind i feltet. {_LEFT_OUT}", rules.PICTURE_UNFETCHED.code)
        return
    if not texts[ALT]:
        message = f"Skriv det for dem, der ikke kan se billedet. {_LEFT_OUT}"
        yield _fault(ALT, message, rules.PICTURE_TEXT.code)
    if not texts[CREDIT]:
        yield _fault(CREDIT, f"Skriv, hvem vi skal takke. {_LEFT_OUT}")
    for name in (ALT, CREDIT):
        most = _FIELDS[name].most
        if most and len(texts[name]) > most:
            yield _fault(name, f"Svaret er for langt: højst {most} bogstaver. {_LEFT_OUT}")
    if texts[ALLOWED] != "ja":
        yield _fault(ALLOWED, f"Den, der har taget billedet, skal have sagt ja. {_LEFT_OUT}")
    if texts[PEOPLE] not in (NOBODY, AGREED):
        message = f"Spørg dem, man kan genkende (for børn forældrene), og vælg så «{AGREED}». {_LEFT_OUT}"
        yield _fault(PEOPLE, message, rules.CONSENT.code)


def _fault(name: str, message: str, code: str = "") -> Fault:
    return Fault(_FIELDS[name].title, message, code)
