"""The number of areas on the front page is drawn from their dots, whatever the number."""

from __future__ import annotations

import pytest

from generator.media.dots import spare_dots
from generator.pages.hero import numerals

OWN = spare_dots()[5:9]
DRAWN = {1: [" # ## # # #"], 7: ["###  # #  #  # "], 40: ["# ## ####  #  #", "#### ## ## ####"]}


def picture(cells: tuple[object, ...]) -> str:
    return "".join("#" if cell else " " for cell in cells)


def test_eleven_is_drawn_from_eleven_dots_each_once() -> None:
    drawn = numerals(11, OWN)
    assert drawn.tall
    dots = [*(dot for cells in drawn.cells for dot in cells), drawn.stop]
    assert dots[:4] == OWN
    assert len(dots) == len(set(dots)) == 11


@pytest.mark.parametrize("count", range(1, 41))
def test_every_number_is_drawn_with_one_numeral_a_digit(count: int) -> None:
    drawn = numerals(count, OWN[:count])
    dots = [dot for cells in drawn.cells for dot in cells if dot]
    assert len(drawn.cells) == len(str(count))
    assert drawn.tall or all(len(cells) == 5 * columns for cells, columns in zip(drawn.cells, drawn.columns, strict=True))
    assert dots[: len(OWN[:count])] == OWN[:count]
    assert len({*dots, drawn.stop}) == min(count, len(dots) + 1, len(spare_dots()))


def test_numerals_look_like_their_digits() -> None:
    digits = {digit: picture(numerals(int(f"2{digit}"), ()).cells[1]) for digit in range(10)}
    assert len(set(digits.values())) == 10
    assert [picture(cells) for cells in numerals(40, ()).cells] == DRAWN[40]
    assert digits[7] == DRAWN[7][0]


def test_the_dots_of_more_areas_than_agreed_are_used_too() -> None:
    assert {dot for cells in numerals(1, OWN).cells for dot in cells} == set(OWN)
