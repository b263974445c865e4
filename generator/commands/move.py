"""`kulturpunkt move`: gives an area, an event, a story or a page another name, and writes in its file where it stood before."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from generator import paths, urls
from generator.checks.moves import places
from generator.content.load import load
from generator.content.loader import folder_fault
from generator.model.former import KEY
from generator.model.site import Site
from generator.text.letters import folded
from generator.text.sanitise import line

HELP = "giv et område, et arrangement eller en side et nyt navn, så gamle links stadig virker"
_FIELD = re.compile(r"^(?P<key>[^\s#:][^:\n]*):.*\n(?:[ \t-].*\n|\n)*", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\n(?P<fields>.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_KINDS = (
    r"areas/[^/]+",
    r"(?P<folder>areas/[^/]+|content)/(?:events|historier)/[^/]+\.md",
    r"content/(?:[a-z]{2,3}/)?[^/]+\.md",
)

_FIXED = frozenset(value for name, value in vars(urls).items() if name.isupper() and isinstance(value, str))
"""Addresses that the generator itself leads to."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="fra", help="mappen eller filen nu, for eksempel areas/gammelby")
    parser.add_argument("now", metavar="til", help="det nye navn på samme måde, for eksempel areas/nyby")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when it has been moved, 1 when it cannot be."""
    root, before, now = Path.cwd(), chosen.before.rstrip("/"), chosen.now.rstrip("/")
    site, _ = load(root)
    fault = _fault(root, site, before, now)
    if fault or site is None:
        print(fault)
        return 1
    moving = [place for place in places(site) if f"{place.source}/".startswith(f"{before}/")]
    (root / now).parent.mkdir(parents=True, exist_ok=True)
    (root / before).rename(root / now)
    for place in moving:
        _write(root / (now + place.source.removeprefix(before)), [*place.former, place.url])
    print(f"Flyttet: {line(before)} hedder nu {line(now)}. Hvor siden lå før, står ved «{KEY}».")
    for path in _naming(root, PurePosixPath(before).name):
        print(f"{path}: nævner stadig {line(PurePosixPath(before).name)}. Ret det, hvis det skal følge med.")
    for problem in load(root)[1]:
        print(problem)
    return 0


def _fault(root: Path, site: Site | None, before: str, now: str) -> str | None:
    """Return why something cannot be moved, in Danish; None where it can."""
    kind = next((kind for kind in _KINDS if re.fullmatch(kind, before)), None)
    if site is None:
        return "Programmets egne filer har fejl. Kør først: kulturpunkt check"
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


def _naming(root: Path, name: str) -> Iterator[str]:
    """Yield the programme's files that name a file or folder: links between them do not follow it."""
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    for file in sorted((*root.glob("content/**/*.md"), *root.glob("content/*.yml"), root / "mkdocs.yml")):
        if file.is_file() and word.search(_FIELD.sub(_without_former, file.read_text("utf-8", "replace"))):
            yield file.relative_to(root).as_posix()


def _without_former(field: re.Match[str]) -> str:
    return "" if folded(field["key"]) == folded(KEY) else field[0]


def _write(file: Path, former: Sequence[str]) -> None:
    """Write in a file where it stood before, the oldest first; all else in it stays as it is."""
    text = file.read_bytes().decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text) if file.suffix == ".md" else None
    if file.suffix == ".md":
        fields, rest = (front["fields"], text[front.end("fields") :]) if front else ("", f"---\n{text}")
        text = f"---\n{_with_former(fields, former)}{rest}"
    else:
        text = _with_former(text, former)
    file.write_bytes(text.replace("\n", end).encode())


def _with_former(fields: str, former: Sequence[str]) -> str:
    """Return the fields of a file with the former addresses at their end."""
    rest = _FIELD.sub(_without_former, f"{fields.rstrip()}\n".lstrip("\n"))
    return f"{rest}{KEY}:\n" + "".join(f"  - /{each}\n" for each in dict.fromkeys(former))
