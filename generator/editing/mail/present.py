"""The file that a mail corrects: whether it is as the sender saw it, and what has changed in it since."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from generator.editing.mail.block import checksum
from generator.reading.sources import read_markdown
from generator.reading.texts import MAX_BYTES
from generator.repository.git import git
from generator.text.letters import normal

_MOST_VERSIONS = 50
_MOST_LINES = 200


def as_read(root: Path, path: str) -> str | None:
    """Return the text of a file, with the usual line ends; None where there is none."""
    try:
        with (root / path).open("rb") as file:
            return _text(file.read(MAX_BYTES + 1))
    except OSError:
        return None


def as_sent(root: Path, path: str, corrects: str) -> str | None:
    """Return the text of a file with that checksum, as it stands or as the form was given it; None where it is another."""
    text = as_read(root, path)
    if text is None:
        return None
    source = read_markdown(root, path)
    given = (text, normal(f"---\n{source.front}---\n{source.body}"))
    return next((each for each in given if checksum(each) == corrects), None)


def changed_since(root: Path, path: str, corrects: str) -> list[str]:
    """Return the lines in which a file differs from the one with that checksum; none where git does not know that one."""
    now = as_read(root, path)
    then = next((text for text in _versions(root, path) if checksum(text) == corrects), None)
    return [] if now is None or then is None else differences(then, now, "som afsenderen så den", "som den er nu")


def differences(before: str, after: str, said_before: str = "", said_after: str = "") -> list[str]:
    """Return the lines that two texts differ in, with one line around each."""
    lines = unified_diff(before.split("\n"), after.split("\n"), said_before, said_after, n=1, lineterm="")
    return list(islice(lines, _MOST_LINES))


def _versions(root: Path, path: str) -> Iterator[str]:
    """Yield a file's text in the latest commits that changed it, the newest first; nothing without git."""
    if not (root / ".git").exists():
        return
    try:
        commits = (
            git(root, "log", f"--max-count={_MOST_VERSIONS}", "--format=%H", "--diff-filter=AM", "--", path).decode("ascii").split()
        )
        for commit in commits:
            yield _text(git(root, "cat-file", "blob", f"{commit}:{path}"))
    except (OSError, subprocess.SubprocessError):
        return


def _text(content: bytes) -> str:
    return normal(content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n"))
