"""Signs that look like those of YAML, read as those where nothing else can be meant: Word, phones and other keyboards write them.

A text keeps its lines, and nearly always its columns, so that a problem's place is the same in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise

from generator.danish.patterns import MONTHS

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BULLETS = "–—−‐‑‒―•‣·∙●○◦▪▫■□►▸➢➤✓✔*⁃"
_COLONS = "：﹕︰꞉∶ː"
_OPENING, _CLOSING = "“”„‟»«‘’‚‛‹›", "“”‟«»‘’‛›‹"

SUSPICIOUS = re.compile(
    rf"[{_SPACES}{_COLONS}]|^[ \t]*(?:- )?(?:\*\*|__)[^\W\d]|^[ \t]*[{_BULLETS}]|^[ \t]*-[^ \n-]|:[ \t]+[{_BULLETS}-][ \t]"
    rf"|^[ \t]*1[.)][ \t]|(?::|^|\[|-)[ \t]*[{_OPENING}]|[{_CLOSING}][ \t]*$",
    re.MULTILINE,
)
"""What a text must hold for anything here to change it. Most hold nothing of the kind, so this is all that they cost."""

_SPACE = re.compile(f"[{_SPACES}]")
_BULLET = re.compile(rf"(?P<indent>[ \t]*)(?P<bullet>[{_BULLETS}]|-(?!-))(?P<gap>[ \t]*)(?=[^\s-])")
_PLAIN_KEY = r"[^\W\d][^:\"'#{}\[\]\n" + _COLONS + _OPENING + "]{0,40}"
_NUMBER = re.compile(rf"(?P<indent>[ \t]*)(?P<number>\d{{1,2}})[.)][ \t]+(?!(?:{'|'.join(MONTHS)})\b)(?=[^\W\d])", re.IGNORECASE)
_KEY_LINE = re.compile(rf"(?P<indent>[ \t]*)(?:- +)?(?P<key>{_PLAIN_KEY}?)[ \t]*:(?:[ \t]+(?P<value>\S.*)?)?$")
_WIDE = re.compile(rf"(?P<before>[ \t]*(?:- +)?{_PLAIN_KEY}?[ \t]*)[{_COLONS}][ \t]*(?P<value>.*)$")
_CURLED_KEY = re.compile(rf"(?P<before>[ \t]*(?:- +)?)[{_OPENING}](?P<key>[^:{_CLOSING}\"']{{1,40}})[{_CLOSING}](?=[ \t]*:)")
_BOLD_KEY = re.compile(rf"(?P<before>[ \t]*(?:- +)?)(?P<bold>\*\*|__)(?P<key>{_PLAIN_KEY}?)(?::(?P=bold)|(?P=bold)[ \t]*:)(?=\s|$)")
_VALUE = re.compile(rf"(?P<before>[ \t]*(?:- +)?(?:{_PLAIN_KEY}?[ \t]*:[ \t]+|- +))(?P<value>\S.*?)(?P<after>[ \t]*)$")
_QUOTES = {'"': ('“”„‟»«"', '“”‟«»"'), "'": ("‘’‚‛‹›'", "‘’‛›‹'")}
_PAIR = re.compile(r"[“”„‟»«]([^“”„‟»«\"\\,\[\]{}]*)[“”‟«»]")


@lru_cache(maxsize=1)
def read_lookalikes(text: str) -> str:
    """Return YAML in which bullets, colons, quotation marks and spaces that only look right are the right ones."""
    if not SUSPICIOUS.search(text):
        return text
    lines = [_SPACE.sub(" ", line) for line in text.split("\n")]
    inside = [*_in_blocks(lines)]
    lines = [line if block else _with_signs(line) for line, block in zip(lines, inside, strict=True)]
    for first, last in _lists(lines, inside):
        lines[first:last] = _items(lines[first:last])
    for first, last in _numbered(lines, inside):
        lines[first:last] = [_NUMBER.sub(lambda found: f"{found['indent']}- ", line) for line in lines[first:last]]
    for first, last in _begun_beside_their_field(lines):
        lines[first:last] = _flow(lines[first:last])
    return "\n".join(lines)


def _in_blocks(lines: list[str]) -> Iterator[bool]:
    """Yield for each line whether it is text with any signs: below `|` or `>`, or further in than a field's value."""
    depth: int | None = None
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if depth is not None and (not line.strip() or indent > depth):
            yield True
            continue
        yield False
        match = _KEY_LINE.match(line) or _KEY_LINE.match(_with_signs(line))
        value = match["value"] if match else None
        depth = indent if value and (value[0] in "|>" or not value.startswith(("[", "{", "&"))) else None


def _with_signs(line: str) -> str:
    """Return a line with the colon after its key and the quotation marks around its key and its value that YAML knows."""
    if wide := _WIDE.match(line):
        line = f"{wide['before']}: {wide['value']}".rstrip() if not _KEY_LINE.match(line) else line
    if bold := _BOLD_KEY.match(line):
        line = f"{bold['before']}{bold['key']}:{line[bold.end() :]}"
    if curled := _CURLED_KEY.match(line):
        line = f'{curled["before"]}"{curled["key"]}"{line[curled.end() :]}'
    found = _VALUE.match(line) or _WHOLE_VALUE.match(line)
    return f"{found['before']}{_with_quotes(found['value'])}{found['after']}" if found else line


_WHOLE_VALUE = re.compile(r"(?P<before>[ \t]*[\"'][^\"']+[\"'][ \t]*:[ \t]+)(?P<value>\S.*?)(?P<after>[ \t]*)$")


def _with_quotes(value: str) -> str:
    """Return a value in curled quotation marks in straight ones: only where they stand around the whole, and nowhere inside."""
    if value[0] in "[{":
        return _PAIR.sub(r'"\1"', value)
    for straight, (opening, closing) in _QUOTES.items():
        inner = value[1:-1]
        around = len(value) > 2 and value[0] in opening and value[-1] in closing and (value[0] != straight or value[-1] != straight)
        curled = {*(opening + closing)} - ({straight} if straight not in (value[0], value[-1]) else set())
        if around and not curled & {*inner}:
            return f'"{inner}"' if "\\" not in inner and '"' not in inner else "'" + inner.replace("'", "''") + "'"
    return value


def _lists(lines: list[str], inside: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the lines from and to which bullets are a list, right below a field without a value."""
    starts = [
        place for place, line in enumerate(lines) if not inside[place] and (key := _KEY_LINE.match(line)) and not key["value"]
    ]
    for start, after in pairwise([*starts, len(lines)]):
        depth = len(lines[start]) - len(lines[start].lstrip())
        last = start + 1
        while last < after and _belongs(lines[last], depth):
            last += 1
        items = [line for line in lines[start + 1 : last] if line.strip()]
        if items and (first := _BULLET.match(items[0])) and _is_list(items, first):
            yield start + 1, last


def _numbered(lines: list[str], inside: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the lines from and to which `1.`, `2.` and so on are a list, right below a field without a value."""
    for start, line in enumerate(lines):
        key = _KEY_LINE.match(line) if not inside[start] else None
        last = start + 1
        while key and not key["value"] and last < len(lines) and (found := _NUMBER.match(lines[last])):
            if int(found["number"]) != last - start:
                break
            last += 1
        if last > start + 2:
            yield start + 1, last


def _items(lines: list[str]) -> list[str]:
    """Return the lines of a list with `-` before each item that stands as far in as the first."""
    depth = next(len(line) - len(line.lstrip()) for line in lines if line.strip())
    return [
        f"{match['indent']}- {line[match.end() :]}" if (match := _BULLET.match(line)) and len(match["indent"]) == depth else line
        for line in lines
    ]


def _begun_beside_their_field(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines from and to which a list stands whose first item is beside its field: `arrangør: - A`, then `- B`."""
    for start, line in enumerate(lines):
        key = _KEY_LINE.match(line)
        if key and key["value"] and (bullet := _BULLET.match(key["value"])) and bullet["gap"]:
            last = start + 1
            while last < len(lines) and (more := _BULLET.match(lines[last])) and more["gap"]:
                last += 1
            if last > start + 1 or bullet["bullet"] == "-":
                yield start, last


def _flow(lines: list[str]) -> list[str]:
    """Return the same list in brackets, on as many lines."""
    key, _, first = lines[0].partition(":")
    texts = [_BULLET.sub("", line.strip(), count=1).strip().strip("\"'") for line in (first, *lines[1:])]
    quoted = ["'" + text.replace("'", "''") + "'" for text in texts]
    return [
        ("  , " if place else f"{key}: [") + text + ("" if place < len(quoted) - 1 else "]") for place, text in enumerate(quoted)
    ]


def _belongs(line: str, depth: int) -> bool:
    """Return whether a line stands below a field that begins at `depth`: further in, or an item at the same depth."""
    indent = len(line) - len(line.lstrip())
    return not line.strip() or indent > depth or (indent == depth and bool(_BULLET.match(line)))


def _is_list(items: list[str], first: re.Match[str]) -> bool:
    """Return whether each line begins an item as the first does, or stands further in as the rest of one."""
    indent = len(first["indent"])
    return all(_BULLET.match(line) or len(line) - len(line.lstrip()) > indent for line in items)


_INDENT = re.compile(r"[ \t]*(?:- +)?")


def without_tabs(text: str) -> Iterator[str]:
    """Yield the text with leading tabs as two, four and eight spaces, where they then fit the lines around them."""
    if re.search(r"^ *\t", text, re.MULTILINE):
        lines = text.split("\n")
        for width in (2, 4, 8):
            if all(_fits(run, width) for run in _runs(lines)):
                yield "\n".join(_spaced(line, width) for line in lines)


def _spaced(line: str, width: int) -> str:
    bare = line.lstrip(" \t")
    return line[: len(line) - len(bare)].replace("\t", " " * width) + bare


def _runs(lines: list[str]) -> Iterator[list[str]]:
    """Return the lines that stand further in, one below the other."""
    return (list(run) for inside, run in groupby(lines, lambda line: line[:1] in (" ", "\t")) if inside)


def _fits(run: list[str], width: int) -> bool:
    """Return whether lines with tabs then begin where one with spaces or the text of an item does, if there is any."""
    tabbed = [line for line in run if "\t" in line[: len(line) - len(line.lstrip())]]
    spaced = [line for line in run if line not in tabbed and line.strip()]
    places = {place for line in spaced for place in (len(line) - len(line.lstrip()), _INDENT.match(line).end())}  # type: ignore[union-attr]
    return not spaced or all(len(_spaced(line, width)) - len(line.lstrip()) in places for line in tabbed)
