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


def test_a_text_that_goes_on_behind_a_hash_is_asked_about(tmp_path: Path) -> None:
    """With two spaces before it, or on a line of its own, it is a note that somebody made."""
    said = "Det, der står efter #, kommer ikke med. Hører det til teksten, så sæt anførselstegn om det hele"
    tree = {
        "areas/nordby/area.yml": f'{AREA}vision: "A # b"\nmål:\n  - Et hus # og et kor\nudfordring: Vi ses\n  aldrig # mere\n',
        "areas/nordby/events/fest.md": event("resumé: Ved havnen # og ved kirken", "pris: 50 kr.  # husk", "# status: en note"),
    }
    assert [str(problem) for problem in load(programme(tmp_path, tree), advice=True)[1]] == [
        f'areas/nordby/area.yml:7:12: advarsel: {said}: - "Et hus # og et kor".',
        f"areas/nordby/area.yml:9:10: advarsel: {said}.",
        f'areas/nordby/events/fest.md:4:20: advarsel: {said}: resumé: "Ved havnen # og ved kirken".',
    ]


@pytest.mark.parametrize(
    ("title", "line", "is_asked"),
    [
        ("Festen er aflyst", "", True),
        ("Festen er aflyst", "status: planlagt", False),
        ("Festen er aflyst", "status:", True),
        ("Festen er aflyst", "status:  # aflyst, udsat eller flyttet", True),
        ("Fest AFLYST pga. sne - pengene tilbage", "status:", False),
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


@pytest.mark.parametrize(
    ("line", "text", "asked"),
    [
        (
            "",
            "Vi glæder os.\n\nKoncerten er desværre aflyst. Ærgerligt.",
            "8:1: advarsel: Teksten siger «Koncerten er desværre aflyst»",
        ),
        ("", "**AFLYST**", "6:1: advarsel: Teksten siger «**AFLYST**»"),
        ("resumé: Vi har måttet udskyde festen", "Tekst.", "4:9: advarsel: resumé: Her står «Vi har måttet udskyde festen»"),
        ("pris: 50 kr. (udsolgt)", "Tekst.", "4:7: advarsel: pris: Her står «(udsolgt)»"),
        ("status: planlagt", "Koncerten er aflyst.", ""),
        ("", "Er det aflyst? Hvis det regner, er den aflyst. Kirken er udsat for vind. Den er ofte udsolgt.", ""),
    ],
)
def test_a_state_in_other_words_that_is_not_the_events_is_asked_about(tmp_path: Path, line: str, text: str, asked: str) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, "areas/nordby/events/fest.md": event(line, text=text)})
    said = [str(problem).partition(", men det gør")[0].rpartition("fest.md:")[2] for problem in load(root, advice=True)[1]]
    assert said == ([asked] if asked else [])


@pytest.mark.parametrize(
    ("contact", "seen"),
    [
        ("Anna Ja, 12 34 56 78", False),
        ("{navn: Anna Ja}", False),
        ("{telefon: 12 34 56 78, vis: nej}", False),
        ("{navn: Anna Ja, telefon: 12 34 56 78, vis: ja}", True),
        ("formanden, kontakt@example.org", True),
        ("Anna Ja, kontakt@example.org", True),
        ("formanden", True),
    ],
)
def test_a_contact_whom_nobody_is_shown_is_asked_about(tmp_path: Path, contact: str, seen: bool) -> None:
    tree = {
        "areas/nordby/area.yml": f"{AREA}kontakt: {contact}\n",
        "areas/nordby/events/fest.md": event(f"kontakt: {contact}"),
    }
    said = [str(problem) for problem in load(programme(tmp_path, tree), advice=True)[1]]
    assert [each.partition(": advarsel: kontakt: ")[0] for each in said] == (
        [] if seen else ["areas/nordby/area.yml:5:10", "areas/nordby/events/fest.md:4:10"]
    )
    assert all("vises ikke, før personen har sagt ja" in each for each in said)
