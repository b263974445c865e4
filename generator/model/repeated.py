"""What `gentag` says beside how often: its last day, how many times it comes, and the days that it leaves out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from generator.danish.dates import parse_day, parse_moment
from generator.danish.formatting import joined
from generator.danish.patterns import MONTHS, WEEKDAYS, month_number
from generator.danish.repetition import parse_repetition
from generator.danish.spans import completed, days_in, parse_period, two_moments
from generator.model.apart import Fields, first_day
from generator.model.content import without
from generator.model.listed_days import WEEKS, week_numbers
from generator.model.written import short
from generator.problems.problem import or_none

_NAMED = rf"(?:{'|'.join(MONTHS)})"
_UNTIL = re.compile(
    r"(?P<repetition>.*?),?\s+(?:frem\s+|ind)?(?:til(?:\s+og\s+med)?|t\.?o\.?m\.?)\s+"
    r"(?P<until>[^\d]*\d.*|(?:udgangen af|ultimo) .*)",
    re.IGNORECASE | re.DOTALL,
)
_BUT = re.compile(
    r"(?P<repetition>.*?)[ ,(-]+(?:undtagen|undt\.?|minus|bortset fra|på nær|pånær|(?:(?:dog|men) )?ikke)(?: den| d\.?)? "
    rf"(?P<days>(?:(?:i )?uger? )?\d[^()]*?|(?:i )?(?:(?:hele )?{_NAMED}(?: måned)?|efterårsferien?))\)?[.]?",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?P<repetition>.*?),?\s+fra(?:\s+og\s+med)?\s+(?P<first>[^\d]*\d.*)", re.IGNORECASE | re.DOTALL)
_NEVER = re.compile(
    r"(?:nej|ingen|aldrig)(?:[,.] .*)?|(?:kun |det er )?(?:en|én|1) (?:enkelt )?gang|engangs\w*|(?:det )?gentages ikke"
    r"|kun denne dag|-",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?P<repetition>.*?)[ ,(]+(?:(?:i alt )?(?P<times>\d\d?) gange(?: i alt)?|x ?(?P<x>\d\d?)|i (?P<weeks>\d\d?) uger)\)?[.]?",
    re.IGNORECASE,
)
_SO_MANY_DAYS = re.compile(
    r"(?:de )?(?P<times>\d\d?) (?P<day>(?:man|tirs|ons|tors|fre|lør|søn)dag)e(?: i træk)?[.]?", re.IGNORECASE
)
_ONLY_TIMES = re.compile(r"(?:i alt )?\d\d? gange|x ?\d\d?|(?:i )?\d\d? uger", re.IGNORECASE)
_WEEKS_LONG = re.compile(r"^(?=\d+ uger)", re.IGNORECASE)
_IN_WEEKS = re.compile(rf"(?P<repetition>[^\d]{{0,40}}?)[ ,(]*{WEEKS}\)?", re.IGNORECASE)
_IN_MONTHS = re.compile(
    r"(?P<repetition>.{3,60}?),? (?:i (?:hele )?|fra (?=[a-z]+ ?(?:til|[-–])))"
    rf"(?P<months>{_NAMED}(?:(?:, ?| og | til | ?[-–] ?){_NAMED}){{0,11}})(?: (?P<year>20\d\d))?",
    re.IGNORECASE,
)
_EVEN_WEEKS = re.compile(
    r"(?P<before>.{0,60}?)[ ,(-]*(?:kun )?\b(?:i )?(?:alle |de )?(?P<odd>u?)lige uge(?:r|rne|numre)?\b\)?(?P<after>.{0,60})",
    re.IGNORECASE,
)
_A_WEEK, _ALMOST_A_YEAR = timedelta(days=7), timedelta(weeks=50)
_TEN_YEARS = timedelta(days=3660)


_OFTEN_FIRST = re.compile(
    r"(?P<often>(?:hver|alle|(?:den )?(?:første|anden|tredje|fjerde|sidste)) "
    r"[^\d]{3,60}?),? (?P<clock>(?:fra )?kl(?:okken)?\.? ?\d.{0,25}?)?[,;. (–-]+(?:første gang|begynder"
    r"|starter|start|fra)(?: er)?:?(?: den| d\.)? (?P<days>.*\d)\)?\.?",
    re.IGNORECASE,
)


def often_apart(fields: Fields) -> Fields:
    """Return fields of which `start` said how often: `hver tirsdag kl. 16.30-18, første gang 3. marts 2026`."""
    match = _OFTEN_FIRST.fullmatch(short(fields.get("start")).strip()) if "gentag" not in fields else None
    if not match or not or_none(parse_repetition, match["often"]):
        return _last_day_apart(fields)
    span = or_none(parse_period, match["days"])
    if not span or span.months or (span.ends > span.begins and "gentag til" in fields):
        return fields
    until = {"gentag til": f"{span.ends}"} if span.ends > span.begins else {}
    start = f"{span.begins} {match['clock'] or ''}".strip()
    return _last_day_apart({**fields, "start": start, "gentag": match["often"], **until})


def _last_day_apart(fields: Fields) -> Fields:
    """Return fields of which `start` says both hours and `slut` the last day of a repetition with that as `gentag til`."""
    end = short(fields.get("slut"))
    if "gentag" not in fields or "gentag til" in fields or not end:
        return fields
    pair, last = two_moments(short(fields.get("start"))), or_none(parse_day, end)
    first = or_none(parse_moment, pair[0]) if pair else None
    if not first or not last or last < first.day + _A_WEEK:
        return fields
    return {**without(fields, "slut"), "gentag til": end}


def repetition_apart(fields: Fields) -> Fields:
    """Return fields of which `gentag` held its last day, how many times it comes, or days that it leaves out, with those as others.

    `hver tirsdag til 1. juni`, `hver tirsdag x 5`, `hver tirsdag undtagen 5. maj`. What says that it does not repeat is left out.
    """
    written = short(fields.get("gentag"))
    return _weeks_apart(_said_apart(fields, written)) if written else fields


def _said_apart(fields: Fields, written: str) -> Fields:
    if _NEVER.fullmatch(written.strip()):
        return without(fields, "gentag")
    if many := _SO_MANY_DAYS.fullmatch(written.strip()):
        fields = {**fields, "gentag": f"hver {many['day']}, {many['times']} gange"}
    but = _BUT.fullmatch(written.strip())
    if but and "undtagen" not in fields:
        fields = {**fields, "gentag": but["repetition"], "undtagen": but["days"]}
    until = fields.get("gentag til")
    if isinstance(until, str) and _ONLY_TIMES.fullmatch(until.strip()):
        gentag = f"{fields['gentag']} {_WEEKS_LONG.sub('i ', until.strip())}"
        return _counted_apart({**without(fields, "gentag til"), "gentag": gentag})
    if "gentag til" in fields:
        return fields
    fields = _in_months(_in_weeks(fields))
    match = _UNTIL.fullmatch(fields["gentag"].strip()) if "gentag til" not in fields else None
    if match:
        return _from_apart({**fields, "gentag": match["repetition"], "gentag til": match["until"].rstrip(" .,;")})
    return _until_the_end(_days_apart(_counted_apart(fields)))


def _weeks_apart(fields: Fields) -> Fields:
    """Return fields of which `gentag` said `hver tirsdag i lige uger` with every second week, where that is the same.

    It is not where the start is in another week, nor over a New Year after week 53: both that and week 1 are odd.
    """
    match, first = _EVEN_WEEKS.fullmatch(fields.get("gentag", "")), first_day(fields)
    if not match or not first or first.isocalendar().week % 2 != len(match["odd"]):
        return fields
    until, rest = short(fields.get("gentag til")), f"{match['before']} {match['after']}".strip(" ,")
    last = or_none(parse_day, completed(until, first, months=True) or until) if until else first
    weekly = or_none(parse_repetition, rest or "hver uge")
    if not last or not weekly or (weekly.frequency, weekly.interval) != ("WEEKLY", 1):
        return fields
    if any(date(year, 12, 28).isocalendar().week == 53 for year in range(first.isocalendar().year, last.isocalendar().year)):
        return fields
    every = f"hver 2. uge, {joined(WEEKDAYS[day] for day in weekly.weekdays)}" if weekly.weekdays else "hver 14. dag"
    return {**fields, "gentag": every}


def _in_weeks(fields: Fields) -> Fields:
    """Return fields of which `gentag` said the weeks by their numbers, with its last day, and the days of other weeks left out."""
    match, first = _IN_WEEKS.fullmatch(fields["gentag"].strip()), first_day(fields)
    weekly = or_none(parse_repetition, match["repetition"] or "hver uge") if match else None
    if not match or not weekly or not first or weekly.frequency != "WEEKLY" or "undtagen" in fields:
        return fields
    weeks = week_numbers(match["weeks"])
    days = weekly.days(first, first + _ALMOST_A_YEAR)
    of_weeks = [day for day in days if day.isocalendar().week in weeks]
    if not of_weeks or of_weeks[0] != first:
        return fields
    left_out = [f"{day}" for day in days if day < of_weeks[-1] and day not in of_weeks]
    others = {"undtagen": left_out} if left_out else {}
    return {**fields, "gentag": match["repetition"] or "hver uge", "gentag til": f"{of_weeks[-1]}", **others}


def _in_months(fields: Fields) -> Fields:
    """Return fields of which `gentag` named the months that it comes in, from that of the start on, with the end of the last."""
    match, first = _IN_MONTHS.fullmatch(fields["gentag"].strip()), first_day(fields)
    repetition = or_none(parse_repetition, match["repetition"]) if match else None
    if not match or not first or not repetition or repetition.frequency != "WEEKLY":
        return fields
    months = [month_number(word) for word in re.findall(_NAMED, match["months"].lower())]
    are_all = "-" in match["months"] or "–" in match["months"] or " til " in match["months"]
    follow = all((later - month) % 12 == 1 for month, later in pairwise(months))
    last = first.year + (months[-1] < first.month)
    if (
        months[0] != first.month
        or not (follow or (are_all and len(months) == 2))
        or int(match["year"] or last) not in (first.year, last)
    ):
        return fields
    return {**fields, "gentag": match["repetition"], "gentag til": f"udgangen af {MONTHS[months[-1] - 1]} {last}"}


def _from_apart(fields: Fields) -> Fields:
    """Return fields without the first day where that is the start's: `hver torsdag fra 7. maj`."""
    match, first = _FROM.fullmatch(fields["gentag"].strip()), first_day(fields)
    said = completed(match["first"], first, months=True) or match["first"] if match and first else ""
    return {**fields, "gentag": match["repetition"]} if match and first and or_none(parse_day, said) == first else fields


def _days_apart(fields: Fields) -> Fields:
    """Return fields with the days that stand at `gentag` as further dates."""
    first = first_day(fields)
    days = days_in(fields["gentag"], first) if first and "flere datoer" not in fields else []
    if len(days) < 2 or not all(or_none(parse_day, day) for day in days):
        return fields
    return {**without(fields, "gentag"), "flere datoer": [day for day in days if or_none(parse_day, day) != first]}


def _until_the_end(fields: Fields) -> Fields:
    """Return fields of which `slut` held the last day of a repetition: nothing lasts for weeks and comes each week."""
    first, end = first_day(fields), short(fields.get("slut"))
    if "gentag" not in fields or "gentag til" in fields or not first or not end:
        return fields
    last = or_none(parse_day, completed(end, first, months=True) or end)
    return {**without(fields, "slut"), "gentag til": end} if last and last >= first + _A_WEEK else fields


def _counted_apart(fields: Fields) -> Fields:
    """Return fields with the last of so many days for `hver tirsdag, 8 gange`."""
    match, first = _TIMES.fullmatch(fields["gentag"].strip()), first_day(fields)
    if not match or not first or "undtagen" in fields:  # whether the days left out are among so many is not said
        return fields
    repetition = or_none(parse_repetition, match["repetition"])
    if not repetition:
        return fields
    is_once_a_week = (repetition.frequency, repetition.interval) == ("WEEKLY", 1) and len(repetition.weekdays) < 2
    if match["weeks"] and not is_once_a_week:
        return fields
    days = repetition.days(first, first + _TEN_YEARS)[: int(match["times"] or match["x"] or match["weeks"])]
    return {**fields, "gentag": match["repetition"], "gentag til": days[-1].isoformat()} if days else fields
