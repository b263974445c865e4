"""What `gentag` says beside how often: its last day, how many times it comes, and the days that it leaves out."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.danish.dates import parse_moment
from generator.danish.repetition import parse_repetition
from generator.model.apart import Fields
from generator.problems.problem import RefusedError

_UNTIL = re.compile(
    r"(?P<repetition>.*?),?\s+(?:frem\s+|ind)?(?:til(?:\s+og\s+med)?|t\.?o\.?m\.?)\s+(?P<until>[^\d]*\d.*)",
    re.IGNORECASE | re.DOTALL,
)
_BUT = re.compile(
    r"(?P<repetition>.*?)[ ,(-]+(?:undtagen|undt\.?|minus|bortset fra|på nær|pånær|(?:(?:dog|men) )?ikke)(?: den| d\.?)? "
    r"(?P<days>\d[^()]*?)\)?[.]?",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(?:nej|ingen|aldrig)(?:[,.] .*)?|(?:kun |det er )?(?:en|én|1) (?:enkelt )?gang|engangs\w*|(?:det )?gentages ikke"
    r"|kun denne dag|-",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?P<repetition>.*?)[ ,(]+(?:(?:i alt )?(?P<times>\d\d?) gange(?: i alt)?|x ?(?P<x>\d\d?)|i (?P<weeks>\d\d?) uger)\)?[.]?",
    re.IGNORECASE,
)
_TEN_YEARS = timedelta(days=3660)


def repetition_apart(fields: Fields) -> Fields:
    """Return fields of which `gentag` held its last day, how many times it comes, or days that it leaves out, with those as others.

    `hver tirsdag til 1. juni`, `hver tirsdag x 5`, `hver tirsdag undtagen 5. maj`. What says that it does not repeat is left out.
    """
    written = fields.get("gentag")
    if not isinstance(written, str) or len(written) > 200:
        return fields
    if _NEVER.fullmatch(written.strip()):
        return {key: value for key, value in fields.items() if key != "gentag"}
    but = _BUT.fullmatch(written.strip())
    if but and "undtagen" not in fields:
        fields = {**fields, "gentag": but["repetition"], "undtagen": but["days"]}
    match = _UNTIL.fullmatch(fields["gentag"].strip())
    if "gentag til" in fields:
        return fields
    if match:
        return {**fields, "gentag": match["repetition"], "gentag til": match["until"].rstrip(" .,;")}
    return _counted_apart(fields)


def _counted_apart(fields: Fields) -> Fields:
    """Return fields with the last of so many days for `hver tirsdag, 8 gange`."""
    match, start = _TIMES.fullmatch(fields["gentag"].strip()), fields.get("start")
    if not match or not isinstance(start, str):
        return fields
    try:
        first, repetition = parse_moment(start).day, parse_repetition(match["repetition"])
    except RefusedError:
        return fields
    is_once_a_week = (repetition.frequency, repetition.interval) == ("WEEKLY", 1) and len(repetition.weekdays) < 2
    if match["weeks"] and not is_once_a_week:
        return fields
    days = repetition.days(first, first + _TEN_YEARS)[: int(match["times"] or match["x"] or match["weeks"])]
    return {**fields, "gentag": match["repetition"], "gentag til": days[-1].isoformat()} if days else fields
