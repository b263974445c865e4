"""`kulturpunkt answers FILE`: counts what the steering groups answered, so that no single answer is written in the content."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from generator.content.load import load_readable
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
        help="en tabel (csv) uden for mappen, med et svar på hver linje, en kolonne med før eller efter og en for hvert spørgsmål",
    )


def run(chosen: argparse.Namespace) -> int:
    """Return 0 after the lines to write into the questions' file; 1 where the table or the questions cannot be read."""
    site, _ = load_readable(Path.cwd())
    if site.questions is None:
        print(f"Der er ingen spørgsmål. Skriv dem i {FILE}.")
        return 1
    try:
        rows = rows_of(chosen.file)
    except (UnicodeDecodeError, csv.Error):
        print(f"{chosen.file}: Tabellen kan ikke læses. Gem den som csv med UTF-8.")
        return 1
    except ValueError as error:
        print(f"{chosen.file}: Tabellen kan ikke bruges: {error}.")
        return 1
    print(f"Skriv det her i {FILE}:")
    for question in site.questions.questions:
        print(f"\n- nøgle: {question.key}")
        for line in lines_of(question, rows):
            print(f"  {line}")
    return 0


def rows_of(file: Path) -> list[dict[str, str]]:
    """Return the rows of a table by heading. Raise ValueError for one that is too large or has no heading for the time."""
    if file.stat().st_size > MAX_BYTES:
        raise ValueError(f"højst {MAX_BYTES // 1_000_000} MB")
    text = file.read_text("utf-8-sig")
    first = text.partition("\n")[0]
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=max(";,\t", key=first.count))
    known = {folded(name): name for name in rows.fieldnames or ()}
    when = next((known[folded(name)] for name in _WHEN if folded(name) in known), None)
    if when is None:
        raise ValueError("en kolonne, der hedder hvornår, mangler")
    return [{**{folded(str(key)): str(value or "") for key, value in row.items()}, "": str(row[when] or "")} for row in rows]


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
