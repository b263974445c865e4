"""`kulturpunkt answers FILE`: counts what the steering groups answered, so that no single answer is written in the content."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.content.load import load_readable
from generator.importing.imported import SourceError
from generator.importing.table import cell_text, headed, sheets_in
from generator.model.questions import FEWEST, FILE, Question
from generator.text.letters import folded

HELP = "tæl styregruppernes svar sammen, så ingen enkelte svar står i filerne"
MAX_BYTES = 2_000_000
_TIMES = {"foer": "før", "før": "før", "efter": "efter"}
_WHEN = ("hvornår", "tidspunkt", "før eller efter", "før/efter")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FIL",
        type=Path,
        help="en tabel (csv eller xlsx) uden for mappen, med et svar på hver linje, "
        "en kolonne med før eller efter og en for hvert spørgsmål",
    )


def run(chosen: argparse.Namespace) -> int:
    """Return 0 after the lines to write into the questions' file; 1 where the table or the questions cannot be read."""
    site, _ = load_readable(Path.cwd())
    if site.questions is None:
        print(f"Der er ingen spørgsmål. Skriv dem i {FILE}.")
        return 1
    try:
        rows = rows_of(chosen.file)
    except (SourceError, ValueError) as error:
        print(f"{chosen.file}: {error}")
        return 1
    print(f"Skriv det her i {FILE}:")
    for question in site.questions.questions:
        print(f"\n- nøgle: {question.key}")
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
    when = next((names.index(name) for name in map(folded, _WHEN) if name in names), None)
    return None if when is None else (names, when)


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
    places = {folded(answer): place for place, answer in enumerate(question.answers)}
    places |= {str(place + 1): place for place in range(len(question.answers))}
    tally, unread = [0] * len(question.answers), 0
    for row in rows:
        said = folded(row.get(folded(question.key)) or row.get(folded(question.text)) or "")
        if _TIMES.get(folded(row[""]).strip()) != time or not said:
            continue
        if said in places:
            tally[places[said]] += 1
        else:
            unread += 1
    return tally, unread
