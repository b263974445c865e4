"""The model's rules as the web form needs them: which pattern a text follows, and what is said when it does not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from generator import repetition, wording
from generator.dates import MONTHS, WEEKDAYS
from generator.entry.fields import EntryField
from generator.messages import model_at
from generator.model.booking import Booking
from generator.model.event import EventFacts
from generator.model.values import Pattern
from generator.occurrences import MAX_DATES
from generator.sources import MAX_BYTES


def form_rules(fields: Iterable[EntryField]) -> dict[str, Any]:
    """All that the form's script knows of the model, as JSON values.

    `fields` are the questions with the pattern and message of each; `ways` those of a booking's link and mail; `repetition`
    the patterns of words, `names` of days and months.
    """
    return {
        "fields": [_field(field) for field in fields],
        "ways": {way: _pattern(Booking.model_fields[way].annotation) for way in ("link", "mail")},
        "repetition": {name: _in_browser(pattern) for name, pattern in repetition.PATTERNS.items()},
        "ordinals": repetition.ORDINALS,
        "units": repetition.UNITS,
        "names": {
            "weekdays": WEEKDAYS,
            "months": MONTHS,
            "shortWeekdays": wording.SHORT_WEEKDAYS,
            "shortMonths": wording.SHORT_MONTHS,
        },
        "most": {"dates": MAX_DATES, "bytes": MAX_BYTES},
    }


def _field(field: EntryField) -> dict[str, Any]:
    rules = {"most": field.most, **(_pattern(_annotation(field)) or {})}
    told = {"key": field.key, "name": field.name, "title": field.title, "kind": field.kind, "group": field.group}
    flags = {"required": field.required, "several": field.several}
    return {name: value for name, value in {**told, **flags, **rules}.items() if value}


def _annotation(field: EntryField) -> Any:
    *outer, last = field.key.split(".")
    home = model_at(EventFacts, outer) if outer else EventFacts
    facts = home.model_fields.items() if home else ()
    return next((fact for name, fact in facts if last in (name, fact.alias)), None)


def _pattern(annotation: Any) -> dict[str, str] | None:
    """The first Pattern somewhere inside an annotation or a field."""
    for part in (*getattr(annotation, "metadata", ()), *getattr(annotation, "__metadata__", ())):
        rule = getattr(part, "func", None)
        if isinstance(rule, Pattern):
            return {"pattern": _in_browser(rule.pattern), "message": rule.message}
    inside = annotation.annotation if hasattr(annotation, "annotation") else annotation
    return next(filter(None, map(_pattern, get_args(inside))), None)


def _in_browser(pattern: str) -> str:
    """A pattern as JavaScript writes it: only the named groups differ."""
    return pattern.replace("(?P<", "(?<").replace('\\"', '"')
