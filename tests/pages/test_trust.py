"""When a page was changed, as far as history says; and a tip that works without script."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from markupsafe import Markup

from generator.model.area import Area
from generator.model.site import Correction
from generator.pages.calendar import calendar
from generator.pages.context import SiteContext
from generator.pages.front import front
from generator.pages.page import Document
from generator.pages.trust import area_changed, event_changed, tip
from generator.repository.history import Commit, History
from tests.events_of_every_kind import view_of

FILE, AREA_FILE, STORY = "areas/nordby/events/fest.md", "areas/nordby/area.yml", "areas/nordby/index.md"


def context_with(root: Path, **commits: str) -> SiteContext:
    """A site whose files were changed on these days, at half past eleven in the evening UTC."""
    paths = {"event": FILE, "area": AREA_FILE, "story": STORY}
    made = {
        paths[name]: frozenset({Commit(int(datetime.fromisoformat(f"{day}T23:30+00:00").timestamp()), name)})
        for name, day in commits.items()
    }
    view = view_of(root, {"fest": "titel: Fest\nstart: 2026-05-05"})
    return replace(view, history=History(datetime(2026, 4, 1, tzinfo=UTC), made))


def test_an_event_says_when_its_file_was_changed_by_the_danish_calendar(tmp_path: Path) -> None:
    context = context_with(tmp_path, event="2026-01-01", area="2026-02-02")
    [event] = context.calendar.events
    assert event_changed(context, event) == "Sidst ændret den 2. januar 2026."


@pytest.mark.parametrize("commits", [{}, {"area": "2026-01-01"}, {"event": "2099-01-01"}], ids=["none", "another's", "ahead"])
def test_without_a_history_of_its_own_it_says_nothing(tmp_path: Path, commits: dict[str, str]) -> None:
    context = context_with(tmp_path, **commits)
    [event] = context.calendar.events
    assert event_changed(context, event) is None
    assert event_changed(replace(context, history=None), event) is None


@pytest.mark.parametrize(
    ("commits", "confirmed", "said"),
    [
        ({"area": "2026-01-01", "story": "2026-02-01", "event": "2026-03-01"}, None, "Sidst ændret den 2. februar 2026."),
        ({"area": "2026-01-01"}, "2026-03-03", "Sidst set efter den 3. marts 2026."),
        ({}, "2026-03-03", "Sidst set efter den 3. marts 2026."),
        ({"area": "2026-01-01"}, "2025-03-03", "Sidst ændret den 2. januar 2026."),
        ({}, "2099-03-03", None),
        ({}, None, None),
    ],
)
def test_an_area_says_when_it_was_changed_or_confirmed(
    tmp_path: Path, commits: dict[str, str], confirmed: str | None, said: str | None
) -> None:
    context = context_with(tmp_path, **commits)
    [area] = context.site.areas
    day = datetime.fromisoformat(confirmed).date() if confirmed else None
    assert area_changed(context, Area.of({**area.__dict__, "confirmed": day})) == said


def test_a_tip_is_a_mail_whose_subject_and_text_say_which_page(tmp_path: Path) -> None:
    context = context_with(tmp_path)
    made = tip(context, "Øl & ost #2", "det-sker/nordby/oel/")
    assert made
    link = urlsplit(made.href)
    said = parse_qs(link.query)
    assert link.scheme == "mailto" and link.path == context.site.contacts.mail and not link.fragment
    assert said["subject"] == ["Rettelse: Øl & ost #2"]
    assert said["body"][0].startswith(f"Siden: {context.site_url}det-sker/nordby/oel/\r\n")


def test_nobody_is_asked_to_write_to_an_address_that_is_not_known(tmp_path: Path) -> None:
    context = context_with(tmp_path)
    contacts = context.site.contacts.model_copy(update={"mail": ""})
    unknown = replace(context, calendar=replace(context.calendar, site=replace(context.site, contacts=contacts)))
    assert tip(unknown, "Fest", "det-sker/nordby/fest/") is None


def test_an_empty_calendar_says_where_some_of_it_is_being_corrected(tmp_path: Path) -> None:
    context = context_with(tmp_path)
    broken = replace(context.site, corrections=(Correction("nordby", "fest", FILE),))
    being_corrected = replace(context, calendar=replace(context.calendar, site=broken))
    empty = [
        page(each, Document("", "", "", "", Markup(), ())).values[name]
        for page, name in ((calendar, "empty"), (front, "next_empty"))
        for each in (context, being_corrected)
    ]
    assert [text.startswith("Nogle arrangementer bliver rettet lige nu") for text in empty] == [False, True, False, True]
