"""What stands in the wrong place of an event's file: fields in the text, and its state in the title."""

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


@pytest.mark.parametrize(
    ("title", "line", "is_asked"),
    [
        ("Festen er aflyst", "", True),
        ("Festen er aflyst", "status: planlagt", False),
        ("AFLYST - Fest", "", False),
        ("Udsatte", "", False),
        ("Fest for alle, der er flyttet hertil", "", False),
    ],
)
def test_a_state_in_a_title_that_is_not_the_events_is_asked_about(tmp_path: Path, title: str, line: str, is_asked: bool) -> None:
    file = event(line).replace("titel: Fest", f"titel: {title}")
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, "areas/nordby/events/fest.md": file})
    said = [str(problem).partition(" Er det")[0] for problem in load(root, advice=True)[1]]
    asked = "areas/nordby/events/fest.md:2:8: advarsel: titel: Titlen siger «aflyst», men det gør status ikke."
    assert said == ([asked] if is_asked else [])
