"""What can stand in for a broken file: less of it, an earlier version of it, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from subprocess import CalledProcessError, TimeoutExpired

from generator.danish.dates import ZONE
from generator.danish.formatting import joined, plain_day
from generator.problems.problem import Problem
from generator.reading.sources import MAX_BYTES
from generator.repository.git import git
from generator.text.letters import folded

NEEDED = ("content/programme.yml", "content/timeline.yml", "content/contacts.yml")
"""Without these there is no site."""

_VERSIONS = 8
_HARMLESS = {"billede", "billeder", "dokumenter", "links"}
_OFF = re.compile(r"aflys|udsat|udskud|udskyd|flytte", re.IGNORECASE)
_KEY = re.compile(r"""["']?([^\s"'#:-][^"'#:]*?)["']?[ \t]*:(?=\s|$)""")
_AREA = re.compile(r"areas/([^/]+)/area\.yml")
_SPOKEN = ("navn", "resumé")
"""What an area must have, and its folder's name can say."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """`content` is written in the place of the file at `path`; None takes away whatever lies there. `how` is Danish."""

    path: str
    content: bytes | None
    how: str


def remedies(root: Path, path: str, problems: Sequence[Problem]) -> Iterator[Remedy]:
    """What to try for a file of `root` with `problems`, the best first. Never raises for what the file or the history holds.

    An event that has since been called off is never shown as it was before.
    """
    written = _read(root / path)
    broken = {folded(re.split(r"[.\[]", problem.field)[0]) for problem in problems}
    if broken <= set(map(folded, _HARMLESS)):
        yield from _less(path, written, broken)
    for name, day, content in _versions(root, path):
        if not ("/events/" in path and _called_off_since(content, written)):
            yield Remedy(path, content, f"vises, som det var den {day} ({name[:7]})")
    area = _AREA.fullmatch(path)
    if area:
        yield from _less(path, written, broken, area[1])
        yield Remedy(f"areas/{area[1]}", None, "hele området er udeladt")
    elif path not in NEEDED:
        yield Remedy(path, None, "er udeladt")


def _called_off_since(before: bytes, now: str) -> bool:
    return bool(_OFF.search(now)) and not _OFF.search(before.decode("utf-8", "replace"))


def _read(file: Path) -> str:
    """A text file's first bytes; empty where there is none. A link is not followed."""
    if file.is_symlink() or not file.is_file():
        return ""
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES).decode("utf-8-sig", "replace").replace("\r\n", "\n")


def _less(path: str, text: str, broken: Set[str], slug: str | None = None) -> Iterator[Remedy]:
    """The file without its fields in `broken`. Nothing where none of them stands at the beginning of a line.

    With an area's slug, what must be there and its folder's name can say is said so.
    """
    opening, front, rest = _parts(path, text)
    entries = re.split(r"(?m)^(?=[^\s-])", front)
    gone = [entry for entry in entries if _key(entry) in broken]
    said = [f"{field}: {slug.replace('-', ' ').title()}\n" for field in _SPOKEN if slug and folded(field) in broken]
    if gone or said:
        kept = [entry for entry in entries if entry not in gone]
        yield Remedy(path, "".join([opening, *kept, *said, rest]).encode(), f"vises uden {joined(sorted(broken))}")


def _parts(path: str, text: str) -> tuple[str, str, str]:
    """What stands before the fields, the fields, and what stands after them."""
    if not path.endswith(".md"):
        return "", text.rstrip("\n") + "\n", ""
    match = re.match(r"(---[ \t]*\n)(.*?)(^---.*)", text, re.DOTALL | re.MULTILINE)
    return (match[1], match[2], match[3]) if match else ("", "", text)


def _key(entry: str) -> str:
    match = _KEY.match(entry)
    return folded(match[1]) if match else ""


def _versions(root: Path, path: str) -> Iterator[tuple[str, str, bytes]]:
    """The file as each of its last commits left it, newest first: the commit's hash, its day in words, the content."""
    if Path(path).suffix not in (".md", ".yml") or not (root / ".git").exists():
        return
    try:
        log = ("log", f"--max-count={_VERSIONS}", "--no-renames", "--no-ext-diff", "--format=tformat:%ct %H")
        commits = git(root, "--literal-pathspecs", *log, "--", path).decode("ascii").split("\n")[:-1]
    except (OSError, CalledProcessError, TimeoutExpired):
        return
    for commit in commits:
        seconds, name = commit.split(" ")
        try:
            content = git(root, "cat-file", "blob", f"{name}:{path}")
        except (OSError, CalledProcessError, TimeoutExpired):
            continue
        if len(content) <= MAX_BYTES:
            yield name, plain_day(datetime.fromtimestamp(int(seconds), UTC).astimezone(ZONE).date()), content
