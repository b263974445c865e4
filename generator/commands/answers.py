"""`kulturpunkt answers FILE`: counts what the steering groups answered, so that no single answer is written in the content."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.commands import CommandError
from generator.content.load import load_readable
from generator.importing.imported import SourceError
from generator.importing.table import cell_text, headed, sheets_in
from generator.model.questions import FEWEST, FILE, Question
from generator.text.letters import folded

HELP = "tæl styregruppernes svar sammen, så ingen enkelte svar står i filerne"
MAX_BYTES = 2_000_000
_TIMES = {"før": r"foer|start|begynd|inden|foerste", "efter": r"efter|slut|anden|sidste"}
"""How a time begins, as words are compared: `Før projektet`, `Slut`."""
_WHEN = ("hvornår", "tidspunkt", "før eller efter", "før/efter", "måling", "runde")
"""How the heading of the time begins: forms ask `Hvornår svarer I?`."""
_NUMBER = re.compile(r"\d{1,2}(?:\s*[-–—.:)]\s*|\s+)(?=[^\W\d])")
"""What some forms put before an answer: `2 - Lidt`."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FIL",
        type=Path,
        help="en tabel (csv eller xlsx) uden for mappen, med et svar på hver linje, "
        "en kolonne med før eller efter og en for hvert spørgsmål",
    )


def run(chosen: argparse.Namespace) -> int:
    """Return 0 after the lines to write into the questions' file, 2 where the table cannot be read or nothing was asked."""
    site, _ = load_readable(Path.cwd())
    if site.questions is None:
        raise CommandError(f"Der er ingen spørgsmål. Skriv dem i {FILE}.")
    try:
        rows = rows_of(chosen.file)
    except (SourceError, ValueError) as error:
        raise CommandError(f"{chosen.file}: {error}") from None
    if timeless := sum(1 for row in rows if not time_of(row[""]) and any(row.values())):
        print(f"{timeless} linjer siger hverken før eller efter. De er ikke talt med.")
    print(f"Skriv det her i {FILE}:")
    for question in site.questions.questions:
        print(f"\n- nøgle: {question.key}")
        if not any(name in row for row in rows for name in (folded(question.key), folded(question.text))):
            print(f"  # Ingen kolonne hedder {question.key} eller «{question.text}».")
            continue
        for line in lines_of(question, rows):
            print(f"  {line}")
    return 0


def rows_of(file: Path) -> list[dict[str, str]]:
    """Return the rows of a table or a sheet by folded heading, and the time of each under no heading at all.

    Raise ValueError for one that is too large or has no heading for the time, and SourceError for one that cannot be read.
    """
    if file.stat().st_size > MAX_BYTES:
        raise ValueError(f"Tabellen er for stor: højst {MAX_BYTES // 1_000_000} MB.")
    for sheet in sheets_in(file.read_bytes()):
        if found := headed(sheet.rows, _headings):
            (names, when), first = found
            below = (list(map(cell_text, row)) for row in sheet.rows[first:])
            return [{**dict(zip(names, row, strict=False)), "": row[when]} for row in below if len(row) > when]
    raise ValueError("En kolonne, der hedder hvornår, mangler.")


def _headings(row: Sequence[Any]) -> tuple[list[str], int] | None:
    """Return the folded headings of a row, and the place of the one for the time; None where it has none."""
    names = [folded(cell_text(cell)) for cell in row]
    words = tuple(map(folded, _WHEN))
    when = next((place for place, name in enumerate(names) if name.startswith(words)), None)
    return None if when is None else (names, when)


def time_of(written: str) -> str:
    """Return whether a row was answered before or after; empty where it says neither."""
    word = folded(written)
    return next((time for time, begins in _TIMES.items() if re.match(begins, word)), "")


def lines_of(question: Question, rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Yield the lines for one question: the count of each answer, or why nothing can be said."""
    for time, written in (("før", question.before), ("efter", question.after)):
        tally, unread = tally_of(question, rows, time)
        count, new = sum(tally), sum(tally) - sum(written)
        if count < FEWEST:
            yield f"# {time}: Der er færre end {FEWEST} svar. De vises ikke."
        elif written and 0 < new < FEWEST:
            yield f"# {time}: Der er færre end {FEWEST} nye svar. Vent, ellers kan man se, hvem der har svaret hvad."
        else:
            yield f"{time}: [{', '.join(map(str, tally))}]"
        if unread:
            yield f"# {time}: {unread} svar er ikke en af svarmulighederne. De er ikke talt med."


def tally_of(question: Question, rows: Sequence[Mapping[str, str]], time: str) -> tuple[list[int], int]:
    """Return how many chose each answer at one time, and how many wrote something else. An empty cell is no answer."""
    places = {folded(answer).rstrip(".!"): place for place, answer in enumerate(question.answers)}
    places |= {str(place + 1): place for place in range(len(question.answers))}
    tally, unread = [0] * len(question.answers), 0
    for row in rows:
        written = row.get(folded(question.key)) or row.get(folded(question.text)) or ""
        said = folded(_NUMBER.sub("", written.strip()) if folded(written) not in places else written).rstrip(".!")
        if time_of(row[""]) != time or not said:
            continue
        if said in places:
            tally[places[said]] += 1
        else:
            unread += 1
    return tally, unread
