"""A week as a sheet to pin up: days as numerals, one line an event; and beside it what a paper and a newsletter need.

`/uge/` is always this week and `/uge/naeste/` the next, for all, an area or a municipality. A week of all areas also has an address
that lasts (`/uge/2026-48/`): each week that has passed and held something, this one, and the coming four.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from math import ceil
from typing import Any, NamedTuple

from generator import urls
from generator.danish import formatting
from generator.pages import newsletter, scopes, weeks
from generator.pages.context import SiteContext
from generator.pages.page import CALENDAR, Crumb, LazyMapping, Page
from generator.pages.scopes import Scope
from generator.pages.weeks import DAYS, Line, Week, monday_of, name_of, occurrences_in, week

_AHEAD = 4


class _Size(NamedTuple):
    """Hold one size of type in `week.css`: the letters of a line, and, in millimetres on paper, its height, the least height of a
    day, and the room for all days."""

    name: str
    letters: int
    line: float
    day: float
    room: float


_SIZES = (_Size("large", 54, 7.2, 21, 178), _Size("medium", 76, 5.4, 15, 188), _Size("small", 98, 4.2, 11, 192))
_DENSE = _Size("dense", 45, 3.9, 11, 2 * 190)
"""The smallest has two columns."""


def every(context: SiteContext) -> Iterator[Page]:
    """Yield each week of all at its lasting address."""
    this = monday_of(context.now.date())
    held = {monday_of(each.start.day) for each in context.calendar.occurrences if each.start.day < this}
    for monday in sorted({*held, *(this + timedelta(weeks=ahead) for ahead in range(_AHEAD + 1))}):
        yield _page(context, scopes.everybody(context), monday, f"{urls.WEEK}{name_of(monday)}/")


def this_and_next(context: SiteContext, scope: Scope) -> Iterator[Page]:
    """Yield this week and the next of a scope."""
    yield from (_page(context, scope, monday, path) for path, monday in weeks.this_and_next(context, scope))


def _page(context: SiteContext, scope: Scope, monday: date, url: str) -> Page:
    sunday = monday + timedelta(days=DAYS - 1)
    said = f"Det sker i uge {monday.isocalendar().week}"
    where = "" if scope.is_all else f" i {scope.name}"
    elsewhere = _elsewhere(context, url)
    above = () if url == urls.WEEK else (Crumb("Denne uge", urls.WEEK),)
    return Page(
        url,
        "week.html",
        said + where,
        f"Det, der sker {formatting.days(monday, sunday)}{where}: til opslagstavlen, avisen og nyhedsbrevet.",
        LazyMapping(partial(_values, context, scope, monday, url)),
        colour="yellow",
        hidden=url != urls.WEEK,
        crumbs=(CALENDAR, *above, Crumb(f"Uge {monday.isocalendar().week}{where}", None)),
        decided_by=(monday, scope, elsewhere),
        occurrences=occurrences_in(context, scope, monday),
    )


def _values(context: SiteContext, scope: Scope, monday: date, url: str) -> dict[str, Any]:
    shown = week(context, scope, monday)
    size, printed = _fitting(shown)
    this = monday_of(context.now.date())
    return {
        "title": shown.scope.title,
        "period": shown.period,
        "size": size.name,
        "days": list(_days(shown, printed)),
        "over": max(0, len(shown.lines) - printed),
        "address": context.site_url + urls.WEEK + scope.path,
        "paper": newsletter.as_text(shown, context.site_url),
        "newsletter": urls.NEWSLETTER_BELOW if monday in (this, this + timedelta(weeks=1)) and not _lasting(url) else None,
        "text_file": urls.PAPER_BELOW,
        "scope": "" if scope.is_all else scope.name,
        "links": _other_weeks(scope, monday, this),
        "elsewhere": _elsewhere(context, url),
        "feed_address": context.site_url + urls.week_feed(scope.path),
    }


def _elsewhere(context: SiteContext, url: str) -> list[dict[str, str]]:
    """Return the links to this week of each area and municipality, which one page of all has."""
    return scopes.choices(context, urls.WEEK) if url == urls.WEEK else []


def _lasting(url: str) -> bool:
    return url.removeprefix(urls.WEEK)[:1].isdigit()


def _other_weeks(scope: Scope, monday: date, this: date) -> list[dict[str, str]]:
    """Return the weeks that a page leads to: this and the next of its scope, and for all those at their own address."""
    near = (("Denne uge", "", this), ("Næste uge", urls.NEXT_WEEK, this + timedelta(weeks=1)))
    shown = [(title, urls.WEEK + scope.path + below) for title, below, first in near if first != monday]
    if scope.is_all:
        later = (this + timedelta(weeks=ahead) for ahead in range(2, _AHEAD + 1))
        shown += [(f"Uge {each.isocalendar().week}", f"{urls.WEEK}{name_of(each)}/") for each in later if each != monday]
    return [{"title": title, "url": url} for title, url in shown]


def _days(shown: Week, printed: int) -> Iterator[dict[str, Any]]:
    """Yield each day with its lines. What has no room on the printed sheet is marked."""
    place = 0
    for day, lines in shown.days:
        rows = [{"hours": line.hours, "card": line.card, "over": place + count >= printed} for count, line in enumerate(lines)]
        place += len(rows)
        yield {
            "number": day.day,
            "weekday": formatting.capital(formatting.weekday(day)),
            "said": formatting.capital(formatting.day_of_week(day)),
            "lines": rows,
            "over": all(row["over"] for row in rows),
        }


def _fitting(shown: Week) -> tuple[_Size, int]:
    """Return the largest size in which all lines have room on one sheet, else the smallest, with how many lines have room."""
    for size in (*_SIZES, _DENSE):
        if _height(shown.days, size) <= size.room:
            return size, len(shown.lines)
    return _DENSE, _most(shown)


def _most(shown: Week) -> int:
    """Return how many lines have room in the smallest size, the line that counts the others too."""
    taken, count = 2 * _DENSE.line, 0
    for _, lines in shown.days:
        for place, line in enumerate(lines):
            taken += _line_height(line, _DENSE) + (_DENSE.day / 2 if place == 0 else 0)
            if taken > _DENSE.room - _DENSE.day:
                return count
            count += 1
    return count


def _height(days: Sequence[tuple[date, list[Line]]], size: _Size) -> float:
    return sum(max(size.day, sum(_line_height(line, size) for line in lines) + size.line) for _, lines in days)


def _line_height(line: Line, size: _Size) -> float:
    card = line.card
    facts = " ".join(filter(None, (line.hours, card.status_text, card.title, card.where, card.area, card.price, card.was)))
    return ceil((len(facts) + 4) / size.letters) * size.line + size.line / 3
