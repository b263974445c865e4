"""JSON Schemas (2020-12) of the content files, for editors: what the model says, said to other programs.

Whatever `kulturpunkt check` accepts validates: keys and choices in any spelling, one value where a list is meant, fields left
empty, and the numbers and booleans that other readers of YAML make of what we read as text. A schema accepts more than `check`
does: it knows nothing of other fields and files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from urllib.parse import quote

from pydantic.fields import FieldInfo

from generator.editing.schema.spelling import spelling, spellings, whole
from generator.editing.schema.tables import table_title
from generator.model.choice import BETWEEN_WORDS, IN_ONE_LINE, Choice
from generator.model.content import Content, line_with_colon
from generator.model.grouped import grouped
from generator.model.synonyms import JOINED
from generator.model.written import Matching, Written

Schema = dict[str, Any]

_SCALAR = ["string", "number", "boolean"]
_EMPTY: Schema = {
    "type": ["null", "string", "array", "object"],
    "pattern": r"^\s*$",
    "patternErrorMessage": "Eller lad feltet være tomt.",
    "maxItems": 0,
    "maxProperties": 0,
}
_WHOLE_NUMBER: Schema = {"type": ["integer", "string"], "pattern": r"^\s*\+?[\d_]+(?:\.0*)?\s*$", "exclusiveMinimum": 0}


def schema_of(model: type[Content], title: str, description: str) -> Schema:
    """Return the schema of a whole file whose top is `model`."""
    inner = sorted({each.__name__: each for each in _models(model) if each is not model}.items())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_mapping(model, ""),
        "title": title,
        "description": description,
        "$defs": {"Tom": _EMPTY, **{name: _mapping(each, f"/$defs/{name}") for name, each in inner}},
    }


def _mapping(model: type[Content], here: str) -> Schema:
    """Return the schema of the mapping that stands at `here` in the whole schema."""
    fields = {field.alias or name: field for name, field in model.model_fields.items() if not field.exclude}
    required = [key for key, field in fields.items() if field.is_required()]
    return {
        "type": "object",
        **({"title": title} if (title := table_title(model)) else {}),
        "properties": {key: _field(field) for key, field in fields.items()},
        "patternProperties": {
            **{f"^(?!{key}$){_key(key)}$": {"$ref": f"#{here}/properties/{quote(key)}"} for key in fields},
            **{_any_key(words): _meant(key, here) for key, words in _others(model).items()},
        },
        "additionalProperties": False,
        **({"allOf": [_has(key, model) for key in required]} if required else {}),
    }


def _has(key: str, model: type[Content]) -> Schema:
    """Return what holds where a key is there: as it is spelt here, in another spelling, or by another word."""
    others = [word for meant, words in _others(model).items() if JOINED.get(meant, meant) == key for word in words]
    pattern = _any_key([key, *others])
    return {"anyOf": [{"required": [key]}, {"not": {"propertyNames": {"not": {"pattern": pattern}}}}]}


def _others(model: type[Content]) -> dict[str, list[str]]:
    """Return the other words for each key of a mapping."""
    return grouped((key, word) for word, key in model.synonyms.items())


def _any_key(words: Sequence[str]) -> str:
    return rf"^(?:{'|'.join(map(_key, words))})[.:?!]*$"


def _meant(key: str, here: str) -> Schema:
    """Return the value below another word: that of the key, or a text that is joined with another field."""
    return {"type": _SCALAR} if key in JOINED else {"$ref": f"#{here}/properties/{quote(key)}"}


def _key(key: str) -> str:
    return rf"[\s_-]*{spelling(key)}[\s_-]*"


def _field(field: FieldInfo) -> Schema:
    value = _value(field.annotation, field.metadata)
    if field.examples:
        value = _with_message(value, f"Skriv for eksempel {str(field.examples[0]).removesuffix('.')}.")
    said = {"title": field.title, "description": field.description, "examples": list(field.examples or ())}
    shown = {name: text for name, text in said.items() if text}
    return shown | (value if field.is_required() else {"anyOf": [*_alternatives(value), {"$ref": "#/$defs/Tom"}]})


def _with_message(value: Any, message: str) -> Any:
    """Return the same where editors say `message` instead of showing a pattern."""
    if isinstance(value, list):
        return [_with_message(each, message) for each in value]
    if not isinstance(value, dict):
        return value
    explained = {key: _with_message(inner, message) for key, inner in value.items()}
    return explained | {"patternErrorMessage": message} if "pattern" in explained else explained


def _value(annotation: Any, marks: Sequence[Any]) -> Schema:
    """Return the schema of one kind of value, decided by its type and by the marks that it carries in the model."""
    if get_origin(annotation) is Annotated:
        annotation, *inner = get_args(annotation)
        return _value(annotation, [*inner, *marks])
    kinds = [kind for kind in _kinds(annotation) if kind is not NoneType]
    if len(kinds) > 1:
        return {"anyOf": [choice for kind in kinds for choice in _alternatives(_value(kind, []))]}
    if kinds != [annotation]:
        return _value(kinds[0], marks)
    if get_origin(annotation) is tuple:
        own = [mark for mark in marks if isinstance(mark, Written)]
        item = _single(str, own) if own else _value(get_args(annotation)[0], [])
        choices = [*_alternatives(item), *(_in_one_line(item) if IN_ONE_LINE in marks else ())]
        items = {"anyOf": [*choices, {"$ref": "#/$defs/Tom"}]}
        return {"anyOf": [{"type": "array", "items": items}, *choices]}
    if get_origin(annotation) is Mapping:
        key, value = (_value(each, []) for each in get_args(annotation))
        listed = any(choice.get("type") == "array" for choice in _alternatives(value))
        values = {"anyOf": [*_alternatives(value), {"$ref": "#/$defs/Tom"}]} if listed else value
        return {"type": "object", "propertyNames": key, "additionalProperties": values}
    return _single(annotation, marks)


def _in_one_line(item: Schema) -> Iterator[Schema]:
    """Yield what fits several texts with something between them, where each follows a pattern."""
    for choice in _alternatives(item):
        if "pattern" in choice:
            one = choice["pattern"].removeprefix("^").removesuffix("$")
            yield {"type": "string", "pattern": f"^(?:{one})(?:(?:{BETWEEN_WORDS})(?:{one}))+$"}


def _pairs(model: type[Content] | None = None) -> Schema:
    """Return what a line with a colon in it is to YAML, `Et hus: delvist`: fields that the model does not have."""
    keys = [key for each in (model.field_keys(), *_others(model).values()) for key in each] if model else []
    named = {"propertyNames": {"not": {"pattern": _any_key(keys)}}} if keys else {}
    return {"type": "object", "minProperties": 1, **named, "additionalProperties": {"type": _SCALAR}}


def _single(kind: type, marks: Sequence[Any]) -> Schema:
    patterns = [mark.pattern for mark in marks if isinstance(mark, Written | Matching)]
    if issubclass(kind, Content):
        mapping = {"$ref": f"#/$defs/{kind.__name__}"}
        choices = [*([{"type": _SCALAR}] if patterns else ()), mapping, *([_pairs(kind)] if kind.in_pairs else ())]
        return {"anyOf": choices} if len(choices) > 1 else mapping
    if any(getattr(mark, "func", None) is line_with_colon for mark in marks):
        return {"anyOf": [{"type": _SCALAR}, _pairs()]}
    if issubclass(kind, Choice):
        words = [choice.value for choice in kind]
        said = [{"type": "string", "pattern": whole(pattern)} for pattern in patterns if pattern]
        return {"anyOf": [{"enum": words}, {"type": "string", "pattern": spellings(words)}, *said]}
    if kind is int:
        return _WHOLE_NUMBER | ({"pattern": whole(patterns[0])} if any(patterns) else {})
    most = [length for mark in marks if (length := getattr(mark, "max_length", None))]
    return {
        "type": _types(patterns[0]) if any(patterns) else _SCALAR,
        **({"pattern": whole(patterns[0])} if any(patterns) else {}),
        **({"maxLength": most[0]} if most else {}),
    }


def _types(pattern: str) -> list[str]:
    """Return what readers may make of a text with this pattern: `7900` is a number to some, `true` a boolean."""
    samples = {"number": ("7", "10.3", "7900", "12345678", "20260501"), "boolean": ("true",)}
    others = [kind for kind, texts in samples.items() if any(re.fullmatch(pattern, text, re.IGNORECASE) for text in texts)]
    return ["string", *others]


def _kinds(annotation: Any) -> tuple[Any, ...]:
    """Return the members of a union, or the one kind that it is."""
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _alternatives(schema: Schema) -> list[Schema]:
    """Return the schemas of which one must hold."""
    return schema["anyOf"] if list(schema) == ["anyOf"] else [schema]


def _models(annotation: Any) -> Iterator[type[Content]]:
    """Yield every mapping that can stand somewhere inside."""
    if isinstance(annotation, type) and issubclass(annotation, Content):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation)
    for part in get_args(annotation):
        yield from _models(part)
