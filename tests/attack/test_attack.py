"""Each hostile input is refused in Danish, or becomes pages of a sensible size. `python -m tests.attack` measures them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.load import load
from generator.markdown.convert import converted
from generator.model.occurrences import occurrences
from tests.attack.inputs import AMOUNTS, FIELDS, INPUTS, PICTURES, TEXTS, files
from tests.trees import programme

REFUSED = {
    *("more brackets than a text may have", "every day for 300 years", "every day for 300 years, changed", "a list of 10,000"),
    *("lists in lists of YAML", "anchors", "a price of digits", "a price of words", "a date of digits", "a repetition of days"),
    *("150 files of 399 dates", "600 events in one month", "3,100 files", "400 files of 199 kB"),
}


@pytest.mark.parametrize("name", [name for name in (*TEXTS, *FIELDS, *AMOUNTS) if "table" not in name])
def test_it_is_refused_or_bounded(tmp_path: Path, name: str) -> None:
    """Tables are held in tests/markdown."""
    site, problems = load(programme(tmp_path, files(name)))
    assert site
    assert len(problems) <= 100
    if name in REFUSED:
        assert problems
    for event in site.all_events() if not problems else ():
        assert len(converted(event.text)) <= 60 * len(event.text) + 1_000
        assert len(occurrences(event)) <= 600


def test_every_input_lies_in_the_area() -> None:
    assert len(INPUTS) == len(TEXTS) + len(FIELDS) + len(AMOUNTS) + len(PICTURES) > 50
    assert all(path.startswith("areas/nordby/") for name in (*TEXTS, *FIELDS) for path in files(name))
