"""The text of a calendar as programs really write it, mended so far that the library reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.importing.imported import MOST_READ, SourceError

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*(?=[;:])")
_TIME = re.compile(
    r"^(?P<name>DTSTART|DTEND|RECURRENCE-ID)(?P<rest>[^:\n]*):\s*(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)"
    r"(?:[T ]?(?P<h>\d\d):?(?P<min>\d\d)(?::?(?P<s>\d\d))?(?:\.\d+)?(?P<z>Z)?)?\s*$",
    re.IGNORECASE,
)
_VALUE = re.compile(r";VALUE=[A-Za-z-]+", re.IGNORECASE)
_ALARM = re.compile(r"^BEGIN:VALARM\n.*?^END:VALARM\n", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_PART = re.compile(
    r"^BEGIN:(VEVENT|VTIMEZONE)\n(.*?)(?=^END:\1\n|^BEGIN:VEVENT\n|^END:VCALENDAR\n|\Z)", re.MULTILINE | re.DOTALL | re.IGNORECASE
)
_LONGEST_LINE = 200_000


_OLD_CHARSETS = ("cp1252", "cp850", "mac_roman")
"""Of Windows, of Excel's "CSV (MS-DOS)" and of older Macs. None of them is told by anything but its letters."""


def _danish_letters(text: str) -> int:
    return sum(map(text[:200_000].count, "æøåÆØÅ"))


def decoded(content: bytes) -> str:
    """Return the text of a file of any of the encodings that are in use, with the usual line ends."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = max((content.decode(each, "replace") for each in _OLD_CHARSETS), key=_danish_letters)
    return re.sub(r"\r+\n|\r", "\n", text).replace("\0", "")


def parts(content: bytes) -> tuple[list[str], list[str], bool]:
    """Return the events and the time zones of a calendar, each as its own lines, and whether the file has its end.

    Raise SourceError for what is no calendar. An event that begins before the last one has ended ends that one.
    """
    text = "\n".join(_lines(decoded(content))) + "\n"
    if not re.search(r"^BEGIN:VCALENDAR\s*$", text, re.MULTILINE | re.IGNORECASE):
        raise SourceError("Det er ikke en kalender i iCal-format. Skriv adressen på kalenderens iCal-fil, som tit ender på .ics.")
    text = _ALARM.sub("", re.sub(r"^(BEGIN|END):(\w+)[ \t]+$", r"\1:\2", text, flags=re.MULTILINE))
    found: dict[str, list[str]] = {"VEVENT": [], "VTIMEZONE": []}
    for part in _PART.finditer(text):
        found[part[1].upper()].append(part[2])
    ended = bool(re.search(r"^END:VCALENDAR$", text, re.MULTILINE | re.IGNORECASE))
    if not ended and found["VEVENT"] and not re.search(r"END:VEVENT\n\Z", text, re.IGNORECASE):
        found["VEVENT"].pop()  # cut in the middle: what is missing may be that it is cancelled
    if len(found["VEVENT"]) > MOST_READ:
        raise SourceError(f"Kalenderen har mere end {MOST_READ} begivenheder. Lav en mindre kalender til siden.")
    return found["VEVENT"], found["VTIMEZONE"], ended


def _lines(text: str) -> Iterator[str]:
    """Yield whole lines: unfolded, and with what was broken by hand or by a program joined to its line."""
    whole = ""
    for line in text.split("\n"):
        if line[:1] in (" ", "\t") and whole:
            whole += line[1:]
        elif _NAME.match(line):
            yield from _mended(whole)
            whole = line
        elif line.strip() and whole:
            whole += "\\n" + line  # a line of a description without the space that continues it
    yield from _mended(whole)


def _mended(line: str) -> Iterator[str]:
    """Yield a line with its times as the standard writes them; nothing for one that nobody could mean."""
    if not line or len(line) > _LONGEST_LINE:
        return
    found = _TIME.match(line)
    if found is None:
        yield line
        return
    rest = _VALUE.sub("", found["rest"])
    day = found["y"] + found["m"] + found["d"]
    if found["h"] is None:
        yield f"{found['name']};VALUE=DATE:{day}"
    else:
        zone = "" if found["z"] else rest
        yield f"{found['name']}{zone}:{day}T{found['h']}{found['min']}{found['s'] or '00'}{found['z'] or ''}"
