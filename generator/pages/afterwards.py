"""How an event went, as its page says it once it is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.danish import formatting
from generator.markdown.convert import cleaned
from generator.model.after import HowCounted
from generator.model.event import Event
from generator.model.reports import MEASURES, Report, sum_of
from generator.pages.attendance import number_of
from generator.pages.context import SiteContext
from generator.pages.values import ShownPicture

_HOW = {HowCounted.COUNTED: "talt", HowCounted.TICKETS: "efter billetter", HowCounted.ESTIMATED: "et skøn"}
_WORDS = {
    "came": ("kom", "kom"),
    "helpers": ("hjalp til", "hjalp til"),
    "hours": ("times hjælp", "timers hjælp"),
    "artists": ("kunstner", "kunstnere"),
}


def went(context: SiteContext, event: Event, reports: Sequence[Report], root: str) -> dict[str, Any] | None:
    """Return how an event went: its numbers, and the words, quotes and pictures of each date; None where nothing is said."""
    parts = [_part(context, event, report, root) for report in reports]
    numbers = list(_numbers(tuple(reports)))
    said = [part for part in parts if any(part[key] for key in ("text", "lesson", "quotes", "pictures", "performers"))]
    return {"numbers": numbers, "parts": said} if numbers or said else None


def pictures_of(shown: dict[str, Any] | None) -> list[ShownPicture]:
    """Return the pictures in what `went` returned."""
    return [picture for part in shown["parts"] for picture in part["pictures"]] if shown else []


def _numbers(reports: tuple[Report, ...]) -> Iterator[dict[str, str | None]]:
    """Yield what was counted, added up over the dates that say it, and how that is known."""
    for name in MEASURES:
        total = sum_of(reports, name)
        if total is None:
            continue
        said = [estimate for report in reports if (estimate := report.measure(name))]
        number = said[0] if len(said) == 1 else total
        how = {report.after.counted for report in reports if report.after.came} if name == "came" else set()
        notes = [_HOW[each] for each in how if each] if len(how) == 1 else []
        notes += [f"på {total.count} datoer"] if total.count > 1 else []
        yield {
            "number": formatting.capital(number_of(number)),
            "words": _WORDS[name][number.number != 1],
            "note": ", ".join(notes) or None,
        }


def _part(context: SiteContext, event: Event, report: Report, root: str) -> dict[str, Any]:
    date, after = report.occurrence, report.after
    several = len(context.calendar.occurrences_of(event)) > 1
    pictures = (context.picture(event.owner, picture) for picture in after.pictures)
    return {
        "when": formatting.capital(formatting.full_day(date.start.day)) if date and several else None,
        "text": cleaned(after.text or "", root),
        "lesson": cleaned(after.lesson or "", root),
        "performers": after.performers,
        "quotes": [{"text": quote.text, "speaker": quote.speaker} for quote in after.quotes],
        "pictures": [picture for picture in pictures if picture],
    }
