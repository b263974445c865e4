"""What each area is asked once a month."""

from __future__ import annotations

from pathlib import Path

from generator.content.load import load
from generator.danish.dates import now_from
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages.context import SiteContext
from generator.pages.reminder import lacks, reminders
from generator.repository.links import repository_at
from tests.trees import AREA, event, programme

FULL = """\
koordinater: 56.92, 8.92
idé: Sang
mål: [Flere synger]
partnere:
  - {navn: Skolen, sektor: kommune}
kontakt: {rolle: Formand, navn: Navn Navnesen, mail: post@example.org, telefon: 12 34 56 78}
"""


def view(root: Path) -> SiteContext:
    site, _ = load(root)
    assert site
    return SiteContext(Calendar.at(published(site, examples=False), now_from("2026-04-01")), root, examples=False)


def test_an_area_is_reported_what_its_page_says_and_lacks(tmp_path: Path) -> None:
    tree = {
        "areas/nordby/area.yml": AREA.replace("En by mod nord.", '"@alle #1 <b>"') + FULL,
        "areas/nordby/events/fest.md": event("status: aflyst"),
        "areas/nordby/events/sang.md": event("gentag: hver uge", "gentag til: 2026-06-01"),
        "content/owners.yml": "områder:\n  nordby: [anna]\n",
    }
    seen = view(programme(tmp_path, tree))
    [reminder] = reminders(seen, repository_at("https://github.com/example/kulturpunkt"))
    assert reminder.title == "Er jeres side rigtig? nordby"
    assert reminder.body.startswith("Kære @anna\n")
    assert "- **Kort om jer:** @&#8203;alle #&#8203;1 &lt;b&gt;\n" in reminder.body
    assert "- **Kontakt:** ` Formand `, ` post@example.org `\n" in reminder.body
    assert "- fredag den 1. maj 2026 kl. 10.00: ` Fest ` (aflyst)\n" in reminder.body
    assert reminder.body.count("` Fest `") == 2
    assert "https://kulturpunkt.example/omraader/nordby/\n" in reminder.body
    assert "(https://github.com/example/kulturpunkt/edit/main/areas/nordby/area.yml)" in reminder.body
    assert [lack.split(" (")[0] for lack in lacks(seen, seen.site.areas[0])] == [
        "Jeres egen fortælling om området",
        "Et billede med beskrivelse og fotograf",
    ]


def test_an_empty_area_lacks_everything_and_examples_are_not_asked(tmp_path: Path) -> None:
    tree = {"areas/nordby/area.yml": AREA, "areas/oeby/area.yml": AREA.replace("offentlig", "eksempel").replace("Nordby", "Øby")}
    seen = view(programme(tmp_path, tree))
    [reminder] = reminders(seen, None)
    assert reminder.body.startswith("Kære Nordby\n")
    assert len(list(lacks(seen, seen.site.areas[0]))) == 8
    assert "Ikke noget endnu." in reminder.body


def test_what_was_held_and_not_reported_is_asked_for(tmp_path: Path) -> None:
    tree = {
        "areas/nordby/area.yml": AREA,
        "areas/nordby/events/fest.md": event().replace("2026-05-01", "2026-03-01"),
        "areas/nordby/events/sang.md": event("efter: 42").replace("2026-05-01", "2026-03-08"),
        "areas/nordby/events/spil.md": event("status: aflyst").replace("2026-05-01", "2026-03-15"),
        "areas/nordby/events/gammel.md": event().replace("2026-05-01", "2024-03-15"),
    }
    [reminder] = reminders(view(programme(tmp_path, tree)), None)
    asked = reminder.body.partition("### Hvordan gik det?")[2].partition("###")[0]
    assert [line.rpartition("/")[2] for line in asked.splitlines() if line.startswith("- ")] == ["fest.md&efter)"]
