"""The pictures of a mail: checked, made small and named, for the folder of the one whose file they belong to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.editing.form.write import file_name
from generator.editing.mail.message import Attachment
from generator.media import photos
from generator.model.values import Picture
from generator.problems.problem import RefusedError
from generator.text.documents import is_document
from generator.text.letters import slug

_NO_PICTURE = "Den er ikke et billede til siden, så den er ikke taget med."
_OTHER_DOCUMENT = "Den er ikke læst. Står arrangementet i den, så bed om det i selve mailen eller som .docx."
_WRAPPED = (
    "Outlook har pakket det vedhæftede ind, så ingen kan læse det. Bed afsenderen sende det igen som HTML eller almindelig tekst."
)
_WIDEST = 2_400
_LEAST = 300
"""Pixels: what is narrower and lower is a signature's logo, or nothing that a page can show."""
_ENDINGS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG": ".png", b"RIFF": ".webp"}
_NAMED_AS_PICTURE = re.compile(r".*\.(?:jpe?g|png|webp|heic|heif|gif|bmp|tiff?|avif|svg)|image/.*", re.IGNORECASE)
_FROM_CAMERA = re.compile(
    r"(?:(?:img|images?|dsc[fn]?|pxl|photos?|fotos?|billeder?|unnamed|inline|attachment|whatsapp|screenshot|at|jpe?g|png|e|\d+|[\da-f]{8,})(?:-|$))*"
)
_USED = re.compile(r"\bimages/[a-z0-9][a-z0-9_-]*\.jpe?g\b")


class PictureFile(NamedTuple):
    """A picture to be: its path from the project's top, what the sender called it, and whether a file of the mail shows it."""

    path: str
    content: bytes
    name: str
    used: bool


def picture_files(
    root: Path, attachments: Iterable[Attachment], folder: str, owner: str, text: str
) -> tuple[list[PictureFile], list[str]]:
    """Return the pictures among the attachments, and what to say of the rest.

    `folder` is the area's, `owner` the name of the file that they belong to, and `text` what that says: a picture that it names and
    that is not there yet gets that name.
    """
    found: list[tuple[str, bytes]] = []
    said: list[str] = []
    for attachment in attachments:
        try:
            content = _small(attachment)
        except RefusedError as error:
            said.append(f"{attachment.name}: {error}")
            continue
        if content:
            found.append((attachment.name, content))
        elif not is_document(attachment.content):
            said.append(f"{attachment.name}: {_why_not(attachment)}")
    names = _names(root / folder, [name for name, _ in found], owner, text)
    used = set(_USED.findall(text))
    return [
        PictureFile(f"{folder}/{to}", content, name, to in used) for (name, content), to in zip(found, names, strict=True)
    ], said


def _why_not(attachment: Attachment) -> str:
    if attachment.name.lower() == "winmail.dat":
        return _WRAPPED
    is_text = attachment.content.startswith(b"%PDF") or attachment.name.lower().endswith((".doc", ".pages", ".rtf"))
    return _OTHER_DOCUMENT if is_text else _NO_PICTURE


def still_to_write(picture: PictureFile) -> Iterator[str]:
    """Yield the lines of `billede:` for a picture, with what has to be written in each."""
    yield "billede:"
    for field in Picture.model_fields.values():
        if field.alias == "fil":
            yield f"  fil: images/{picture.path.rpartition('/')[2]}"
        elif field.annotation is not bool:
            yield f"  {field.alias}:  # {field.description}"


def _small(attachment: Attachment) -> bytes | None:
    """Return a picture as a JPEG that a page needs, without metadata; None for what is none or too small. Raise RefusedError."""
    content = attachment.content
    ending = next((ending for begin, ending in _ENDINGS.items() if content.startswith(begin)), "")
    if not ending and not _NAMED_AS_PICTURE.fullmatch(attachment.name):
        return None
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"billede{ending}"
        file.write_bytes(content)
        width, height = photos.size(file)
        if max(width, height) < _LEAST:
            return None
        factor = min(1, _WIDEST / max(width, height))
        return photos.smaller(file, str(file), "jpg", max(1, round(width * factor)), max(1, round(height * factor)))


def _names(folder: Path, sent: list[str], owner: str, text: str) -> list[str]:
    """Return a name in `images/` for each picture: one that the text waits for, else its own, else that of the file."""
    wanted = [path for path in dict.fromkeys(_USED.findall(text)) if not os.path.lexists(folder / path)]
    own = [file_name(stem) if not _FROM_CAMERA.fullmatch(stem := slug(name.rpartition(".")[0])) else owner for name in sent]
    taken: list[str] = []
    for place, stem in enumerate(own):
        same = next((path for path in wanted if Path(path).stem == stem and path not in taken), None)
        only = wanted[place] if len(wanted) == len(sent) and wanted[place] not in taken else None
        taken.append(same or only or _free(folder, stem, taken))
    return taken


def _free(folder: Path, stem: str, taken: list[str]) -> str:
    number = 1
    while (path := f"images/{stem}{f'-{number}' if number > 1 else ''}.jpg") in taken or os.path.lexists(folder / path):
        number += 1
    return path
