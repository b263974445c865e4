"""What all records of the open data have in common. The models of records give both the JSON and its JSON Schema."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

Day = Annotated[date, Field(description="A day.")]
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]


class Data(BaseModel):
    """Every key is always there; null is "not stated"."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def of(cls, value: object, **own: Any) -> Self:
        """Return what a value says of itself under the same names; `own` are the fields that are said otherwise here."""
        return cls(**{name: own[name] if name in own else getattr(value, name) for name in cls.model_fields})


class ContactData(Data):
    """Whom to ask. A person's name and phone only where they have agreed to it."""

    role: str | None
    name: str | None
    mail: str | None
    phone: str | None


def written(data: BaseModel) -> bytes:
    """Return a value as JSON."""
    return data.model_dump_json(indent=1).encode()


def schema_of(data: type[BaseModel], address: str | None = None) -> bytes:
    """Return the JSON Schema (2020-12) of a file. `address` is where the schema itself lies."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", **({"$id": address} if address else {})}
    return json.dumps(head | data.model_json_schema(mode="serialization"), ensure_ascii=False, indent=1).encode()
