"""`kulturpunkt move`: gives an area, an event, a story or a page another name, and writes in its file where it stood before."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePosixPath

from generator import paths, urls
from generator.addresses.moves import Place, places
from generator.commands import CommandError
from generator.commands.context import site_at
from generator.commands.files import lay
from generator.content.load import load
from generator.content.loader import folder_fault
from generator.editing.references import FIELD, FRONT, Move, naming_files, rewrite
from generator.model.former import KEY
from generator.model.reports import written_reports
from generator.model.site import Site
from generator.text.letters import folded
from generator.text.sanitise import line

HELP = "giv et område, et arrangement eller en side et nyt navn, så gamle links stadig virker"
_KINDS = (r"areas/[^/]+", r"(?P<folder>areas/[^/]+|content)/(?:events|historier)/[^/]+\.md", r"content/(?:[a-z]{2,3}/)?[^/]+\.md")

_FIXED = frozenset(value for name, value in vars(urls).items() if name.isupper() and isinstance(value, str))
"""Addresses that the generator itself leads to."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="fra", help="mappen eller filen nu, for eksempel areas/gammelby")
    parser.add_argument("now", metavar="til", help="det nye navn på samme måde, for eksempel areas/nyby")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when it has been moved, 2 when it cannot be."""
    root, before, now = Path.cwd(), chosen.before.rstrip("/"), chosen.now.rstrip("/")
    site = site_at(root)
    if fault := _fault(root, site, before, now):
        raise CommandError(fault)
    moving = [place for place in places(site) if f"{place.source}/".startswith(f"{before}/")]
    taken = list(_files_of(site, before, now))
    (root / now).parent.mkdir(parents=True, exist_ok=True)
    (root / before).rename(root / now)
    for place in moving:
        rewrite(root / (now + place.source.removeprefix(before)), partial(_with_former, place))
    followed = [*_copied(root, taken), *_followed(root, _move(root, before, now, moving))]
    print(f"Flyttet: {line(before)} hedder nu {line(now)}. Hvor siden lå før, står ved «{KEY}».")
    print(*map(line, followed), sep="\n", end="\n" if followed else "")
    for path in _naming(root, PurePosixPath(before).name):
        print(f"{path}: nævner stadig {line(PurePosixPath(before).name)}. Ret det, hvis det skal følge med.")
    for problem in load(root)[1]:
        print(problem)
    return 0


def _fault(root: Path, site: Site, before: str, now: str) -> str | None:
    """Return why something cannot be moved, in Danish; None where it can."""
    kind = next((kind for kind in _KINDS if re.fullmatch(kind, before)), None)
    if kind is None or not re.fullmatch(kind, now) or PurePosixPath(before).parts[-2] != PurePosixPath(now).parts[-2]:
        return "Skriv to mapper som areas/gammelby og areas/nyby eller to filer i samme slags mappe."
    if not any(f"{place.source}/".startswith(f"{before}/") for place in places(site)):
        return f"{line(before)} findes ikke, eller filen har fejl. Kør: kulturpunkt check"
    if any(place.source == before and place.url in _FIXED for place in places(site)):
        return f"{line(before)} er en side, som andre sider leder til. Den kan ikke flyttes."
    if (root / now).exists():
        return f"{line(now)} findes allerede. Der er ikke ændret noget."
    name = PurePosixPath(now).name.removesuffix(".md")
    better = paths.better_name(name, "nyt-navn")
    said = better and f"Navnet kan ikke være en adresse. Skriv for eksempel «{better}»."
    return folder_fault(name) if kind is _KINDS[0] else said


def _move(root: Path, before: str, now: str, moving: Sequence[Place]) -> Move:
    """Return the move with the address of the page before and now; of an area, all else follows from that."""
    site, _ = load(root)
    became = {place.source: place.url for place in places(site)} if site else {}
    pages = ((place.url, now + place.source.removeprefix(before)) for place in moving)
    main = ((former, source) for former, source in pages if source in (now, f"{now}/area.yml"))
    return Move(before, now, {former: became[source] for former, source in main if source in became})


def _files_of(site: Site, before: str, now: str) -> Iterator[tuple[str, str]]:
    """Yield the pictures and documents that an event or a story shows from its owner's folder, and where a new owner has them."""
    here, there = str(PurePosixPath(before).parent.parent), str(PurePosixPath(now).parent.parent)
    if before.count("/") < 2 or here == there:
        return
    named = [story.picture.file for story in site.all_stories() if story.source == before and story.picture]
    event = next((event for event in site.all_events() if event.source == before), None)
    if event:
        named += [event.picture.file] if event.picture else []
        named += [picture.file for _, _, after in written_reports(event) for picture in after.pictures]
        named += [document.file for document in event.documents]
    yield from ((f"{here}/{file}", f"{there}/{file}") for file in dict.fromkeys(named))


def _copied(root: Path, files: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Copy files to the new owner's folder, and yield a line for each. A file that is there already is not changed."""
    for before, now in files:
        if not (root / before).is_file() or (root / before).is_symlink():
            continue
        if not (root / now).exists():
            lay(root / now, (root / before).read_bytes())
            yield f"{now}: er lagt her. Slet {before}, hvis den ikke bruges mere."
        elif (root / now).read_bytes() != (root / before).read_bytes():
            yield f"{now}: er en anden fil end {before}. Giv den ene et nyt navn."


def _followed(root: Path, move: Move) -> Iterator[str]:
    """Change what names the page in other files, and yield a line for each."""
    for file in naming_files(root):
        path = file.relative_to(root).as_posix()
        with suppress(UnicodeDecodeError):
            if rewrite(file, partial(move.followed, path)):
                yield f"{path}: følger med."


def _naming(root: Path, name: str) -> Iterator[str]:
    """Yield the programme's files that name a file or folder: links between them do not follow it."""
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    for file in sorted((*root.glob("content/**/*.md"), *root.glob("content/*.yml"), root / "mkdocs.yml")):
        if file.is_file() and word.search(FIELD.sub(_without_former, file.read_text("utf-8", "replace"))):
            yield file.relative_to(root).as_posix()


def _without_former(field: re.Match[str]) -> str:
    return "" if folded(field["key"]) == folded(KEY) else field[0]


def _with_former(place: Place, text: str) -> str:
    """Return the text of a page's file with where it stood before, the oldest first; all else in it stays as it is."""
    former = [*place.former, place.url]
    if not place.source.endswith(".md"):
        return _fields_with(text, former)
    front = FRONT.match(text)
    fields, rest = (front["fields"], text[front.end("fields") :]) if front else ("", f"---\n{text}")
    return f"---\n{_fields_with(fields, former)}{rest}"


def _fields_with(fields: str, former: Sequence[str]) -> str:
    """Return the fields of a file with the former addresses at their end."""
    rest = FIELD.sub(_without_former, f"{fields.rstrip()}\n".lstrip("\n"))
    return f"{rest}{KEY}:\n" + "".join(f"  - /{each}\n" for each in dict.fromkeys(former))
