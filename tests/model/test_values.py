"""How tolerantly each kind of value is read, and what it becomes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.area import Municipality, Status
from generator.model.booking import Booking
from generator.model.event import Audience, Category, EventFacts
from generator.model.place import Place
from generator.model.values import (
    Choice,
    Coordinates,
    ImagePath,
    Key,
    Line,
    Mail,
    Money,
    Phone,
    PhoneNumber,
    Picture,
    Position,
    Postcode,
    Price,
    Several,
    WebAddress,
    Yes,
    one_of,
)
from tests.trees import modest

MONEY: TypeAdapter[Price] = TypeAdapter(Money)
PHONE: TypeAdapter[Phone] = TypeAdapter(PhoneNumber)
POSITION: TypeAdapter[Coordinates] = TypeAdapter(Position)
YES: TypeAdapter[bool] = TypeAdapter(Yes)
TEXTS: dict[str, TypeAdapter[str]] = {
    **{"key": TypeAdapter(Key), "address": TypeAdapter(WebAddress), "mail": TypeAdapter(Mail)},
    **{"postcode": TypeAdapter(Postcode), "image": TypeAdapter(ImagePath), "line": TypeAdapter(Line)},
}


def event(**fields: Any) -> EventFacts:
    return EventFacts.model_validate({"titel": "Fest", "start": "2026-05-01 kl. 10.00", **fields})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((text, Price("Gratis", True, 0)) for text in ("gratis", "Gratis", " GRATIS ", "0", "0 kr.", "0 kr", "fri", "fri adgang")),
        *((text, Price("Gratis", True, 0)) for text in ("Gratis!", "gratis.", "0,-", "0 kroner", "Fri entré", "Gratis entré")),
        *((text, Price("75 kr.", False, 75)) for text in ("75 kr.", "75 kr", "75kr.", "75", "75,-", "75 Kr.", "75 DKK")),
        *((text, Price("50-75 kr.", False, 50)) for text in ("50-75 kr.", "50 - 75 kr", "50–75", "50 til 75 kr.")),
        *((text, Price("50.000 kr.", False, 50_000)) for text in ("50.000 kr.", "50000 kr.")),
        ("0-50 kr.", Price("0-50 kr.", False, 0)),
        ("Gratis for børn, 50 kr. for voksne", Price("Gratis for børn, 50 kr. for voksne", False, None)),
        ("efter  indkomst", Price("efter indkomst", False, None)),
    ],
)
def test_prices(written: str, meant: Price) -> None:
    assert MONEY.validate_python(written) == meant


def test_a_number_of_places_may_have_a_dot() -> None:
    assert [event(pladser=written).capacity for written in ("80", "1.000", "12000", 80)] == [80, 1000, 12000, 80]


@modest
@given(st.integers(1, 10**9))
def test_an_amount_reads_the_same_again(amount: int) -> None:
    price = MONEY.validate_python(str(amount))
    assert price.lowest == amount
    assert MONEY.validate_python(price.text) == price


@modest
@given(st.text(max_size=40))
def test_any_text_can_be_a_price(written: str) -> None:
    price = MONEY.validate_python(written)
    assert price.free is (price.text == "Gratis")


@pytest.mark.parametrize(
    "written",
    ["25458090", "25 45 80 90", "2545 8090", "+45 25458090", "0045 25 45 80 90", "(25) 45-80-90", "25.45.80.90", "+4525458090"],
)
def test_a_danish_phone_number(written: str) -> None:
    assert PHONE.validate_python(written) == Phone("25 45 80 90", "tel:+4525458090")


def test_a_foreign_phone_number() -> None:
    assert PHONE.validate_python("+46 70 123 45 67") == Phone("+46 70 123 45 67", "tel:+46701234567")


@pytest.mark.parametrize("written", ["2545809", "254580900", "112", "ring", "+45 2545809", "+45 254580901", "25458o90", "+"])
def test_what_is_no_phone_number(written: str) -> None:
    with pytest.raises(ValidationError, match=r"er ikke et telefonnummer. Skriv otte cifre"):
        PHONE.validate_python(written)


@modest
@given(st.integers(10**7, 10**8 - 1), st.sampled_from(["", " ", "-", "."]), st.sampled_from(["", "+45", "+45 ", "0045"]))
def test_any_eight_digits_make_a_link(number: int, between: str, country: str) -> None:
    digits = str(number)
    assert PHONE.validate_python(country + between.join([digits[:2], digits[2:4], digits[4:]])).href == f"tel:+45{digits}"


@pytest.mark.parametrize("written", ["56.92, 8.92", "56.92,8.92", "56.92 8.92", "56.92; 8.92", " 56.92 , 8.92 "])
def test_coordinates(written: str) -> None:
    assert POSITION.validate_python(written) == Coordinates(56.92, 8.92)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("55.68, 12.57", "ligger ikke i Nordjylland. Skriv bredden"),
        ("10.42, 57.36", "ligger ikke i Nordjylland. Skriv bredden"),
        ("56,92, 8,92", "er ikke koordinater. Skriv bredde og længde: 56.92, 8.92."),
        ("8.92, 56.92", "ligger ikke i Nordjylland. Skriv bredden"),
        ("Ejerslev Havn", "er ikke koordinater. Skriv bredde og længde: 56.92, 8.92."),
    ],
)
def test_what_are_no_coordinates(written: str, said: str) -> None:
    with pytest.raises(ValidationError, match=f"«{written}» {said}"):
        POSITION.validate_python(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("ja", True), ("Ja", True), (" JA ", True), ("true", True), ("nej", False), ("Nej", False), ("no", False)],
)
def test_yes_and_no(written: str, meant: bool) -> None:
    assert YES.validate_python(written) is meant


@pytest.mark.parametrize("written", ["", "måske", "1", "j", ["ja"], {"ja": "ja"}])
def test_neither_yes_nor_no(written: Any) -> None:
    with pytest.raises(ValidationError, match=r"er hverken ja eller nej|Her skal stå en tekst"):
        YES.validate_python(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((text, {"needed": False}) for text in ("ingen", "Ingen", "ingen tilmelding", "nej")),
        ("https://example.org/tilmeld", {"needed": True, "link": "https://example.org/tilmeld"}),
        ("HTTPS://example.org", {"needed": True, "link": "HTTPS://example.org"}),
        (" kontakt@example.org ", {"needed": True, "mail": "kontakt@example.org"}),
        ("25458090", {"needed": True, "phone": Phone("25 45 80 90", "tel:+4525458090")}),
        ({"Mail": "a@b.dk", "tekst": "Skriv\nnavn"}, {"needed": True, "mail": "a@b.dk", "text": "Skriv navn"}),
    ],
)
def test_bookings(written: Any, meant: dict[str, Any]) -> None:
    assert event(tilmelding=written).booking == Booking.model_construct(**meant)


@pytest.mark.parametrize(
    "written", ["på biblioteket", "www.example.org", "kontakt@", "https://", "12345678901", "example.org/12345678"]
)
def test_what_is_no_booking(written: str) -> None:
    with pytest.raises(ValidationError, match=f"«{written}» er ikke e"):
        event(tilmelding=written)


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        ("key", ["havnen", "den-gamle-skole", "ådalen-2"]),
        ("address", ["https://example.org", "http://example.org/a?b=c#d", "https://æøå.dk/sti", "https://example.org:8080/"]),
        ("mail", ["kontakt@example.org", "fornavn.efternavn+fest@by.example.dk"]),
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
        (
            "address",
            [
                "example.org",
                "javascript:alert(1)",
                "ftp://a.dk",
                "https://",
                "https://a b.dk",
                'https://a.dk/"x',
                "https://.dk",
                "//a.dk",
            ],
        ),
        ("mail", ["a", "a@b", "@b.dk", "a@b.dk?subject=x", "a@b.dk,c@d.dk", "a b@c.dk", "<a@b.dk>", "a@b@c.dk"]),
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
    for key in ("title", "audience", "place"):
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
