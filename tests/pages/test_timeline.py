"""The programme's own steps as they stand on a day: past, now, next and later, in the numbers' order."""

from __future__ import annotations

import pytest

from generator.content.load import load
from generator.danish.dates import parse_moment
from generator.model.calendar import Calendar
from generator.model.site import Site
from generator.pages.context import SiteContext
from generator.pages.timeline import progress
from tests.sites import PROJECT


@pytest.fixture(scope="module")
def site() -> Site:
    loaded, _ = load(PROJECT)
    assert loaded
    return loaded


@pytest.mark.parametrize(
    ("today", "heading", "states"),
    [
        ("2025-02-28", "Det næste er trin 1 af 12", "N..........."),
        ("2025-04-27", "Vi er ved trin 1 af 12", "nN.........."),
        ("2025-05-10", "Vi er ved trin 3 af 12", "ppnN........"),
        ("2025-06-01", "Vi er ved trin 5 af 12", "pppNn......."),
        ("2025-06-18", "Vi er ved trin 4 og 5 af 12", "pppnnN......"),
        ("2025-12-24", "Det næste er trin 7 af 12", "ppppppN....."),
        ("2026-05-31", "Vi er ved trin 9 og 10 af 12", "ppppppppnnNN"),
        ("2026-07-01", "Det næste er trin 11 og 12 af 12", "ppppppppppNN"),
        ("2026-09-01", "Programmet er afsluttet", "pppppppppppp"),
    ],
)
def test_the_programme_on_a_day(site: Site, today: str, heading: str, states: str) -> None:
    context = SiteContext(Calendar.at(site, parse_moment(today).at), PROJECT, examples=True)
    letters = {"past": "p", "now": "n", "next": "N", "later": "."}
    assert "".join(letters[step.state] for step in context.steps) == states
    assert progress(context)["heading"] == heading
