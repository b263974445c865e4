"""A field of the model is shown, found and given away as data, or named here as one that is not."""

from __future__ import annotations

import re

import pytest

from generator.feeds.area_records import AreaData, OutcomeData
from generator.feeds.event_records import EventData
from generator.feeds.records import Data
from generator.model.area import AreaFacts
from generator.model.content import Content
from generator.model.event import EventFacts
from tests.sites import PROJECT

_DATES = {"end", "until", "except_days", "more_dates", "state", "before", "before_place", "changes", "online"}
"""What an occurrence says of one date; what `after` says is asked of the reports of its dates."""
_ASKED = {"also_in", "helpers", "origin"}
"""What the calendar is asked (`hosts_of`, `helpers_of`), and what only the import reads. Data ask it for `is_example`, too."""

_MOVED = {"former"}
"""Where a page stood before: asked of all pages at once, in `addresses/moves.py`."""


@pytest.mark.parametrize(
    ("model", "name", "rooms", "records", "elsewhere"),
    [
        (EventFacts, "event|happening", "pages/*.py", (), _DATES | {"start", "after", "also_in", "origin"}),
        (
            EventFacts,
            "event",
            "search/documents.py",
            (),
            (_DATES - {"online"}) | _ASKED | {"start", "repetition", "state_text", "after"} | {"contact", "capacity", "picture"},
        ),
        (
            EventFacts,
            "event",
            "feeds/data.py",
            (EventData,),
            _DATES | {"origin", "start", "state_text", "place", "picture", "links", "documents", "programme", "after"},
        ),
        (AreaFacts, "area", "pages/*.py", (), {"steps", "dot", "colours", "shares_with", "sources", "rounds", "ended"}),
        (
            AreaFacts,
            "area",
            "search/documents.py",
            (),
            {"position", "core_elements", "steering_group", "contact", "links", "picture", "gallery", "steps", "dot", "colours"}
            | {"shares_with", "sources", "ended", "confirmed"},
        ),
        (
            AreaFacts,
            "area",
            "feeds/[do][au]t*.py",
            (AreaData, OutcomeData),
            {"position", "challenge", "vision", "idea", "steering_group", "links", "picture", "gallery", "places"}
            | {"steps", "dot", "colours", "shares_with", "sources", "confirmed"},
        ),
    ],
    ids=["events shown", "events found", "events as data", "areas shown", "areas found", "areas as data"],
)
def test_no_field_is_forgotten(
    model: type[Content], name: str, rooms: str, records: tuple[type[Data], ...], elsewhere: set[str]
) -> None:
    code = "\n".join(file.read_text("utf-8") for file in (PROJECT / "generator").glob(rooms))
    held = {field for record in records for field in record.model_fields}
    forgotten = {field for field in model.model_fields if not re.search(rf"\b(?:{name})\.{field}\b", code)} - held
    assert forgotten == elsewhere | _MOVED
