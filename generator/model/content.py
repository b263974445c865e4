"""A mapping in a content file: its keys as people spell them, without what is empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Self, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic.fields import FieldInfo

from generator.danish.formatting import capital
from generator.model.synonyms import Synonyms, comparable
from generator.problems.problem import RefusedError, did_you_mean, listed
from generator.problems.rules import fields
from generator.text.letters import folded

_WIDE = 100
_VERY_WIDE = re.compile(rf"[^\S\n]{{{_WIDE},}}")
_UNSAID: set[str] = set()
_FAR = 2
"""Letters that a field's name is longer or shorter than a word which is not that field spelt wrong: `Løn` is not `beløb`."""
MOST_KEYS = 12
"""In a message: a longer list is read in the guide."""


class Content(BaseModel):
    """A mapping in a content file. Keys are Danish; spelling without æ, ø, å and with capitals is understood.

    So are `synonyms`, other words for a key, where the key itself is not there.
    """

    synonyms: ClassVar[Synonyms] = {}
    unknown: ClassVar[str] = "Ret ordet, eller slet linjen."
    """What to do with a word that nobody knows where it belongs."""

    in_pairs: ClassVar[bool] = False
    """Whether a line with a colon, which YAML takes for a field, is read as what it says: `Banken: erhverv`."""

    elsewhere: ClassVar[Mapping[str, str]] = {}
    """What to do with a word that belongs in another place, by the word as words are compared."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, hide_input_in_errors=True, defer_build=True
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Give each field that is described its title: its key with a capital, where it has none of its own."""
        super().__pydantic_init_subclass__(**kwargs)
        for name, field in cls.model_fields.items():
            field.title = field.title or (capital(field.alias or name) if field.description else None)

    @classmethod
    def of(cls, known: dict[str, Any]) -> Self:
        """Return a mapping of fields that are known to be right, without which of them were written: a third of its memory."""
        made = cls.__new__(cls)
        object.__setattr__(made, "__dict__", known)
        object.__setattr__(made, "__pydantic_fields_set__", _UNSAID)
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, written: Any) -> Any:
        """Give each key its proper spelling, and take an empty field for one that is not there."""
        if not isinstance(written, dict):
            raise RefusedError(fields.FIELDS_WANTED, f"Her skal stå felter under hinanden{cls._named()}.")
        spelling = cls._spelling()
        written = {spelling.get(folded(key)) or key: _filled(value) for key, value in written.items()}
        filled: dict[str, Any] = {key: value for key, value in written.items() if value not in ("", [], {})}
        if cls.synonyms and not cls._keys().issuperset(filled):
            filled = cls._with_meant_keys(filled)
        return cls._as_meant(filled)

    @classmethod
    def _with_meant_keys(cls, filled: dict[str, Any]) -> dict[str, Any]:
        """Return the same with the key that a word means, unless that is there, too."""
        meant = {key: cls.synonyms.get(comparable(key), key) for key in filled if key not in cls._keys()}
        once = {key: other for key, other in meant.items() if other not in filled and [*meant.values()].count(other) == 1}
        return {once.get(key, key): value for key, value in filled.items()}

    @classmethod
    def _as_meant(cls, filled: dict[str, Any]) -> dict[str, Any]:
        """Return the fields where each says what is its own, also where people write one for two or two for one."""
        return filled

    @classmethod
    @cache
    def _keys(cls) -> frozenset[str]:
        return frozenset(cls.field_keys())

    @classmethod
    @cache
    def _spelling(cls) -> dict[str, str]:
        """Return each key by what it is compared by."""
        return {folded(key): key for key in cls.field_keys()}

    @classmethod
    def _named(cls) -> str:
        """Return its fields, or those that it must have where they are many."""
        needed = [field.alias or name for name, field in cls.model_fields.items() if field.is_required()]
        keys = cls.field_keys()
        return f": {listed(keys)}" if len(keys) <= MOST_KEYS else f", for eksempel {listed(needed)}"

    @classmethod
    def field_keys(cls) -> list[str]:
        """Return the Danish keys, in the order of the model."""
        return [field.alias or name for name, field in cls.model_fields.items() if not field.exclude]

    @classmethod
    def field_called(cls, name: object) -> FieldInfo | None:
        """Return the field with a Danish key, or with an English name; None where there is none."""
        return next((field for own, field in cls.model_fields.items() if name in (own, field.alias)), None)


def pair_in(written: Any, model: type[Content]) -> tuple[str, str] | None:
    """Return the two texts of a mapping of one whose key is no field of the model, nor nearly one: `Banken: erhverv`."""
    if not isinstance(written, dict) or len(written) != 1:
        return None
    [(key, value)] = written.items()
    is_pair = isinstance(key, str) and isinstance(value, str) and not _may_be_field(key, model)
    return (key, value) if is_pair else None


def _may_be_field(key: object, model: type[Content]) -> bool:
    near = (
        [field for field in model.field_keys() if abs(len(folded(field)) - len(folded(key))) < _FAR] if isinstance(key, str) else []
    )
    return isinstance(key, str) and (comparable(key) in model.synonyms or bool(did_you_mean(key, near)))


def each_apart(model: type[Content]) -> BeforeValidator:
    """Return what parts a mapping none of whose keys is a field, each for itself: `Leje: 12.000 kr.` and `Kaffe: 500 kr.`."""

    def apart(written: Any) -> Any:
        is_list = isinstance(written, dict) and not any(_may_be_field(key, model) for key in written)
        return [{key: value} for key, value in written.items()] if is_list else written

    return BeforeValidator(apart)


def line_with_colon(written: Any, model: type[Content] | None = None) -> Any:
    """Return the line of a list that YAML takes for a field, because there is a colon in it: `Koret: fra 11 til 41`.

    With a model, what is one of its fields, or nearly, stays a field.
    """
    if not isinstance(written, dict) or len(written) != 1:
        return written
    [(key, value)] = written.items()
    is_line = isinstance(key, str) and isinstance(value, str) and not (model and _may_be_field(key, model))
    return f"{key}: {value}" if is_line else written


def alone(key: str, model: type[Content] | None = None) -> BeforeValidator:
    """Return what reads a line alone, where fields may stand, as the field `key`; with a model also a line that has a colon."""

    def read(written: Any) -> Any:
        line = line_with_colon(written, model) if model else written
        return {key: line} if isinstance(line, str) else line

    return BeforeValidator(read)


def without(fields: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """Return the fields of a mapping but those with these keys."""
    return {key: value for key, value in fields.items() if key not in keys}


def content_in(annotation: Any) -> type[Content] | None:
    """Return the model inside `tuple[Partner, ...]`, `Place | None`, `Mapping[str, Place]` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, Content):
        return annotation
    return next(filter(None, map(content_in, get_args(annotation))), None)


def holds(annotation: Any, kind: type) -> bool:
    """Return whether an annotation is a tuple or a mapping, or may be one."""
    origin = get_origin(annotation)
    found = isinstance(origin, type) and issubclass(origin, kind)
    return found or any(holds(each, kind) for each in get_args(annotation) if origin is not tuple)


def _filled(written: Any) -> Any:
    """Return the same without what is only space, and without the empty entries of a list.

    Of a very long row of spaces and tabs, one is left: the time of many patterns grows with its square.
    """
    if isinstance(written, str):
        if not written.strip():
            return ""
        return _VERY_WIDE.sub(" ", written) if len(written) > _WIDE else written
    if isinstance(written, list):
        return [entry for entry in map(_filled, written) if entry != ""]
    return written
