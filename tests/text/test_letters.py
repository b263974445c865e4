"""Danish letters: the order of names, addresses, and words that are the same."""

from __future__ import annotations

import re
import unicodedata
from random import Random

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.text.letters import folded, normal, slug, slugify, sort_key
from tests.trees import modest

ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
words = st.text(alphabet=ALPHABET, max_size=8)


def test_names_of_places_stand_as_in_a_danish_index() -> None:
    index = ["Farsø", "Thisted", "Zebrabyen", "Ærø", "Øster Hurup", "Aabybro", "Aalborg", "Ålbæk", "Aars"]
    for seed in range(20):
        assert sorted(Random(seed).sample(index, len(index)), key=sort_key) == index  # noqa: S311  not for secrets


@modest
@given(st.lists(words))
def test_the_order_is_that_of_the_danish_alphabet(names: list[str]) -> None:
    assume(not any("aa" in name for name in names))
    assert sorted(names, key=sort_key) == sorted(names, key=lambda name: [ALPHABET.index(letter) for letter in name])


@modest
@given(st.text(), st.text())
def test_aa_stands_where_å_stands(before: str, after: str) -> None:
    assume(not before.lower().endswith("a"))
    assert sort_key(f"{before}aa{after}")[0] == sort_key(f"{before}å{after}")[0]


@modest
@given(st.lists(st.text()))
def test_any_names_have_one_order(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(names, key=sort_key) == sorted(backwards, key=sort_key)


@pytest.mark.parametrize(
    ("first", "second"), [("Hals", "Hals By"), ("Hals 2", "Halse"), ("Sundby", "Sundbyøster"), ("É", "F"), ("ö", "å")]
)
def test_shorter_names_and_foreign_letters(first: str, second: str) -> None:
    assert sorted([second, first], key=sort_key) == [first, second]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Øster Hurup", "oester-hurup"),
        ("Løgstør", "loegstoer"),
        ("Ålbæk", "aalbaek"),
        ("  Tre byer – én fest!  ", "tre-byer-en-fest"),
        ("Mødet 1. maj", "moedet-1-maj"),
        ("Köln", "koeln"),
        ("!!", ""),
    ],
)
def test_slugs(name: str, address: str) -> None:
    assert slug(name) == address


@modest
@example("A\u030alborg")
@example("İstanbul")
@given(st.text())
def test_a_slug_is_safe_in_an_address_and_its_own_slug(name: str) -> None:
    made = slug(name)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", made)
    assert slug(made) == made
    assert slugify(name, "_") == made.replace("-", "_")


@modest
@given(st.text())
def test_text_from_a_mac_is_the_same_text(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert slug(apart) == slug(text)
    assert folded(apart) == folded(text)
    assert sort_key(apart)[0] == sort_key(text)[0]
    assert normal(apart) == normal(text)


@pytest.mark.parametrize(
    "written",
    [
        *("målgruppe", "Målgruppe", "MÅLGRUPPE", "maalgruppe", "mål_gruppe", "mål-gruppe", " mål gruppe", "ma\u030algruppe"),
        *("målgrupp\u0435", "m\u00c5LGRUPP\u0415"),
    ],
)
def test_spellings_of_one_word(written: str) -> None:
    assert folded(written) == folded("målgruppe")


def test_other_words_stay_other_words() -> None:
    assert len({folded(word) for word in ("mål", "mal", "møl", "mæl", "målgruppe")}) == 5
