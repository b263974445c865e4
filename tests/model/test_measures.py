"""The sums of the results: nothing is counted twice, what is unsaid is no zero, and each number has an origin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.content.load import load
from generator.model.measures import REPORTED, Kind, Measure, measures, summed
from generator.pages.context import SiteContext
from tests import trees
from tests.results import PARTNERS, context_of, event, tree
from tests.trees import AREA, modest


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    return context_of(tmp_path_factory.mktemp("program"), tree())


def values(context: SiteContext) -> dict[Kind, float | None]:
    return {kind: each.value for kind, each in context.sums.items()}


def test_dates_are_counted_that_were_held_each_once(context: SiteContext) -> None:
    """Fest, which two areas hold together, Mad, and of Sang 5 May, 19 May, 2 June and 9 June: one is left out, one cancelled."""
    assert context.sums[Kind.HELD].value == 6
    assert [measure.owner for measure in context.sums[Kind.HELD].doubles] == ["sydby"]


def test_what_two_areas_say_of_one_evening_counts_once(context: SiteContext) -> None:
    people = context.sums[Kind.PEOPLE]
    assert (people.value, people.estimated, people.areas, people.covered) == (42 + 20 + 0, 20, 2, 3)
    assert [(measure.owner, measure.value) for measure in people.doubles] == [("sydby", 40)]


def test_a_partner_that_two_areas_name_counts_once_also_where_they_give_it_other_sectors(context: SiteContext) -> None:
    partners = context.sums[Kind.PARTNERS]
    assert (partners.value, partners.areas, [measure.what for measure in partners.doubles]) == (2, 2, ["Skolen"])


def test_the_rest_is_what_is_said(context: SiteContext) -> None:
    found = values(context)
    assert (found[Kind.HELPERS], found[Kind.HOURS], found[Kind.ARTISTS]) == (5, 12.5, 3)
    assert (found[Kind.COOPERATIONS], found[Kind.GOALS], found[Kind.LIVES_ON], found[Kind.STORIES]) == (1, 4, 1, 1)
    assert (found[Kind.SPENDING], found[Kind.ANSWERS]) == (1200, 6)


def test_every_measure_says_its_origin(context: SiteContext) -> None:
    for measure in context.measures:
        assert (context.root / measure.source).is_file()
        assert measure.how
        assert measure.of


def test_of_nothing_said_there_is_no_sum_and_no_zero(tmp_path: Path) -> None:
    nothing = context_of(tmp_path, {"areas/vestby/area.yml": AREA})
    assert set(values(nothing).values()) == {None}
    assert nothing.measures == ()


def test_what_is_said_of_all_dates_takes_the_place_of_each(tmp_path: Path) -> None:
    """Another area reports one date of the same series: it is in the whole."""
    series = ("gentag: hver uge", "gentag til: 2026-05-19")
    both = context_of(
        tmp_path,
        {
            "areas/nordby/area.yml": AREA,
            "areas/nordby/events/sang.md": event("Sang", "2026-05-05 kl. 19.00", *series, "efter: {antal: 90}"),
            "areas/aaby/area.yml": AREA.replace("Nordby", "Aaby"),
            "areas/aaby/events/sang.md": event("Sang", "2026-05-05 kl. 19.00", *series, "efter: {dato: 2026-05-12, antal: 30}"),
        },
    )
    assert (both.sums[Kind.HELD].value, both.sums[Kind.PEOPLE].value, both.sums[Kind.PEOPLE].covered) == (3, 90, 3)


def test_an_evening_that_areas_hold_together_is_each_ones_and_counts_once(tmp_path: Path) -> None:
    together = context_of(
        tmp_path,
        {
            "areas/nordby/area.yml": AREA,
            "areas/nordby/events/sang.md": event("Sang", "2026-05-05 kl. 19.00", "også i: aaby", "efter: {antal: 90}"),
            "areas/aaby/area.yml": AREA.replace("Nordby", "Aaby") + "deler med: nordby\n",
        },
    )
    was_held = together.sums[Kind.HELD]
    assert (was_held.value, was_held.areas, [measure.owner for measure in was_held.doubles]) == (1, 2, ["aaby"])
    assert together.sums[Kind.PEOPLE].value == 90


DAYS = ("2026-05-01", "2026-05-08", "2026-06-14", "2026-09-01")
EVENTS = st.tuples(
    st.sampled_from(["nordby", "aaby"]),
    st.sampled_from(["Fest", "FEST!", "Sang"]),
    st.sampled_from(DAYS),
    st.sampled_from(["", "status: aflyst", "flere datoer: 2026-05-15", "sted: {navn: Salen}"]),
    st.sampled_from(
        ["", "efter: {antal: 7}", "efter: {hjælpere: 2, timer: 3}", "efter: {tekst: Det gik godt.}", "efter: {antal: 0}"]
    ),
)


def programme_of(events: list[tuple[str, str, str, str, str]], *, partners: bool = False) -> dict[str, str | bytes]:
    area = AREA + (PARTNERS if partners else "")
    files: dict[str, str | bytes] = {"areas/nordby/area.yml": area, "areas/aaby/area.yml": area.replace("Nordby", "Aaby")}
    for number, (owner, title, day, how, after) in enumerate(events):
        files[f"areas/{owner}/events/e{number}.md"] = event(title, f"{day} kl. 19.00", how, after)
    return files


def distinct(events: list[tuple[str, str, str, str, str]]) -> list[tuple[str, str, str, str, str]]:
    """Leave out what an area would write twice, which a check refuses."""
    return list({(owner, title.strip("!").lower(), day): each for each in events for owner, title, day, *_ in [each]}.values())


@settings(modest, max_examples=20)
@given(st.lists(EVENTS, max_size=6).map(distinct), st.booleans())
def test_no_sum_counts_anything_twice_and_what_is_unsaid_is_never_a_zero(
    events: list[tuple[str, str, str, str, str]], partners: bool
) -> None:
    with TemporaryDirectory() as folder:
        files = programme_of(events, partners=partners)
        _, problems = load(trees.programme(Path(folder), files))
        assume(not problems)  # such as an event that an area has twice, or a number of what was cancelled
        context = context_of(Path(folder), files)
        for kind, each in context.sums.items():
            counted = [thing for measure in each.counted for thing in measure.of]
            own = [measure for measure in context.measures if measure.kind is kind]
            assert len(counted) == len(set(counted)), "each thing once"
            assert len(each.counted) + len(each.doubles) == len(own), "each measure counts or is a double"
            assert all(measure.of & set(counted) for measure in each.doubles), "a double is of what counts"
            assert (each.value is None) == (own == [])
            assert each.value in (None, sum(measure.value for measure in each.counted))
            assert each.value != 0 or any("antal: 0" in after for *_, after in events), "a zero is one that was said"
        said = {name for *_, after in events for name in ("antal", "hjælpere", "timer", "kunstnere") if name in after}
        names = {Kind.PEOPLE: "antal", Kind.HELPERS: "hjælpere", Kind.HOURS: "timer", Kind.ARTISTS: "kunstnere"}
        assert {names[kind] for kind in REPORTED if context.sums[kind].value is not None} <= said
        assert context.sums[Kind.PARTNERS].value == (2 if partners else None)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), max_size=8))
def test_of_measures_about_one_thing_the_first_counts(said: list[tuple[int, int]]) -> None:
    blank = Measure(Kind.PEOPLE, "nordby", 0, "talt", "x", frozenset())
    every = [replace(blank, of=frozenset({(str(thing),)}), value=value) for thing, value in said]
    first = dict(reversed(said))
    assert summed(Kind.PEOPLE, every).value == (sum(first.values()) if said else None)


def test_the_calendar_decides_and_nothing_else(context: SiteContext) -> None:
    assert measures(context.calendar) == context.measures
