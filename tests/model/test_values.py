"""How tolerantly each kind of value is read, and what it becomes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.area import AreaFacts, Municipality, Status
from generator.model.choice import Choice, Several, one_of
from generator.model.event import Audience, Category, EventFacts
from generator.model.place import Place
from generator.model.values import Coordinates, ImagePath, Key, Line, Picture, Position, Postcode, Yes
from tests.trees import modest

POSITION: TypeAdapter[Coordinates] = TypeAdapter(Position)
YES: TypeAdapter[bool] = TypeAdapter(Yes)
TEXTS: dict[str, TypeAdapter[str]] = {
    **{"key": TypeAdapter(Key)},
    **{"postcode": TypeAdapter(Postcode), "image": TypeAdapter(ImagePath), "line": TypeAdapter(Line)},
}


def event(**fields: Any) -> EventFacts:
    return EventFacts.model_validate({"titel": "Fest", "start": "2026-05-01 kl. 10.00", **fields})


def test_a_number_of_places_may_have_a_dot() -> None:
    assert [event(pladser=written).capacity for written in ("80", "1.000", "12000", 80)] == [80, 1000, 12000, 80]


@pytest.mark.parametrize(
    "written",
    [
        *(
            "56°55'12\"N 8°55'12\"E",
            "56,92 8,92",
            "56.92° N, 8.92° Ø",
            "https://www.google.com/maps/place/X/@56.92,8.92,15z/data=!3m1",
        ),
        "https://maps.google.com/?q=56.92,8.92",
        "https://www.openstreetmap.org/#map=13/56.92/8.92",
        "N56.92 E8.92",
        "(56.92, 8.92)",
        "56.92/8.92",
        "56,92, 8,92",
        ["56.92", "8.92"],
        {"lat": "56.92", "lon": "8.92"},
        {"Længde": "8.92", "Bredde": "56.92"},
    ],
)
def test_coordinates_as_maps_give_them(written: Any) -> None:
    assert POSITION.validate_python(written) == Coordinates(56.92, 8.92)


def test_an_address_without_commas_is_given_them_in_the_message() -> None:
    with pytest.raises(ValidationError, match="Skriv Nordby Hal, Byvej 12, 7900 Nykøbing Mors"):
        event(sted="Nordby Hal Byvej 12 7900 Nykøbing Mors")
    with pytest.raises(ValidationError, match="er ikke nøglen"):
        event(sted="56.79, 8.86")


@pytest.mark.parametrize(
    ("end", "town", "way"),
    [
        *((town, town, None) for town in ("Ranum", "Vester Hassing", "Bedsted Thy", "Øster Assels", "Sdr. Kongerslev", "Strandby")),
        *((way, None, way) for way in ("Bagdøren", "Mødested", "Vester Indgang", "Store Sal", "Lokale B", "Salen")),
    ],
)
def test_the_end_of_an_address_is_a_town_without_its_postcode_or_the_way(end: str, town: str | None, way: str | None) -> None:
    place = event(sted=f"Kroen, Bygaden 3, {end}").place
    assert isinstance(place, Place)
    assert (place.address, place.town, place.way) == ("Bygaden 3", town, way)


def test_what_is_written_at_the_wrong_place_is_told_by_what_it_is_of() -> None:
    words = {
        "event": EventFacts.elsewhere["telefon"],
        "area": AreaFacts.elsewhere["telefon"],
        "place": Place.elsewhere["koerestol"],
    }
    assert {name: "gæsterne" in said for name, said in words.items()} == {"event": True, "area": False, "place": False}
    assert words["area"].startswith("Skriv det under kontakt")


def test_what_an_area_writes_in_one_line() -> None:
    written = {"navn": "Nordby", "status": "udkast", "kommune": "Morsø Kommune", "resumé": "En by"}
    area = AreaFacts.model_validate(
        {**written, "steder": {"hal": "Hallen, Byvej 1"}, "partnere": ["Banken, erhverv", "Skolen (skole)"]}
    )
    assert (area.status, area.municipality) == (Status.DRAFT, Municipality.MORSOE)
    assert (area.places["hal"].name, area.places["hal"].address) == ("Hallen", "Byvej 1")
    assert [(each.name, each.sector.value) for each in area.partners] == [("Banken", "erhverv"), ("Skolen", "skole")]
    with pytest.raises(ValidationError, match="Skriv den til sidst, for eksempel Kirken, forening"):
        AreaFacts.model_validate({**written, "partnere": "Kirken"})


@pytest.mark.parametrize("written", ["56.92, 8.92", "56.92,8.92", "56.92 8.92", "56.92; 8.92", " 56.92 , 8.92 "])
def test_coordinates(written: str) -> None:
    assert POSITION.validate_python(written) == Coordinates(56.92, 8.92)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("55.68, 12.57", "ligger ikke i Nordjylland. Skriv bredden"),
        ("10.42, 57.36", "ligger ikke i Nordjylland. Skriv bredden"),
        ("56,92, 8", "er ikke koordinater. Skriv bredde og længde: 56.92, 8.92."),
        ("8.92, 56.92", "ligger ikke i Nordjylland. Skriv bredden"),
        ("Ejerslev Havn", "er ikke koordinater. Skriv bredde og længde: 56.92, 8.92."),
    ],
)
def test_what_are_no_coordinates(written: str, said: str) -> None:
    with pytest.raises(ValidationError, match=f"«{written}» {said}"):
        POSITION.validate_python(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((text, True) for text in ("ja", "Ja", " JA ", "true", "Ja.", "yes", "x", "X", "✓", "✔️", "ja!")),
        *((text, False) for text in ("nej", "Nej", "no", "Nej.", "false", "NEJ!")),
    ],
)
def test_yes_and_no(written: str, meant: bool) -> None:
    assert YES.validate_python(written) is meant


@pytest.mark.parametrize("written", ["", "måske", "jo", "on", "1", "j", ["ja"], {"ja": "ja"}])
def test_neither_yes_nor_no(written: Any) -> None:
    with pytest.raises(ValidationError, match=r"er hverken ja eller nej|Her skal stå en tekst"):
        YES.validate_python(written)


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        ("key", ["havnen", "den-gamle-skole", "ådalen-2"]),
        ("postcode", ["7900", " 0999 "]),
        ("image", ["images/havnen.jpg", "images/havn-2_b.jpeg", "images/a.png", "images/a.webp"]),
    ],
)
def test_texts_of_a_form(kind: str, right: list[str]) -> None:
    for written in right:
        assert TEXTS[kind].validate_python(written) == written.strip()


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("key", ["to ord", "-a", "a-", "a--b", "a/b", "../a", "a\nb", "<a>"]),
        ("postcode", ["79", "79000", "DK-7900", "79 00"]),
        (
            "image",
            [
                "havnen.jpg",
                "images/../x.jpg",
                "/images/x.jpg",
                "images/a/b.jpg",
                "images/a.svg",
                "images/.jpg",
                "images/å.jpg",
                "images/a.jpg.exe",
            ],
        ),
    ],
)
def test_texts_that_do_not_have_the_form(kind: str, wrong: list[str]) -> None:
    for written in wrong:
        with pytest.raises(ValidationError, match="er ikke"):
            TEXTS[kind].validate_python(written)


@modest
@given(st.sampled_from(sorted(TEXTS)), st.text(max_size=30))
def test_a_text_that_is_let_through_is_one_line_without_marks_of_html(kind: str, written: str) -> None:
    try:
        read = TEXTS[kind].validate_python(written)
    except ValidationError:
        return
    assert read == " ".join(read.split())
    assert kind == "line" or not set('<>"') & set(read)


@pytest.mark.parametrize("key", ["målgruppe", "Målgruppe", "MÅLGRUPPE", "maalgruppe", "mål-gruppe", "ma\u030algruppe"])
def test_a_key_in_many_spellings(key: str) -> None:
    assert event(**{key: "alle"}).audience == (Audience.EVERYONE,)


@pytest.mark.parametrize("key", ["resumé", "Resumé", "RESUMÉ", "resume\u0301"])
def test_an_accent_in_a_key(key: str) -> None:
    assert event(**{key: "Vi ses"}).summary == "Vi ses"


def test_an_accent_left_out_of_a_key() -> None:
    """`resume` is what a keyboard without é writes."""
    assert event(resume="Vi ses").summary == "Vi ses"


def test_the_models_english_names_are_not_keys() -> None:
    for key in ("state_text", "more_dates", "before_place"):
        with pytest.raises(ValidationError, match="Extra inputs"):
            event(**{key: "x"})


@pytest.mark.parametrize("empty", ["", [], {}])
def test_an_empty_field_is_one_that_is_not_there(empty: Any) -> None:
    assert event(pris=empty, **{"målgruppe": empty, "sted": empty}) == event()


def test_one_where_several_are_meant() -> None:
    assert event(arrangør="Havnens Venner").organisers == ("Havnens Venner",)
    assert event(målgruppe=["unge", "Børn", "boern"]).audience == (Audience.YOUNG, Audience.CHILDREN, Audience.CHILDREN)
    several: TypeAdapter[tuple[str, ...]] = TypeAdapter(Several[Line])
    assert several.validate_python(" to  ord ") == ("to ord",)


@pytest.mark.parametrize(
    ("choices", "written", "meant"),
    [
        (Category, "Værksted", Category.WORKSHOP),
        (Category, "vaerksted", Category.WORKSHOP),
        (Municipality, "brønderslev", Municipality.BROENDERSLEV),
        (Municipality, "Broenderslev", Municipality.BROENDERSLEV),
        (Status, " KLADDE ", Status.DRAFT),
    ],
)
def test_a_choice_in_many_spellings(choices: type[Choice], written: str, meant: Choice) -> None:
    choose: TypeAdapter[Choice] = TypeAdapter(choices)
    assert choose.validate_python(written.strip()) is meant
    assert one_of(choices).func(written) is meant  # type: ignore[call-arg]


def test_there_are_eleven_municipalities() -> None:
    assert len(Municipality) == 11


def test_a_place_is_a_key_or_written_out() -> None:
    assert event(sted="havnen").place == "havnen"
    place = event(sted={"navn": "Ejerslev  Havn", "koordinater": "56.92, 8.92"}).place
    assert isinstance(place, Place)
    assert (place.name, place.position) == ("Ejerslev Havn", Coordinates(56.92, 8.92))


def test_a_picture_is_described_or_only_for_show() -> None:
    picture = {"fil": "images/a.jpg", "foto": "Anna"}
    assert Picture.model_validate({**picture, "beskrivelse": "Havnen"}).alt == "Havnen"
    assert Picture.model_validate({**picture, "dekorativ": "ja"}).alt is None
    for half in ({}, {"dekorativ": "nej"}, {"beskrivelse": "  "}):
        with pytest.raises(ValidationError, match="Skriv ved beskrivelse, hvad man ser på billedet"):
            Picture.model_validate({**picture, **half})


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ({"address": "Kajen 1", "postcode": "7900", "town": "Nykøbing Mors"}, "Kajen 1, 7900 Nykøbing Mors"),
        ({"address": "Kajen 1"}, "Kajen 1"),
        ({"address": "Kajen 1", "town": "Nykøbing Mors"}, "Kajen 1, Nykøbing Mors"),
        ({"postcode": "7900"}, "7900"),
        ({}, None),
    ],
)
def test_a_place_has_its_address_on_one_line(parts: dict[str, Any], whole: str | None) -> None:
    assert Place.model_construct(name="Havnen", **parts).whole_address == whole
