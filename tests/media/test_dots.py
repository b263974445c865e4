"""Each area has a dot of its own, and keeps it whatever the others do."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.media.dots import FORMS, PALETTES, PROGRAMME_DOT, Choices, Dot, deal, of_area
from generator.model.area import AreaFacts
from generator.model.dot import DotColours, DotForm
from tests.sites import PROJECT
from tests.trees import modest

THEME = PROJECT / "theme"
FACTS = {"navn": "Nordby", "status": "offentlig", "kommune": "Thisted", "resumé": "En by mod nord."}

slugs = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=12)


def area(**fields: str) -> AreaFacts:
    return AreaFacts.model_validate(FACTS | fields)


def test_every_form_and_colour_is_drawn_in_the_theme() -> None:
    symbols = set(re.findall(r'<symbol[^>]*\bid="([^"]+)"', (THEME / "assets/dots.svg").read_text()))
    classes = set(re.findall(r"\.(dot--\d+)\b", (THEME / "css/dot.css").read_text()))
    assert symbols.issuperset(FORMS)
    assert classes == set(PALETTES)
    assert PROGRAMME_DOT.form in FORMS
    assert PROGRAMME_DOT.colours in PALETTES


@modest
@given(slugs, st.sampled_from(DotForm), st.sampled_from(DotColours))
def test_a_dot_is_what_the_file_says(slug: str, form: DotForm, colours: DotColours) -> None:
    ground = re.search(
        rf"\.{of_area(area(farver=colours), slug).colours}{{--e1:var\(--dot-([a-z]+)\)", (THEME / "css/dot.css").read_text()
    )
    assert ground
    assert of_area(area(punkt=form), slug).form == FORMS[tuple(DotForm).index(form)]
    assert GROUNDS[ground[1]] == colours.partition("-")[0]
    assert of_area(area(punkt=form, farver=colours), slug) == of_area(area(punkt=form, farver=colours), "another")


GROUNDS = {
    **{"yellow": "gul", "fjord": "fjord", "rose": "rosa", "pine": "fyr"},
    **{"red": "rød", "sky": "himmel", "heather": "lyng", "night": "nat"},
}


@modest
@given(st.lists(slugs, unique=True, max_size=40))
def test_new_dots_are_reported_apart_as_long_as_that_can_be(names: list[str]) -> None:
    dealt: list[Choices] = []
    for name in names:
        dealt.append(deal(name, dealt))
    assert len(set(dealt)) == len(names)
    assert len({form for form, _ in dealt}) == min(len(names), len(FORMS))
    assert len({colours for _, colours in dealt}) >= min(len(names), len(PALETTES)) - 1


def test_more_areas_than_dots_still_get_one() -> None:
    every = [(form, colours) for form in DotForm for colours in DotColours]
    assert deal("nordmors", every) in every


def test_the_dots_of_some_areas_never_change() -> None:
    """What people have seen and printed stays theirs: a change here changes the dot of areas whose file names none."""
    assert of_area(area(), "nordmors") == Dot("d-07", "dot--7")
    assert of_area(area(), "fjordbyerne") == Dot("d-18", "dot--3")
