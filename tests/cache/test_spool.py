"""Values wait until all are there, in memory or in a file."""

from __future__ import annotations

import pytest

from generator.cache import spool
from generator.cache.spool import InKeyOrder, Spool
from generator.feeds.event_feeds import EventFeeds


def _feeds(number: int) -> EventFeeds:
    return EventFeeds({"2026-05-01": b"l" * number}, b"{%d}" % number, {"a": b"row"}, b"coming", b"imported")


@pytest.mark.parametrize("in_memory", [1, 10, 1000])
def test_what_waits_comes_back_in_any_order(monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    monkeypatch.setattr(spool, "_IN_MEMORY", in_memory)
    every = {f"{number}/": _feeds(number) for number in range(20)}
    found: Spool[EventFeeds] = Spool()
    for url, feeds in every.items():
        found.put(url, feeds)
    assert dict(found) == every
    assert list(InKeyOrder(found, list(reversed(every)))) == list(reversed(every.values()))
