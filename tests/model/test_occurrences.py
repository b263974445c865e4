"""From an event to each of its dates, as an editor writes them."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta
from itertools import pairwise
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.danish.dates import Moment, parse_moment
from generator.model.event import Event
from generator.model.occurrences import MAX_DATES, Occurrence, is_series, occurrences, planned, unknown_days
from generator.model.place import Place
from generator.model.state import State
from tests.trees import modest

WEEKLY = """
    start: 2026-10-13 kl. 19.00
    slut: 21.00
    gentag: hver uge
    gentag til: 2026-11-10
    sted: havnen
"""


def happening(*fields: str) -> Event:
    """The event that these fields make, one after the other."""
    return of(yaml.load("\n".join(map(dedent, fields)), yaml.BaseLoader))  # noqa: S506  texts only


def of(fields: dict[str, Any]) -> Event:
    own = {"name": "fest", "owner": "nordby", "front": "titel: Fest", "text": "Tekst.", "source": "areas/nordby/events/fest.md"}
    return Event.model_validate({"titel": "Fest", **fields, **own})


def dates(*fields: str) -> tuple[Occurrence, ...]:
    return occurrences(happening(*fields))


def on(anchor: str, *fields: str) -> Occurrence:
    """The one date with this anchor."""
    [found] = [occurrence for occurrence in dates(*fields) if occurrence.anchor == anchor]
    return found


def anchors(event: Event) -> list[str]:
    return [occurrence.anchor for occurrence in occurrences(event)]


def moment(day: str, clock: str | None = None) -> Moment:
    return Moment(date.fromisoformat(day), time.fromisoformat(clock) if clock else None)


def test_an_event_on_one_day_has_one_date() -> None:
    [only] = dates("start: 2026-05-01 kl. 10.00", "slut: 12.00", "sted: havnen", "online: https://example.org/live")
    expected = Occurrence(
        event=only.event,
        start=moment("2026-05-01", "10:00"),
        end=moment("2026-05-01", "12:00"),
        original=moment("2026-05-01", "10:00"),
        anchor="2026-05-01",
        state=State.PLANNED,
        place="havnen",
        before=None,
        before_place=None,
        text=None,
        online="https://example.org/live",
    )
    assert only.agrees_with(expected)
    assert not is_series(happening("start: 2026-05-01"))


@pytest.mark.parametrize(("first", "last"), [("2026-10-13", "2026-11-10"), ("2027-03-16", "2027-04-06")])
def test_a_repetition_keeps_its_hour_when_the_clocks_change(first: str, last: str) -> None:
    found = dates(f"start: {first} kl. 19.00", "slut: 21.30", "gentag: hver uge", f"gentag til: {last}")
    assert len({occurrence.start.at.utcoffset() for occurrence in found}) == 2
    assert {(each.start.at.hour, each.end and each.end.clock) for each in found} == {(19, time(21, 30))}
    assert {b.start.day - a.start.day for a, b in pairwise(found)} == {timedelta(days=7)}


def test_left_out_dates_are_left_out() -> None:
    event = happening(WEEKLY, "undtagen: [2026-10-13, 3. november 2026]")
    assert anchors(event) == ["2026-10-20", "2026-10-27", "2026-11-10"]
    assert unknown_days(event) == []


def test_an_event_of_which_all_is_left_out_still_has_its_start() -> None:
    assert anchors(happening("start: 2026-05-01", "undtagen: 2026-05-01")) == ["2026-05-01"]


def test_further_dates_have_the_hour_of_the_event_or_their_own() -> None:
    event = happening(
        "start: 2026-05-08 kl. 10.00", "slut: 11.30", "flere datoer: [2026-06-01 kl. 14.00, 2026-05-01, 2026-05-08 kl. 16.00]"
    )
    assert is_series(event)
    assert [(each.anchor, each.start.clock, each.end) for each in occurrences(event)] == [
        ("2026-05-01", time(10), moment("2026-05-01", "11:30")),
        ("2026-05-08", time(10), moment("2026-05-08", "11:30")),
        ("2026-05-08-1600", time(16), moment("2026-05-08", "17:30")),
        ("2026-06-01-1400", time(14), moment("2026-06-01", "15:30")),
    ]


def test_a_further_date_that_is_already_there_stands_once() -> None:
    assert anchors(happening(WEEKLY, "flere datoer: [2026-10-20, 2026-10-20 kl. 19.00]")).count("2026-10-20") == 1


def test_a_cancelled_date_stays_and_says_so() -> None:
    off = on("2026-10-20", WEEKLY, "ændringer: [{dato: 2026-10-20, status: aflyst, tekst: Korlederen er syg.}]")
    assert (off.state, off.is_cancelled_or_postponed, off.text) == (State.CANCELLED, True, "Korlederen er syg.")
    assert (off.start, off.before) == (moment("2026-10-20", "19:00"), None)


def test_one_date_is_changed_and_the_others_are_as_planned() -> None:
    found = dates(WEEKLY, "ændringer: [{dato: 2026-10-20, status: aflyst}]")
    assert [each.state for each in found] == [State.PLANNED, State.CANCELLED, *[State.PLANNED] * 3]


@pytest.mark.parametrize(
    ("new", "start", "end"),
    [
        ("ny start: 2026-10-21", moment("2026-10-21", "19:00"), moment("2026-10-21", "21:00")),
        ("ny start: 2026-10-21 kl. 14.30", moment("2026-10-21", "14:30"), moment("2026-10-21", "16:30")),
        ("ny start: 2026-10-21, ny slut: 2026-10-21 kl. 23.00", moment("2026-10-21", "19:00"), moment("2026-10-21", "23:00")),
    ],
)
def test_a_moved_date_says_from_when_and_keeps_its_address(new: str, start: Moment, end: Moment) -> None:
    moved = on("2026-10-20", WEEKLY, f"ændringer: [{{dato: 2026-10-20, {new}}}]")
    assert (moved.state, moved.start, moved.end) == (State.MOVED, start, end)
    assert moved.before == moved.original == moment("2026-10-20", "19:00")
    assert moved.before_place is None


def test_a_new_end_alone_moves_nothing() -> None:
    longer = on("2026-10-20", WEEKLY, "ændringer: [{dato: 2026-10-20, ny slut: 2026-10-20 kl. 22.30}]")
    assert (longer.state, longer.before, longer.end) == (State.PLANNED, None, moment("2026-10-20", "22:30"))


def test_a_date_at_another_place_says_from_where() -> None:
    elsewhere = on("2026-10-20", WEEKLY, "ændringer: [{dato: 2026-10-20, sted: {navn: Skolen}}]")
    assert isinstance(elsewhere.place, Place)
    assert (elsewhere.state, elsewhere.place.name) == (State.MOVED, "Skolen")
    assert (elsewhere.before, elsewhere.before_place) == (None, "havnen")


def test_a_change_to_the_place_it_has_moves_nothing() -> None:
    same = on("2026-10-20", WEEKLY, "ændringer: [{dato: 2026-10-20, sted: havnen, tekst: Indgang fra kajen.}]")
    assert (same.state, same.before_place, same.text) == (State.PLANNED, None, "Indgang fra kajen.")


def test_a_date_moved_online_has_its_link() -> None:
    change = "ændringer: [{dato: 2026-10-20, status: flyttet online, online: 'https://example.org/live'}]"
    online = on("2026-10-20", WEEKLY, change)
    assert (online.state, online.online, online.is_cancelled_or_postponed) == (State.ONLINE, "https://example.org/live", False)
    assert on("2026-10-27", WEEKLY, change).online is None


def test_a_status_that_is_said_goes_before_one_that_follows() -> None:
    sold_out = on("2026-10-20", WEEKLY, "ændringer: [{dato: 2026-10-20, status: udsolgt, ny start: 2026-10-21}]")
    assert (sold_out.state, sold_out.before) == (State.SOLD_OUT, moment("2026-10-20", "19:00"))


def test_a_cancelled_series_is_cancelled_on_every_date_but_those_that_say_otherwise() -> None:
    found = dates(WEEKLY, "status: aflyst", "statustekst: Storm.", "ændringer: [{dato: 2026-10-20, status: planlagt}]")
    assert [each.state for each in found] == [State.CANCELLED, State.PLANNED, *[State.CANCELLED] * 3]
    assert {each.text for each in found} == {"Storm."}


def test_a_change_can_be_about_one_of_two_dates_on_a_day() -> None:
    two = (
        "start: 2026-05-08 kl. 10.00",
        "flere datoer: 2026-05-08 kl. 16.00",
        "ændringer: [{dato: 2026-05-08 kl. 16, status: aflyst}]",
    )
    assert [each.state for each in dates(*two)] == [State.PLANNED, State.CANCELLED]


def test_a_single_event_that_was_moved_says_from_what() -> None:
    [moved] = dates("start: 2026-10-04 kl. 19.00", "før: 2026-10-03 kl. 20.00", "før sted: Skolen", "sted: havnen")
    assert (moved.state, moved.before, moved.before_place) == (State.MOVED, moment("2026-10-03", "20:00"), "Skolen")
    assert (moved.start, moved.original, moved.anchor) == (
        moment("2026-10-04", "19:00"),
        moment("2026-10-04", "19:00"),
        "2026-10-04",
    )


def test_a_moved_event_that_is_cancelled_is_cancelled() -> None:
    [off] = dates("start: 2026-10-04", "før: 2026-10-03", "status: aflyst")
    assert off.state is State.CANCELLED


def test_a_date_that_is_moved_past_others_stands_where_it_is_now() -> None:
    event = happening(WEEKLY, "ændringer: [{dato: 2026-10-13, ny start: 2026-10-28}]")
    assert anchors(event) == ["2026-10-20", "2026-10-27", "2026-10-13", "2026-11-03", "2026-11-10"]


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        (["start: 2026-05-01 kl. 10.00", "slut: 12.00"], "2026-05-01 kl. 12.00"),
        (["start: 2026-05-01 kl. 10.00"], "2026-05-02 kl. 0.00"),
        (["start: 2026-05-01"], "2026-05-02 kl. 0.00"),
        (["start: 2026-05-01", "slut: 2026-05-03"], "2026-05-04 kl. 0.00"),
        (["start: 2026-05-01 kl. 10.00", "slut: 2026-05-03"], "2026-05-04 kl. 0.00"),
        (["start: 2026-05-01 kl. 10.00", "slut: 2026-05-03 kl. 16.00"], "2026-05-03 kl. 16.00"),
        (["start: 2026-05-01 kl. 22.00", "slut: 2.00"], "2026-05-02 kl. 2.00"),
    ],
)
def test_when_it_is_past(fields: list[str], ends: str) -> None:
    [only] = dates(*fields)
    assert only.ends == parse_moment(ends).at


def test_a_night_ends_the_next_morning_each_time() -> None:
    """Also in the night when the clocks go back, which is an hour longer."""
    found = dates("start: 2026-10-10 kl. 22.00", "slut: 4.00", "gentag: hver uge", "gentag til: 2026-10-31")
    assert [each.end for each in found] == [moment(f"2026-{day}", "04:00") for day in ("10-11", "10-18", "10-25", "11-01")]
    assert [each.ends.astimezone(UTC) - each.start.at.astimezone(UTC) for each in found] == [
        timedelta(hours=hours) for hours in (6, 6, 7, 6)
    ]


def test_several_days_are_as_many_each_time() -> None:
    found = dates("start: 2026-10-30", "slut: 2026-11-01", "flere datoer: 2027-02-27")
    assert [(each.start, each.end) for each in found] == [
        (moment("2026-10-30"), moment("2026-11-01")),
        (moment("2027-02-27"), moment("2027-03-01")),
    ]


def test_a_change_of_a_day_it_is_not_is_found() -> None:
    event = happening(WEEKLY, "undtagen: [2026-10-20, 2026-10-21]", "ændringer: [{dato: 2026-10-20}, {dato: 2026-10-27 kl. 18.00}]")
    assert unknown_days(event) == [
        ("undtagen", 1, date(2026, 10, 21)),
        ("ændringer", 0, date(2026, 10, 20)),
        ("ændringer", 1, date(2026, 10, 27)),
    ]


def test_there_are_never_more_dates_than_a_person_can_mean() -> None:
    assert len(planned(happening("start: 2026-01-01", "gentag: hver dag", "gentag til: 2199-01-01"))) == MAX_DATES


days = st.dates(date(2026, 9, 1), date(2026, 11, 30)).map(str)
hours = st.one_of(st.just(""), st.times().map(lambda clock: f" kl. {clock:%H.%M}"))
moments = st.builds(str.__add__, days, hours)
changes = st.builds(
    lambda day, change: {"dato": day, **change},
    moments,
    st.fixed_dictionaries(
        {},
        optional={"status": st.sampled_from([*State]).map(str), "ny start": moments, "ny slut": moments, "sted": st.just("skolen")},
    ),
)
repeated = st.fixed_dictionaries(
    {"gentag": st.sampled_from(["hver dag", "hver uge", "hver 14. dag", "2. tirsdag i måneden", "den 31."]), "gentag til": days}
)
events = st.builds(
    lambda fields, repetition, length: of({**fields, **repetition, **length}),
    st.fixed_dictionaries(
        {"start": moments},
        optional={
            "flere datoer": st.lists(moments, min_size=1, max_size=4),
            "undtagen": st.lists(days, min_size=1, max_size=4),
            "ændringer": st.lists(changes, min_size=1, max_size=3),
            "før": moments,
        },
    ),
    st.one_of(st.just({}), repeated),
    st.one_of(st.just({}), st.dates(date(2026, 12, 1), date(2026, 12, 4)).map(lambda end: {"slut": str(end)})),
)


@modest
@given(events)
def test_dates_are_there_in_order_each_with_its_own_address(event: Event) -> None:
    found = occurrences(event)
    assert found
    assert [each.start.at for each in found] == sorted(each.start.at for each in found)
    assert len(set(anchors(event))) == len(found)
    assert sorted((each.original for each in found), key=lambda one: one.at) == planned(event)


@modest
@given(events, moments, changes)
def test_an_address_is_preserved_when_other_dates_are_added_and_changed(event: Event, further: str, change: dict[str, str]) -> None:
    """The address of a date is what people have shared; nothing that happens to another takes it away."""
    full = event.model_copy(update={"except_days": ()})
    more = of({"start": "2026-01-01", "flere datoer": further, "ændringer": [change]})
    grown = full.model_copy(update={"more_dates": (*full.more_dates, *more.more_dates), "changes": (*full.changes, *more.changes)})
    originals = {each.anchor: each.original for each in occurrences(grown)}
    assert {each.anchor: each.original for each in occurrences(full)}.items() <= originals.items()
