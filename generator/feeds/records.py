"""What all records of the open data have in common. The models of records give both the JSON and its JSON Schema."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Day = Annotated[date, Field(description="A day.")]
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]


class Data(BaseModel):
    """Every key is always there; null is "not stated"."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class ContactData(Data):
    """Whom to ask. A person's name and phone only where they have agreed to it."""

    role: str | None
    name: str | None
    mail: str | None
    phone: str | None


def written(data: BaseModel) -> bytes:
    """Return a value as JSON."""
    return data.model_dump_json(indent=1).encode()
