"""The model's rules as the web form needs them: which pattern a text follows, and what is said when it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args

from generator import paths
from generator.checks.misplaced import FIELD_WORDS
from generator.danish import formatting, recurrence, repetition_words
from generator.danish.patterns import CLOCK, DAYS, MONTH_WORDS, MONTHS, PARTS, STOP, WEEKDAYS
from generator.danish.spoken import PLAIN_PUT
from generator.editing.form.fields import FormField, model_field
from generator.editing.form.write import CLOCK as WRITTEN_CLOCK
from generator.editing.form.write import PLAIN
from generator.model.address import FOUND_MAIL, FOUND_PHONE, FOUND_WEB
from generator.model.booking import NONE_NEEDED, Booking
from generator.model.occurrences import MAX_DATES
from generator.model.price import AMOUNT, FREE, WHOLE
from generator.model.state import STATE_BEFORE
from generator.model.written import Pattern, Written
from generator.reading.texts import MAX_BYTES, PERSON_NUMBER
from generator.text.letters import HIDDEN
from generator.text.sanitise import MEANT, NEWLINE, SPACES


def form_rules(fields: Iterable[FormField]) -> dict[str, Any]:
    """Return all that the form's script knows of the model, as JSON values.

    `fields` are the questions with the pattern and message of each; `ways` those of signing up, alone, in a sentence or not
    needed. `days`, `yearless`, `clock` and `repetition` are the patterns of their words, `spoken` what is said otherwise in days
    and hours, and `replaced` the words that stand for others in a repetition. `names` are those of days and months; `price` how an
    amount is written; `text` how a text is cleaned and when it is plain; `meant` are the fields that words with a colon mean.
    """
    return {
        "fields": [_field(field) for field in fields],
        "ways": {
            **{
                way: pattern_of(Booking.model_fields[name])
                for way, name in (("mail", "mail"), ("link", "link"), ("telefon", "phone"))
            },
            "none": _in_browser(NONE_NEEDED),
            "found": [_in_browser(pattern.pattern) for pattern in (FOUND_MAIL, FOUND_WEB, FOUND_PHONE)],
        },
        **day_rules(),
        "yearless": [_in_browser(pattern.pattern + STOP) for pattern in PARTS[:2]],
        "clock": _in_browser(CLOCK.pattern),
        "spoken": [[_in_browser(pattern), put] for pattern, put in PLAIN_PUT],
        "replaced": [[_in_browser(pattern), put] for pattern, put in repetition_words.REPLACED],
        "repetition": {name: _in_browser(pattern) for name, pattern in repetition_words.PATTERNS.items()},
        "hints": [[_in_browser(pattern), instead] for pattern, instead in repetition_words.HINTS],
        "ordinals": repetition_words.ORDINALS,
        "units": recurrence.UNITS,
        "price": {"free": FREE, "whole": _in_browser(WHOLE), "amount": _in_browser(AMOUNT)},
        "text": text_rules(),
        "meant": FIELD_WORDS,
        "most": {"dates": MAX_DATES, "bytes": MAX_BYTES},
    }


def day_rules() -> dict[str, Any]:
    """Return how a day is written, and the names of days and months."""
    return {
        "days": [_in_browser(pattern.pattern + STOP) for pattern in DAYS],
        "names": {
            "weekdays": WEEKDAYS,
            "months": MONTHS,
            "monthWords": MONTH_WORDS,
            "shortWeekdays": formatting.SHORT_WEEKDAYS,
            "shortMonths": formatting.SHORT_MONTHS,
        },
    }


def text_rules() -> dict[str, Any]:
    """Return how a text is cleaned, when it stands plain in YAML, and how a file is named."""
    return {
        "meant": MEANT,
        "hidden": _in_browser(HIDDEN.pattern),
        "spaces": SPACES.pattern,
        "newline": NEWLINE.pattern,
        "plain": PLAIN.pattern,
        "person": _in_browser(PERSON_NUMBER.pattern),
        "clock": WRITTEN_CLOCK.pattern,
        "devices": sorted(paths.DEVICES),
        "longestName": paths.LONGEST_NAME,
        "state": STATE_BEFORE,
    }


def _field(field: FormField) -> dict[str, Any]:
    rules = {"most": field.most, **(pattern_of(model_field(field.key)) or {})}
    stated = {"key": field.key, "name": field.name, "title": field.title, "kind": field.kind, "group": field.group}
    flags = {"required": field.required, "several": field.several}
    return {name: value for name, value in {**stated, **flags, **rules}.items() if value}


def pattern_of(annotation: Any) -> dict[str, str] | None:
    """Return the first pattern with a message somewhere inside an annotation or a field."""
    for part in (*getattr(annotation, "metadata", ()), *getattr(annotation, "__metadata__", ())):
        rule = part if isinstance(part, Written) and part.message else getattr(part, "func", None)
        if isinstance(rule, Pattern | Written):
            wider = rule.wider if isinstance(rule, Written) else ""
            return {"pattern": _in_browser(wider or rule.pattern), "message": rule.message}
    inside = annotation.annotation if hasattr(annotation, "annotation") else annotation
    return next(filter(None, map(pattern_of, get_args(inside))), None)


def _in_browser(pattern: str) -> str:
    """Return a pattern as JavaScript writes it: named groups, words and letters beyond 16 bits differ."""
    spelt = pattern.replace("(?P<", "(?<").replace('\\"', '"').replace(r"\w", r"[\p{L}\p{N}_]")
    return re.sub(r"\\U0*([0-9a-f]+)", r"\\u{\1}", spelt)
