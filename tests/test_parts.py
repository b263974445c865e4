"""Feeds wait until they are joined, in memory or in a file."""

from __future__ import annotations

import pytest

from generator import parts
from generator.parts import EventFeeds, Feeds


@pytest.mark.parametrize("in_memory", [1, 1000])
def test_what_waits_comes_back_in_any_order(monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    monkeypatch.setattr(parts, "_IN_MEMORY", in_memory)
    every = {f"{number}/": EventFeeds(b"l" * number, b"{%d}" % number, {"a": b"row"}, b"coming") for number in range(20)}
    waiting = Feeds()
    for url, feeds in every.items():
        waiting.put(url, feeds)
    assert dict(waiting) == every
    assert [waiting[url] for url in reversed(every)] == list(reversed(every.values()))
