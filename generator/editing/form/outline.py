"""The outline of a content file: every field of its model as a form asks for it, with lists and fields inside of fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, get_args

from pydantic.fields import FieldInfo

from generator.danish.formatting import capital
from generator.danish.spans import Period
from generator.editing.form.fields import (
    AGREED,
    ALLOWED,
    ALT,
    CHOOSE_PICTURE,
    CREDIT,
    NOBODY,
    NOT_ASKED,
    PEOPLE,
    PICTURE_STEP,
    form_fields,
    most_letters,
)
from generator.editing.form.rules import pattern_of
from generator.model.choice import choices_in
from generator.model.consent import Consent, TakenThere
from generator.model.content import Content, content_in, holds
from generator.model.values import Picture, Said, Text

Outline = dict[str, Any]
Options = Mapping[str, Sequence[tuple[str, str]]]
"""What one can choose where the model only knows keys: pairs of key and title, by the Danish key of the field."""


def outline(model: type[Content], options: Options, only: Iterable[str] = ()) -> list[Outline]:
    """Return the fields of a model in its order, or only those with these keys.

    A field has `key`, `title`, `help` and `kind`: `text`, `long`, `choice`, `choices`, `yes`, `picture`, `record`, `list` or `map`.
    `day` marks one that says a day, or from one to another. A record has `fields`, a list of records or a map has the `fields` of
    each entry; those of a picture are marked `picture`. Where they are known it has `example`, `required`, `choices` (pairs of
    value and title), `most` letters, and a `pattern` with the `message` for what does not follow it.
    """
    wanted = set(only)
    fields = [(field.alias or name, field) for name, field in model.model_fields.items() if field.title]
    return [_field(key, field, options) for key, field in fields if not wanted or key in wanted]


def _field(key: str, field: FieldInfo, options: Options) -> Outline:
    home = content_in(field.annotation)
    choices = options.get(key) or [(word, word) for word in choices_in(field.annotation)]
    several = holds(field.annotation, tuple)
    kind = _kind(field, home, several=several, choices=bool(choices))
    known = {
        "key": key,
        "title": PICTURE_STEP if kind == "record" and home and issubclass(home, Picture) else field.title,
        "help": field.description,
        "kind": kind,
        "required": field.is_required(),
        "example": str(field.examples[0]) if field.examples else None,
        "choices": choices if kind in ("choice", "choices") else None,
        "fields": _inside(home, options) if home and kind in ("record", "list", "map") else None,
        "picture": home is not None and issubclass(home, Picture),
        "day": home is None and any(_may_be(field.annotation, kind) for kind in (date, Period)),
        "most": next(most_letters(field), None),
        **(pattern_of(field) or {}),
    }
    return {name: value for name, value in known.items() if value}


_WORDS = {field.name: field for field in form_fields()}
_AS_ASKED = {"beskrivelse": ALT, "foto": CREDIT, "samtykke": PEOPLE}
_FILE: Outline = {"title": "Billede", "kind": "picture", "help": CHOOSE_PICTURE}


def _inside(model: type[Content], options: Options) -> list[Outline]:
    """Return the fields of what stands inside a field. Those of a picture are asked as the form for events asks them."""
    fields = outline(model, options)
    return [each for field in fields for each in _of_picture(model, field)] if issubclass(model, Picture) else fields


def _of_picture(model: type[Picture], field: Outline) -> Iterable[Outline]:
    key = field["key"]
    if key == "fil":
        yield {"key": key, "required": True, **_FILE}
        return
    words = _WORDS.get(_AS_ASKED.get(key, ""))
    asked = {**field, "title": words.title, "help": words.help} if words else {**field, "more": True}
    if key == "samtykke":
        asked = {name: value for name, value in asked.items() if name not in ("example", "pattern", "message", "required")}
        yield {**asked, "kind": "choice", "choices": _agreed(says_all=issubclass(model, TakenThere))}
        return
    yield asked
    if key == "foto":
        lov = _WORDS[ALLOWED]
        yield {"key": "lov", "kind": "choice", "title": lov.title, "help": lov.help, "choices": [("ja", "Ja"), ("nej", "Nej")]}


def _agreed(*, says_all: bool) -> list[tuple[str, str]]:
    """Return what one can answer of those on a picture. What begins with a hyphen has no word in the file."""
    yes, not_asked = ("ja", capital(AGREED)), ("-ikke spurgt", capital(NOT_ASKED))
    if not says_all:
        return [(f"-{NOBODY}", capital(NOBODY)), yes, not_asked]
    parents = (Consent.PARENTS.value, "Ja, og barnets forældre har sagt ja")
    gone = (Consent.NO.value, "Ja, og en af dem vil ikke være med mere")
    return [(Consent.NOBODY.value, capital(NOBODY)), yes, parents, not_asked, gone]


def _kind(field: FieldInfo, home: type[Content] | None, *, several: bool, choices: bool) -> str:
    if holds(field.annotation, Mapping):
        return "map"
    if several:
        return "choices" if choices and home is None else "list"
    if home:
        return "record"
    if choices:
        return "choice"
    if _may_be(field.annotation, bool):
        return "yes"
    kinds = (field.annotation, *get_args(field.annotation))
    return "long" if any(kind in (Text, Said) for kind in kinds) else "text"


def _may_be(annotation: Any, kind: type) -> bool:
    return annotation is kind or any(_may_be(each, kind) for each in get_args(annotation))
