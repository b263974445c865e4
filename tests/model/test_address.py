"""Web addresses, mail addresses and phone numbers, as they are pasted from browsers, mails and phones."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.address import (
    Mail,
    Phone,
    PhoneNumber,
    WebAddress,
    found_in,
    is_mail,
    is_phone,
    parse_phone,
    parse_web_address,
)
from generator.problems.problem import RefusedError
from tests.trees import modest

WEB: TypeAdapter[str] = TypeAdapter(WebAddress)
MAIL: TypeAdapter[str] = TypeAdapter(Mail)
PHONE: TypeAdapter[Phone] = TypeAdapter(PhoneNumber)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((right, right) for right in ("https://example.org", "http://example.org/a?b=c#d", "https://example.org:8080/")),
        ("https://example.org/o'neill", "https://example.org/o%27neill"),
        ("https://example.org/Program for maj.pdf", "https://example.org/Program%20for%20maj.pdf"),
        ("https://example.org/mad&drikke?a=1&b=2", "https://example.org/mad&drikke?a=1&b=2"),
        ("https://example.org/Nykøbing_(Mors)", "https://example.org/Nyk%C3%B8bing_(Mors)"),
        ("https://example.org/Nyk%C3%B8bing", "https://example.org/Nyk%C3%B8bing"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ('https://example.org/"x"', "https://example.org/%22x%22"),
        ("https://maps.example.org/?q=Den gamle lade, Mors", "https://maps.example.org/?q=Den%20gamle%20lade,%20Mors"),
        ("https://www.google.com/maps/place/Mors/@56.8,8.8,12z", "https://www.google.com/maps/place/Mors/@56.8,8.8,12z"),
        ("https://æblegård.dk/sti", "https://xn--blegrd-luad.dk/sti"),
        ("HTTPS://Example.org/Tur", "https://example.org/Tur"),
        ("www.example.org/tur", "https://www.example.org/tur"),
        ("example.org", "https://example.org"),
        ("facebook.com/events/123", "https://facebook.com/events/123"),
        ("//example.org/x", "https://example.org/x"),
        ("http:/example.org", "http://example.org"),
        ("<https://example.org/>", "https://example.org/"),
        ("https://example.org/tur.", "https://example.org/tur"),
        ("https://example.org/?fbclid=" + "x" * 900, "https://example.org/"),
        ("https://example.org/a?utm_source=x&b=2&utm_medium=y&gclid=z#top", "https://example.org/a?b=2#top"),
        ("https://example.org/a?mc_cid=1&mc_eid=2", "https://example.org/a"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Ftur%3Ffbclid%3D1&h=AT", "https://example.org/tur"),
        ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=05", "https://example.org/"),
    ],
)
def test_a_web_address_is_read_as_a_browser_reads_it(written: str, meant: str) -> None:
    assert WEB.validate_python(written) == meant
    assert WEB.validate_python(meant) == meant


@pytest.mark.parametrize(
    "written",
    [
        *("javascript:alert(1)", "ftp://a.dk", "https://", "https://a b.dk", "https://.dk", "mailto:a@b.dk", "a@b.dk"),
        *("på biblioteket", "program.pdf", "https://bank.dk@evil.dk/", "data:text/html,x", "kl.10", "https://example.org og ring"),
    ],
)
def test_what_is_no_web_address(written: str) -> None:
    with pytest.raises(ValidationError, match=f"«{re.escape(written)}» er ikke en webadresse. Skriv den, som den står i browseren"):
        WEB.validate_python(written)


@pytest.mark.parametrize("words", ["eller i skranken", "kode: 2026", "(klik her)", "fra den 9. februar"])
def test_words_after_an_address_are_no_part_of_it(words: str) -> None:
    """Else they would be sent to another page than the one that is there."""
    with pytest.raises(ValidationError, match=r"er mere end en webadresse\. Skriv kun https://example\.org/billet her"):
        WEB.validate_python(f"https://example.org/billet {words}")
    assert found_in(f"https://example.org/billet {words}")[0] == {"link": "https://example.org/billet"}
    for path in ("min fil.pdf", "forår 2026/plan", "program"):
        assert WEB.validate_python(f"https://example.org/{path}").startswith("https://example.org/")


def test_two_addresses_and_one_without_end_get_words_of_their_own() -> None:
    with pytest.raises(ValidationError, match=r"er to webadresser\. Skriv kun den ene her"):
        WEB.validate_python("https://a.dk https://b.dk")
    with pytest.raises(ValidationError, match="Webadressen er for lang: højst 2000 bogstaver"):
        WEB.validate_python("https://a.dk/" + "x" * 2000)


@modest
@given(st.text(max_size=60), st.sampled_from(["https://example.org/", "example.org/?", "www.æø.dk/#"]))
def test_an_address_that_is_read_is_ascii_and_reads_the_same_again(tail: str, begun: str) -> None:
    try:
        address = parse_web_address(begun + tail)
    except RefusedError as refused:
        assert re.search("er to webadresser|er mere end en webadresse", str(refused))
        return
    assert address.isascii()
    assert not set(" <>\"'`{}\\^|") & set(address)
    assert urlsplit(address).scheme in ("http", "https")
    assert parse_web_address(address) == address


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((right, right) for right in ("kontakt@example.org", "fornavn.efternavn+fest@by.example.dk")),
        *(
            (text, "kontakt@example.org")
            for text in ("mailto:kontakt@example.org", "<kontakt@example.org>", "kontakt@example.org.")
        ),
        *(
            (text, "kontakt@example.org")
            for text in ("Kontakt@Example.ORG", "Koret <kontakt@example.org>", "Mail: kontakt@example.org")
        ),
        ("mailto:kontakt@example.org?subject=Fest", "kontakt@example.org"),
    ],
)
def test_a_mail_address(written: str, meant: str) -> None:
    assert MAIL.validate_python(written) == meant


@pytest.mark.parametrize("written", ["a", "a@b", "@b.dk", "a@b.dk,c@d.dk", "a b@c.dk", "a@b@c.dk", "kontakt.example.org"])
def test_what_is_no_mail_address(written: str) -> None:
    with pytest.raises(ValidationError, match="er ikke en mailadresse"):
        MAIL.validate_python(written)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "12345678",
            "12 34 56 78",
            "1234 5678",
            "+45 12345678",
            "0045 12 34 56 78",
            "(12) 34-56-78",
            "12.34.56.78",
            "+4512345678",
        ),
        *(
            "tlf. 12345678",
            "Tlf.: 12 34 56 78",
            "12-34-56-78",
            "Ring til 12345678",
            "mobil 12 34 56 78",
            "004512345678",
            "12‑34‑56‑78",
        ),
    ],
)
def test_a_danish_phone_number(written: str) -> None:
    assert PHONE.validate_python(written) == Phone("12 34 56 78", "tel:+4512345678")


@pytest.mark.parametrize("written", ["+46 70 123 45 67", "0046 70 123 45 67", "tlf. +46 70 123 45 67"])
def test_a_foreign_phone_number(written: str) -> None:
    assert PHONE.validate_python(written) == Phone("+46 70 123 45 67", "tel:+46701234567")


@pytest.mark.parametrize(
    "written", ["1234567", "123456789", "112", "ring", "+45 1234567", "+45 123456789", "12345o78", "+", "12 34 56 78 / 87 65 43 21"]
)
def test_what_is_no_phone_number(written: str) -> None:
    with pytest.raises(ValidationError, match=r"er ikke et telefonnummer. Skriv otte cifre, for eksempel 12 34 56 78"):
        PHONE.validate_python(written)


@modest
@given(st.integers(10**7, 10**8 - 1), st.sampled_from(["", " ", "-", "."]), st.sampled_from(["", "+45", "+45 ", "0045", "tlf. "]))
def test_any_eight_digits_make_a_link_and_read_the_same_again(number: int, between: str, before: str) -> None:
    digits = str(number)
    phone = parse_phone(before + between.join([digits[:2], digits[2:4], digits[4:]]))
    assert phone.href == f"tel:+45{digits}"
    assert parse_phone(phone.text) == phone


def test_a_text_without_end_is_no_way_to_reach_anybody() -> None:
    assert not any(is_one("- " * 40_000) for is_one in (is_phone, is_mail))


@pytest.mark.parametrize(
    ("written", "ways", "rest"),
    [
        ("Ring til formanden på 12 34 56 78", {"telefon": "12 34 56 78"}, "Ring til formanden"),
        ("formanden, tlf. 12345678, mail a@b.dk", {"telefon": "12345678", "mail": "a@b.dk"}, "formanden"),
        ("Billetter på www.example.org/billet.", {"link": "www.example.org/billet"}, "Billetter"),
        ("Skriv til mailto:a@b.dk senest 1. maj", {"mail": "a@b.dk"}, "senest 1. maj"),
        ("12 34 56 78 (efter kl. 16)", {"telefon": "12 34 56 78"}, "(efter kl. 16)"),
        ("Skriv til kontakt(at)example.org", {"mail": "kontakt@example.org"}, ""),
        ("kontakt snabel-a example [dot] org", {"mail": "kontakt@example.org"}, ""),
        ("på biblioteket", {}, "på biblioteket"),
        ("CVR 1234567890", {}, "CVR 1234567890"),
    ],
)
def test_what_is_plain_in_a_sentence_is_found(written: str, ways: dict[str, str], rest: str) -> None:
    assert found_in(written) == (ways, rest)
