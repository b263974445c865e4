"""From an issue that carries the form's file to what it proposes: read as a mail is, with its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

from generator.editing.form.attachment import GITHUB, Sources
from generator.editing.form.issue import LONGEST_BODY
from generator.editing.form.write import ProposedFile
from generator.editing.mail.block import blocks, outside_blocks
from generator.editing.mail.message import Attachment, Mail
from generator.editing.mail.proposal import MailProposal, propose_from
from generator.problems.problem import RefusedError
from generator.text.sanitise import line

_MOST_PICTURES = 10
_SHOWN = re.compile(
    r"!\[(?P<alt>[^\]\n]{0,200})\]\(\s*(?P<at>https?://[^\s)]{1,4000})|<img\b(?P<inside>[^>]{1,5000})>", re.IGNORECASE
)
_BARE = re.compile(r"https://[^\s<>()\"'\]\[]{1,4000}")
_ALT, _AT = re.compile(r"\balt=\"([^\"]{0,200})\""), re.compile(r"\bsrc=\"(https?://[^\"\s]{1,4000})\"")
_ENDING = re.compile(r"\.(?:jpe?g|png|webp)$", re.IGNORECASE)
_TOO_LONG = f"Teksten er for lang: højst {LONGEST_BODY} bogstaver."
_ELSEWHERE = "Et billede skal være trukket ind i sagen. Fra andre steder på nettet henter vi intet."
_UNUSED = "{}: Filen viser ikke det billede, så det er ikke taget med. Vælg billedet i formularen, og send det igen derfra."

Fetch = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class FileProposal:
    """What one issue proposes: files, and the number of pictures that it brings. Its `mail` holds what was found in it.

    The pictures are fetched when the proposal is approved; until then a plain one stands in for each, so that all else is checked.
    """

    number: int
    mail: MailProposal
    offered: int = 0

    @property
    def sound(self) -> bool:
        return self.mail.sound

    @property
    def files(self) -> tuple[ProposedFile, ...]:
        return self.mail.files

    @property
    def branch(self) -> str:
        """Return the issue's own branch, so that a changed issue changes the branch it had. Nothing in it is anybody's text."""
        return f"formular/{self.number}"

    @property
    def paths(self) -> tuple[str, ...]:
        """Return what is to be written, from the project's top; the files first."""
        return tuple(path for path, _ in self.mail.contents())


def carries_file(body: str) -> bool:
    """Return whether an issue holds a file as the form writes it, whole or not."""
    return len(body) <= LONGEST_BODY and any(True for _ in blocks(body))


def propose_files(
    root: Path, number: int, body: str, now: datetime | None = None, fetch: Fetch | None = None, sources: Sources = GITHUB
) -> FileProposal:
    """Return what an issue proposes for the content below `root`, which is not changed.

    Only with `fetch` is a picture fetched. One that cannot be used is left out, and the rest goes on without it.
    """
    if len(body) > LONGEST_BODY:
        return FileProposal(number, MailProposal("", faults=(_TOO_LONG,)))
    named = dict(_dropped(outside_blocks(body)))
    ours = {address: name for address, name in named.items() if sources.may_be_named(address)}
    notes = [_ELSEWHERE] if len(ours) < len(named) else []
    attached = []
    for address, name in [*ours.items()][:_MOST_PICTURES]:
        try:
            attached.append(Attachment(name, fetch(address) if fetch else _stand_in()))
        except RefusedError as error:
            notes.append(str(error))
    omitted = max(0, len(ours) - _MOST_PICTURES)
    found = propose_from(root, Mail("", "", (body,), tuple(attached), omitted), now)
    used = tuple(picture for picture in found.pictures if picture.used)
    notes += [_UNUSED.format(picture.name) for picture in found.pictures if not picture.used]
    return FileProposal(number, replace(found, pictures=used, notes=(*notes, *found.notes)), len(used))


def _dropped(text: str) -> Iterator[tuple[str, str]]:
    """Yield the address of each picture in a text, and the name that GitHub gave it."""
    shown: Mapping[str, str] = {address: name for address, name in map(_address_and_name, _SHOWN.finditer(text)) if address}
    for address in dict.fromkeys((*shown, *(each for each in _BARE.findall(text) if GITHUB.may_be_named(each)))):
        name = line(shown.get(address, ""))
        yield address, name if _ENDING.search(name) else f"{name or 'billede'}.jpg"


def _address_and_name(match: re.Match[str]) -> tuple[str, str]:
    if match["at"]:
        return match["at"], match["alt"]
    alt, at = _ALT.search(match["inside"]), _AT.search(match["inside"])
    return at[1] if at else "", alt[1] if alt else ""


def _stand_in() -> bytes:
    """Return a picture that everything may be made of, in place of one that is not fetched yet."""
    from PIL import Image  # most issues have no picture

    out = BytesIO()
    Image.new("RGB", (1600, 1200)).save(out, "JPEG")
    return out.getvalue()
