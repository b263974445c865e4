"""What counts is counted, in all texts of the programme."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.content.load import load
from generator.model.named_values import NAMES, filled
from generator.model.site import Site, at_day
from tests.trees import PROGRAMME, TIMELINE, programme

DAY = date(2026, 1, 1)


def site(root: Path, **files: str) -> Site:
    found, problems = load(programme(root, {f"content/{name}.yml": text for name, text in files.items()}))
    assert found
    assert problems == []
    return found


def test_each_name_has_a_value(tmp_path: Path) -> None:
    values = at_day(site(tmp_path), DAY).values
    assert values == {
        **{"navn": "Kulturpunkt", "giver": "Region Nordjylland", "antal_omraader": "11", "beloeb": "50.000 kr."},
        **{"beloeb_i_alt": "550.000 kr.", "antal_trin": "2", "antal_maaneder": "18", "fra": "marts 2025", "til": "august 2026"},
        **{"antal_kerneelementer": "2", "antal_niveauer": "1"},
    }
    assert list(values) == list(NAMES)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("{{ antal_trin }} trin", "12 trin"),
        ("{{antal trin}} {{ Antal-Trin }}", "12 12"),
        ("{{ ukendt }} og {{ antal_trin", "… og … antal_trin"),
        ("`{{ antal_trin }}` er {{ antal_trin }}", "`{{ antal_trin }}` er 12"),
        ("```\n{{ antal_trin }}\n```\n", "```\n{{ antal_trin }}\n```\n"),
        ("{antal_trin}", "{antal_trin}"),
    ],
)
def test_a_text_gets_its_values(written: str, text: str) -> None:
    assert filled(written, {"antal_trin": "12"}) == text


def test_the_programme_the_steps_and_the_ideas_get_theirs(tmp_path: Path) -> None:
    idea = "---\ntitel: Kor i {{ antal_omraader }} områder\nkerneelement: udvikling\n---\nSang i {{ fra }}.\n"
    programme(tmp_path, {"content/ideas/kor.md": idea})
    raw = site(
        tmp_path,
        programme=PROGRAMME.replace("Lokale mål", "'Mål i {{ antal_omraader }} områder'"),
        timeline=TIMELINE.replace("titel: Kick-off", "titel: 'Trin {{ antal_trin }} af {{ antal_trin }}'"),
    )
    shown = at_day(raw, DAY)
    assert shown.programme.goals[0].text == "Mål i 11 områder"
    assert shown.timeline.steps[1].title == "Trin 2 af 2"
    assert (shown.ideas[0].title, shown.ideas[0].text.strip()) == ("Kor i 11 områder", "Sang i marts 2025.")
