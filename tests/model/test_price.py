"""Prices as Danes write them: what is shown, what it costs, and whether it is free."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.model.price import _NO_AMOUNT, Money, Price, parse_price
from tests.trees import modest

MONEY: TypeAdapter[Price] = TypeAdapter(Money)


def test_what_is_free_on_one_day_costs_on_the_others() -> None:
    price = parse_price("fredag 150, lørdag 250, søndag gratis")
    assert (price.free, price.lowest, price.highest) == (False, 0, 250)
    assert parse_price("Gratis / fri entré til alt").free


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((text, Price("Gratis", True, 0)) for text in ("gratis", "Gratis", " GRATIS ", "0", "0 kr.", "0 kr", "fri", "fri adgang")),
        *((text, Price("Gratis", True, 0)) for text in ("Gratis!", "gratis.", "0,-", "0 kroner", "Fri entré", "Gratis entré")),
        *((text, Price("Gratis", True, 0)) for text in ("kr. 0,-", "0,00 kr.", "DKK 0", "fri entre", "Entré: gratis"[7:])),
        *((text, Price("Gratis", True, 0)) for text in ("Ingen", "nej", "Free admission", "GRATIS 🎉", "gratis :-)")),
        ("1'000 kr.", Price("1.000 kr.", False, 1000)),
        *((text, Price("75 kr.", False, 75)) for text in ("75 kr.", "75 kr", "75kr.", "75", "75,-", "75 Kr.", "75 DKK")),
        *(
            (text, Price("50 kr.", False, 50))
            for text in ("kr. 50,-", "50 kroner", "50,00 kr.", "50,-", "kr 50", "DKK 50", "50.-", "50:-", "50.kr", "50 ,-")
        ),
        *(
            (text, Price("50 kr.", False, 50))
            for text in ("50 danske kroner", "kr.50", "50,- kr.", "50 kr.,-", "50,–", "KR. 50,00")
        ),
        *((text, Price("50-75 kr.", False, 50, 75)) for text in ("50-75 kr.", "50 - 75 kr", "50–75", "50 til 75 kr.", "kr. 50-75")),
        *((text, Price("50.000 kr.", False, 50_000)) for text in ("50.000 kr.", "50000 kr.", "50 000 kr.", "kr. 50.000,00")),
        ("1.200 kr.", Price("1.200 kr.", False, 1200)),
        ("49,50 kr.", Price("49,50 kr.", False, 49.5)),
        ("1.200,50", Price("1.200,50 kr.", False, 1200.5)),
        ("0-50 kr.", Price("0-50 kr.", False, 0, 50)),
    ],
)
def test_an_amount_alone_is_written_in_one_way(written: str, meant: Price) -> None:
    assert MONEY.validate_python(written) == meant


@pytest.mark.parametrize(
    ("written", "free", "lowest", "highest"),
    [
        ("børn 20 kr., voksne 50 kr.", False, 20, 50),
        ("Børn 20, voksne 50 kr.", False, 20, 50),
        ("Voksne: 100, børn: 50", False, 50, 100),
        ("Gratis for børn, 50 kr. for voksne", False, 0, 50),
        ("gratis for børn, ellers 40 kr.", False, 0, 40),
        ("gratis / 50", False, 0, 50),
        ("40 kr., børn gratis", False, 0, 40),
        ("20, 30 og 40 kr.", False, 20, 40),
        ("50/75 kr.", False, 50, 75),
        ("50 kr. inkl. kaffe", False, 50, None),
        ("50 kr. inkl. gratis kaffe", False, 50, None),
        ("100 kr./par", False, 100, None),
        ("30,- pr. person", False, 30, None),
        ("medlemmer 50,-/ikke-medlemmer 75,-", False, 50, 75),
        ("fra 50 kr.", False, 50, None),
        ("under 100 kr.", False, 100, None),
        ("200 kr. for 4 personer", False, 200, None),
        ("kl. 19-21, 50 kr.", False, 50, None),
        ("12-14 år: 50 kr.", False, 50, None),
        ("under 12 år gratis, ellers 60,-", False, 0, 60),
        ("3. maj: 50 kr.", False, 50, None),
        ("50 kr. på MobilePay 12345", False, 50, None),
        ("Pris 50 kr. Tlf. 12 34 56 78", False, 50, None),
        ("10 klip 400 kr.", False, 400, None),
        ("Gratis, men med tilmelding", True, 0, None),
        ("Gratis for alle børn og voksne", True, 0, None),
        ("børn 0 kr., voksne 0 kr.", True, 0, None),
        ("Det koster ikke noget", True, 0, None),
        ("Gratis for medlemmer", False, None, None),
        ("ikke gratis", False, None, None),
        ("frivilligt beløb", False, None, None),
        ("efter indkomst", False, None, None),
        ("fra 12 år", False, None, None),
        ("kl. 19", False, None, None),
        ("4 personer", False, None, None),
        ("MobilePay 12345", False, None, None),
        ("20 % rabat", False, None, None),
        ("10 euro", False, None, None),
        ("40/60", False, 40, 60),
        ("40/60/gratis for børn under 12", False, 0, 60),
        ("gratis for medlemmer, 40 for andre", False, 0, 40),
        ("200 kr. (medl. 150)", False, 150, 200),
        ("200 kr. (pens. 150 / stud. 100)", False, 100, 200),
        ("2 for 100", False, None, None),
        ("tilskud 5.000 kr., entré 50 kr.", False, 50, None),
        ("50 kr. + depositum 100 kr.", False, 50, None),
        ("50 kr. og 200 kr. i depositum", False, 50, None),
        ("Entré 75 kr. Overskuddet (2.000 kr. sidste år) går til kirken", False, 75, None),
        ("Gratis. Præmier for 5.000 kr.", True, 0, None),
        ("50 kr. 1. præmie 1.000 kr.", False, 50, None),
        ("100 kr. (spar 25 kr. i forsalg)", False, 100, None),
        ("100 kr., medlemmer får 25 kr. rabat", False, 100, None),
        ("30 kr. pr. barn, max. 100 kr. pr. familie", False, 30, None),
        ("højst 200 kr.", False, None, None),
        ("budget 5.000 kr.", False, None, None),
        ("max 40 deltagere, 50 kr.", False, 50, None),
        ("deltagergebyr 50 kr.", False, 50, None),
        ("MobilePay 50 kr. til 12345", False, 50, None),
        ("Gratis, men kaffe 20 kr.", True, 0, None),
        ("Gratis - dog 20 kr. for kaffe og kage", True, 0, None),
        ("100 kr. inkl. mad, øl 25 kr.", False, 100, None),
        ("Fællesspisning 75 kr.", False, 75, None),
        ("Gratis for børn, spisning 100 kr.", False, 0, 100),
        ("under 18 år gratis, ellers 50", False, 0, 50),
        ("Medlemmer 0, andre 50", False, 0, 50),
        ("Medlemmer 0 kr.", False, None, None),
        ("Entré 50 kr., kaffe og kage er gratis", False, 50, None),
        ("Gratis, støt os gerne med 20 kr.", True, 0, None),
        ("børn u. 12 gratis", False, None, None),
        ("gratis for alle børn", False, None, None),
        ("gratis for børn, voksne betaler i døren", False, None, None),
        ("Gratis for alle at deltage", True, 0, None),
        ("næsten gratis", False, None, None),
        ("ikke helt gratis", False, None, None),
        ("Gratis eller 50 kr.", False, 0, 50),
        ("Gratis ved tilmelding, ellers 50 kr.", False, 0, 50),
        ("børn 3-12 30 kr.", False, 30, None),
        ("voksen 50 barn 25", False, 25, 50),
    ],
)
def test_the_amounts_in_a_text_are_found_and_the_text_stays(
    written: str, free: bool, lowest: float | None, highest: float | None
) -> None:
    assert MONEY.validate_python(written) == Price(written, free, lowest, highest)


def test_each_number_that_is_no_amount_is_found_by_one_pattern() -> None:
    for pattern, example in _NO_AMOUNT:
        assert [each for each, _ in _NO_AMOUNT if re.search(each, example)] == [pattern]


AMOUNTS = st.integers(1, 10**6) | st.integers(1, 10**6).map(lambda cents: cents / 100)


def spelt(amount: float) -> str:
    whole, cents = divmod(round(amount * 100), 100)
    return f"{whole},{cents:02}" if cents else str(whole)


@modest
@given(
    AMOUNTS,
    st.sampled_from(["{} kr.", "kr. {}", "{} kroner", "DKK {}", "{}", "kr {} ", "{} Kr", "Entré {} kr.", "{} kr. pr. barn"]),
)
def test_an_amount_is_read_however_it_is_dressed(amount: float, dress: str) -> None:
    price = parse_price(dress.format(spelt(amount)))
    assert (price.lowest, price.free) == (amount, False)


@modest
@given(st.lists(AMOUNTS, min_size=2, max_size=4, unique=True), st.sampled_from([" kr., ", " kr. eller ", "/", " kr. / "]))
def test_the_lowest_and_the_highest_of_several_are_found(amounts: list[float], between: str) -> None:
    price = parse_price(between.join(map(spelt, amounts)) + " kr.")
    assert (price.lowest, price.highest) == (min(amounts), max(amounts))


@modest
@given(st.text(max_size=40) | st.text("0123456789 .,-/kr gratisfo", max_size=30))
def test_any_text_can_be_a_price_and_reads_the_same_again(written: str) -> None:
    price = MONEY.validate_python(written)
    assert MONEY.validate_python(price.text) == price
    assert price.free is (price.lowest == 0 and price.highest is None)
