"""Fields that stand in an event's text: two of them, or one that is spelt as the field is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.load import load
from tests.trees import AREA, event, programme


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Kom.\n\nalder: fra 12 år\n", "alder"),
        ("Kom.\n\npris: 50 kr.\n", "pris"),
        ("Kom.\n\nPris: 50 kr.\nSted: havnen\n", "pris"),
        ("Kom.\n\nPris: spørg Anna.\n", ""),
        ("Kom.\n\nHusk: varmt tøj\n", ""),
        ("Kom.\n\n```\npris: 50 kr.\n```\n", ""),
    ],
)
def test_a_field_below_the_text_is_asked_about(tmp_path: Path, text: str, field: str) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, "areas/nordby/events/fest.md": event(text=text)})
    said = [str(problem) for problem in load(root, advice=True)[1]]
    assert [each.partition(" ligner et felt, men står i teksten. Skriv det i feltet ")[2] for each in said] == (
        [f"{field}, og slet linjen her."] if field else []
    )
