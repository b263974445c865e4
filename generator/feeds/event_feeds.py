"""What one event is in every feed that it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class EventFeeds(NamedTuple):
    """Hold an event's lines in a calendar by the last day of what they hold, its record in the open data, its rows in the table
    by the anchor of each date, its row in the list of what comes, and what other calendars import of it.

    The last two are empty where the event has ended.
    """

    lines: Mapping[str, bytes]
    record: bytes
    rows: Mapping[str, bytes]
    coming: bytes
    imported: bytes
