"""Each area has a dot of its own, and keeps it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.media.dots import FORMS, PALETTES, PROGRAMME_DOT, Dot, assign
from tests.sites import PROJECT
from tests.trees import modest

THEME = PROJECT / "theme"

slugs = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=12)
areas = st.dictionaries(slugs, st.one_of(st.none(), st.sampled_from(FORMS)), max_size=40)


def test_every_form_and_colour_is_drawn_in_the_theme() -> None:
    symbols = set(re.findall(r'<symbol[^>]*\bid="([^"]+)"', (THEME / "assets/dots.svg").read_text()))
    classes = set(re.findall(r"\.(dot--\d+)\b", (THEME / "css/dot.css").read_text()))
    assert symbols.issuperset(FORMS)
    assert classes == set(PALETTES)
    assert PROGRAMME_DOT.form in FORMS
    assert PROGRAMME_DOT.colours in PALETTES


@modest
@given(areas)
def test_everyone_gets_a_dot_and_keeps_the_form_they_chose(chosen: dict[str, str | None]) -> None:
    dots = assign(chosen.items())
    assert set(dots) == set(chosen)
    assert all(dot.form in FORMS and dot.colours in PALETTES for dot in dots.values())
    assert all(dots[slug].form == form for slug, form in chosen.items() if form)


@modest
@given(
    st.lists(st.tuples(slugs, st.none()), unique_by=lambda area: area[0], max_size=12).flatmap(
        lambda pairs: st.tuples(st.just(pairs), st.permutations(pairs))
    )
)
def test_dots_do_not_depend_on_the_order_of_files(orders: tuple[list[tuple[str, None]], list[tuple[str, None]]]) -> None:
    first, second = orders
    assert assign(first) == assign(second)


@modest
@given(st.sets(slugs, max_size=len(FORMS)))
def test_no_two_forms_are_alike_while_there_are_forms_left(names: set[str]) -> None:
    dots = assign((slug, None) for slug in names)
    assert len({dot.form for dot in dots.values()}) == len(names)
    assert len({dot.colours for dot in dots.values()}) == min(len(names), len(PALETTES))


@modest
@given(st.sets(slugs, min_size=2, max_size=12), st.sampled_from(FORMS))
def test_a_form_that_one_chose_is_not_assigned_to_another(names: set[str], form: str) -> None:
    chooser, *others = sorted(names)
    dots = assign([(chooser, form), *((slug, None) for slug in others)])
    assert form not in {dots[slug].form for slug in others}


def test_the_dots_of_some_areas_never_change() -> None:
    """What people have seen and printed stays theirs: a change here changes every area's dot."""
    assigned = assign([("nordmors", None), ("fjordbyerne", None), ("havblikket", "d-03")])
    assert assigned == {
        "fjordbyerne": Dot("d-18", "dot--3"),
        "havblikket": Dot("d-03", "dot--10"),
        "nordmors": Dot("d-07", "dot--7"),
    }
