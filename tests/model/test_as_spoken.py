"""Fields as people write them: other words for a key, a day and its hour apart, several values and several facts in one line."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from pydantic import ValidationError

from generator.danish.dates import Moment
from generator.model.address import Phone
from generator.model.area import AreaFacts
from generator.model.booking import Booking
from generator.model.change import Change
from generator.model.contact import Contact
from generator.model.event import Audience, Category, EventFacts
from generator.model.place import Access, Place
from generator.model.state import State
from generator.model.synonyms import AREA, EVENT, JOINED

EVENING = Moment(date(2026, 5, 3), time(19))
PHONE = Phone("12 34 56 78", "tel:+4512345678")


def event(**fields: Any) -> EventFacts:
    return EventFacts.model_validate(
        {"titel": "Fest", **({} if {"dato", "Dato", "hvornår", "Hvornår"} & {*fields} else {"start": "2026-05-03"}), **fields}
    )


def refused(**fields: Any) -> dict[str, str]:
    with pytest.raises(ValidationError) as error:
        event(**fields)
    return {str(fault["loc"][0]): fault["msg"] for fault in error.value.errors()}


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({"Dato": "3. maj 2026", "Tid": "19.00"}, EVENING, None),
        ({"dato": "2026-05-03", "tidspunkt": "kl. 19"}, EVENING, None),
        ({"dato": "3. maj 2026", "start": "19.00"}, EVENING, None),
        ({"dato": "3. maj 2026", "start": "kl. 19 - 21", "Dag": ""}, EVENING, Moment(date(2026, 5, 3), time(21))),
        ({"Hvornår": "3. maj 2026 kl. 19"}, EVENING, None),
        ({"Dato": "3. maj 2026", "Tid": "kl. 19-21.30"}, EVENING, Moment(date(2026, 5, 3), time(21, 30))),
        ({"Dato": "3. maj 2026", "Kl.": "19.00 – 21.30"}, EVENING, Moment(date(2026, 5, 3), time(21, 30))),
        ({"Dato": "3. maj 2026", "Tid": "kl. 19.00 til kl. 21.30"}, EVENING, Moment(date(2026, 5, 3), time(21, 30))),
        ({"Dato": "3. maj 2026", "Starttid": "19", "Sluttid": "21.30"}, EVENING, Moment(date(2026, 5, 3), time(21, 30))),
        ({"start": "2026-05-03", "klokken": "19"}, EVENING, None),
        ({"dato": "3. maj 2026"}, Moment(date(2026, 5, 3)), None),
        ({"dato": "03.05.26", "tid": "fra kl. 19 til 21.30"}, EVENING, Moment(date(2026, 5, 3), time(21, 30))),
        ({"dato": "3. maj 2026 kl. 19-21.30"}, EVENING, Moment(date(2026, 5, 3), time(21, 30))),
    ],
)
def test_a_day_and_its_hour_apart_are_one_moment(fields: dict[str, str], start: Moment, end: Moment | None) -> None:
    read = event(**fields)
    assert (read.start, read.end) == (start, end)


def test_other_words_for_a_key_are_read() -> None:
    read = event(hvor="havnen", Entré="50 kr.", arrangører="Koret", **{"For hvem": "alle", "Beskrivelse": "Syng med."})
    assert (read.place, read.price and read.price.lowest, read.organisers) == ("havnen", 50, ("Koret",))
    assert (read.audience, read.summary) == ((Audience.EVERYONE,), "Syng med.")
    place = event(sted={"Navn": "Laden", "postnr.": "7900"}).place
    assert getattr(place, "postcode", None) == "7900"


def test_each_other_word_means_a_field_that_there_is() -> None:
    for table, model in ((EVENT, EventFacts), (AREA, AreaFacts)):
        keys = {JOINED.get(key, key) for key in table.values()}
        assert keys <= set(model.field_keys())
        assert not set(table) & set(model._spelling())


def test_another_word_beside_the_key_itself_is_reported() -> None:
    assert list(refused(sted="havnen", hvor="skolen")) == ["hvor"]
    assert list(refused(dato="2026-05-03", start="2026-05-03")) == ["dato"]
    assert list(refused(start="2026-05-03 kl. 19", tid="20")) == ["tid"]
    assert set(refused(hvor="havnen", lokation="skolen")) == {"hvor", "lokation"}


def test_a_ticket_is_a_price_or_a_way_to_get_it() -> None:
    assert event(billetter="50 kr.").price == event(pris="50 kr.").price
    assert event(billetter="www.example.org/billet").booking == event(tilmelding="www.example.org/billet").booking


@pytest.mark.parametrize(
    "written", ["børn, unge", "børn og unge", "Børn/unge", "børn; unge", ["børn, unge"], ["børn", "unge"], "børn & unge."]
)
def test_words_to_choose_from_may_stand_in_one_line(written: Any) -> None:
    assert event(målgruppe=written).audience == (Audience.CHILDREN, Audience.YOUNG)


def test_a_wrong_word_in_a_line_is_the_one_that_is_named() -> None:
    assert "«hund» kendes ikke" in refused(målgruppe="børn, hund")["målgruppe"]


def test_names_may_hold_a_comma_but_semicolons_and_lines_part_them() -> None:
    assert event(arrangør="Skolen, Kirken og Hallen").organisers == ("Skolen, Kirken og Hallen",)
    assert event(arrangør="Skolen; Kirken;Hallen").organisers == ("Skolen", "Kirken", "Hallen")
    assert event(partnere="Skolen\nKirken\n").partners == ("Skolen", "Kirken")
    assert event(partnere="Lys &amp; Lyd").partners == ("Lys &amp; Lyd",)


@pytest.mark.parametrize(
    "written", ["2026-10-13, 2026-10-20", "13. og 20. oktober", "13. oktober 2026 og 20. oktober 2026", ["2026-10-13; 2026-10-20"]]
)
def test_days_may_stand_in_one_line(written: Any) -> None:
    assert event(undtagen=written).except_days == (date(2026, 10, 13), date(2026, 10, 20))


def test_a_weekday_with_a_comma_is_one_day() -> None:
    assert event(undtagen="tirsdag, 13. oktober 2026").except_days == (date(2026, 10, 13),)


@pytest.mark.parametrize(
    ("written", "state", "text"),
    [
        ("aflyst", State.CANCELLED, None),
        ("AFLYST!", State.CANCELLED, None),
        ("Aflyst pga. sygdom", State.CANCELLED, "Aflyst pga. sygdom"),
        ("Desværre aflyst", State.CANCELLED, "Desværre aflyst"),
        ("udsolgt!", State.SOLD_OUT, None),
        ("få pladser", State.FEW_LEFT, None),
        ("Få pladser tilbage", State.FEW_LEFT, "Få pladser tilbage"),
        ("Næsten udsolgt", State.FEW_LEFT, None),
        ("udskudt", State.POSTPONED, None),
        ("Udsat på grund af storm", State.POSTPONED, "Udsat på grund af storm"),
        ("Flyttet online", State.ONLINE, None),
    ],
)
def test_a_state_may_be_said_with_its_reason(written: str, state: State, text: str | None) -> None:
    read = event(status=written)
    assert (read.state, read.state_text) == (state, text)
    change = Change.model_validate({"dato": "2026-05-03", "status": written})
    assert (change.state, change.text) == (state, text)


def test_a_reason_beside_a_text_of_the_state_comes_first() -> None:
    assert (
        event(status="Aflyst pga. sygdom", statustekst="Vi ses til efteråret.").state_text
        == "Aflyst pga. sygdom. Vi ses til efteråret."
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("aflyst - ny dato følger", "kan betyde to ting. Kommer der en ny dato, så skriv status: udsat"),
        ("flyttet til 12. maj", "Skriv status: flyttet. Skriv den nye dag ved start"),
        ("flyttet til skolen", "det nye sted ved sted"),
        ("udsat til 12. maj", "Skriv status: flyttet. Skriv den nye dag ved start"),
        ("måske aflyst", "kendes ikke"),
        ("aflyst?", "er ikke sikkert"),
        ("afholdt", "Slet linjen"),
        ("aflyst eller udsat", "kendes ikke"),
    ],
)
def test_a_state_that_could_be_two_things_says_how_to_write_each(written: str, said: str) -> None:
    assert said in refused(status=written)["status"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(
            (text, {"needed": False})
            for text in ("ingen", "Ingen", "ingen tilmelding", "nej", "Nej.", "Ingen tilmelding, bare kom!")
        ),
        ("https://example.org/tilmeld", {"needed": True, "link": "https://example.org/tilmeld"}),
        ("HTTPS://example.org", {"needed": True, "link": "https://example.org"}),
        ("www.example.org", {"needed": True, "link": "https://www.example.org"}),
        ("example.org/12345678", {"needed": True, "link": "https://example.org/12345678"}),
        (" kontakt@example.org ", {"needed": True, "mail": "kontakt@example.org"}),
        ("12345678", {"needed": True, "phone": PHONE}),
        ({"Mail": "a@b.dk", "tekst": "Skriv\nnavn"}, {"needed": True, "mail": "a@b.dk", "text": "Skriv navn"}),
        ({"e-mail": "a@b.dk", "tlf.": "12345678"}, {"needed": True, "mail": "a@b.dk", "phone": PHONE}),
        ("Ring til formanden på 12 34 56 78", {"needed": True, "phone": PHONE, "text": "Ring til formanden"}),
        (
            "kontakt@example.org senest 24. april 2026",
            {"needed": True, "mail": "kontakt@example.org", "deadline": date(2026, 4, 24)},
        ),
        (
            "Ring 12 34 56 78 eller skriv til a@b.dk",
            {"needed": True, "phone": PHONE, "mail": "a@b.dk", "text": "Ring 12 34 56 78 eller skriv til a@b.dk"},
        ),
    ],
)
def test_how_to_sign_up_is_read_from_a_line(written: Any, meant: dict[str, Any]) -> None:
    assert event(tilmelding=written).booking == Booking.model_construct(**meant)


def test_a_deadline_beside_it_belongs_to_it() -> None:
    booking = event(tilmelding="a@b.dk", tilmeldingsfrist="24. april 2026").booking
    assert booking == Booking.model_construct(mail="a@b.dk", deadline=date(2026, 4, 24))


@pytest.mark.parametrize("written", ["på biblioteket", "kontakt@", "https://", "bare kom"])
def test_what_is_no_booking(written: str) -> None:
    assert f"«{written}» er ikke en tilmelding" in refused(tilmelding=written)["tilmelding"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("formanden, tlf. 12 34 56 78, mail a@b.dk", {"role": "formanden", "phone": PHONE, "mail": "a@b.dk"}),
        ("a@b.dk", {"mail": "a@b.dk"}),
        ("Navn Navnesen, tlf. 12345678", {"name": "Navn Navnesen", "phone": PHONE}),
        ("Formand Navn Navnesen (12345678)", {"role": "Formand", "name": "Navn Navnesen", "phone": PHONE}),
        ("Kontaktperson: Navn Navnesen", {"role": "Kontaktperson", "name": "Navn Navnesen"}),
        ("vores kasserer a@b.dk", {"role": "vores kasserer", "mail": "a@b.dk"}),
        ("Biblioteket", {"role": "Biblioteket"}),
    ],
)
def test_whom_to_ask_is_read_from_a_line_and_no_person_is_shown(written: str, meant: dict[str, Any]) -> None:
    contact = event(kontakt=written).contact
    assert contact == Contact.model_construct(**meant)
    assert contact
    assert not contact.named


def test_a_link_alone_has_its_host_as_title() -> None:
    [link] = event(hjemmeside="www.example.org/tur").links
    assert (link.title, link.address) == ("example.org", "https://www.example.org/tur")


@pytest.mark.parametrize(
    ("written", "meant"), [("✓", "ja"), ("x", "ja"), ("Ja.", "ja"), ("false", "nej"), ("Nej!", "nej"), ("ja, bagved", "ja, bagved")]
)
def test_access_in_a_word_or_a_tick(written: str, meant: str) -> None:
    assert Access.model_validate({"trinfri": written}).step_free == meant


def test_an_end_is_read_also_where_the_start_cannot_be() -> None:
    assert set(refused(start="snart", slut="kvart i ti", pris=["a"])) == {"start", "slut", "pris"}


def test_villages_may_stand_in_one_line() -> None:
    area = {
        "navn": "Nordby",
        "status": "offentlig",
        "kommune": "Morsø",
        "resumé": "Os.",
        "landsbyer": "Sundby, Solbjerg og Ejerslev",
    }
    assert AreaFacts.model_validate(area).villages == ("Sundby", "Solbjerg", "Ejerslev")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "Laden, Eksempelvej 1, 7900 Nykøbing Mors",
            {"name": "Laden", "address": "Eksempelvej 1", "postcode": "7900", "town": "Nykøbing Mors"},
        ),
        ("Skolen, indgang B, ved cyklerne", {"name": "Skolen", "way": "indgang B, ved cyklerne"}),
        ("Eksempelvej 1, 7900 Nykøbing Mors", {"name": "Eksempelvej 1", "postcode": "7900", "town": "Nykøbing Mors"}),
    ],
)
def test_a_place_may_be_written_in_one_line(written: str, meant: dict[str, Any]) -> None:
    assert event(hvor=written).place == Place.model_construct(**meant)


def test_performances_of_one_day_are_dates_of_it() -> None:
    one = event(start="Søndag den 3. maj 2026, forestillinger kl. 11.00 og kl. 14.00")
    assert [one.start, *one.more_dates] == [Moment(date(2026, 5, 3), time(hour)) for hour in (11, 14)]
    assert event(tilmelding="nej - bare kom").booking == Booking.model_validate({"\x00needed": False})


def test_dates_and_their_hour_may_stand_in_fields_of_their_own() -> None:
    one = EventFacts.model_validate({"titel": "Sang", "Datoer": "12/3, 26/3 og 9/4 2026", "Tid": "kl. 19-21"})
    assert [one.start, *one.more_dates] == [Moment(date(2026, *day), time(19)) for day in ((3, 12), (3, 26), (4, 9))]
    assert event(**{"Oprindelig dato": "5/9 2026", "language": "English"}).before == Moment(date(2026, 9, 5))


def test_a_place_without_an_address_is_a_name() -> None:
    """A word alone is a key, which a check looks up."""
    assert event(sted="Den gamle lade").place == Place.model_construct(name="Den gamle lade")
    assert event(sted="Laden").place == "laden"
    assert "er ikke nøglen på et sted" in refused(sted="56.79")["sted"]
    assert "siger ikke hvad" in refused(sted="følger senere")["sted"]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"sted": "Laden", "adresse": "Eksempelvej 1", "postnr": "7900", "by": "Nykøbing"}, "Laden, Eksempelvej 1, 7900 Nykøbing"),
        ({"adresse": "Eksempelvej 1, 7900 Nykøbing"}, "Eksempelvej 1, 7900 Nykøbing"),
        ({"adresse": "Eksempelvej 1", "by": "Nykøbing"}, "Eksempelvej 1, Nykøbing"),
        ({"sted": "Laden, Eksempelvej 1", "by": "Nykøbing"}, "Laden, Eksempelvej 1, Nykøbing"),
        ({"sted": {"navn": "Laden"}, "adresse": "Eksempelvej 1"}, "Laden, Eksempelvej 1"),
    ],
)
def test_a_street_and_a_town_beside_the_place_are_its_own(fields: dict[str, str], place: str) -> None:
    found = event(**fields).place
    assert isinstance(found, Place)
    assert found.in_one_line == place


def test_a_place_is_known_by_its_key_with_capitals_too() -> None:
    assert event(sted="Havnen").place == "havnen"


def test_english_words_for_fields_are_read() -> None:
    read = EventFacts.model_validate({"title": "Concert", "date": "2 May 2026", "time": "7pm", "price": "free", "end": "9pm"})
    assert (read.title, read.start, read.price and read.price.free) == ("Concert", Moment(date(2026, 5, 2), time(19)), True)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Se mere på www.example.org", "Se mere"),
        ("[Koret](https://www.example.org)", "Koret"),
        ([{"Koret": "www.example.org"}], "Koret"),
        ("<https://www.example.org>", "example.org"),
    ],
)
def test_a_link_with_its_words_in_one_line(written: Any, title: str) -> None:
    assert [(link.title, link.address) for link in event(links=written).links] == [(title, "https://www.example.org")]


def test_what_is_no_link_or_several_says_what_to_write() -> None:
    assert "er ikke en webadresse" in refused(links="instagram @koret")["links"]
    assert "på sin egen linje" in refused(links="https://example.org og https://example.org/b")["links"]


def test_a_line_of_a_programme_without_an_hour_is_named() -> None:
    assert "«Derefter slut» har intet klokkeslæt" in refused(program=["10.00 Kaffe", "Derefter slut"])["program"]


@pytest.mark.parametrize(
    ("key", "written", "state", "text"),
    [
        ("aflyst", "ja", State.CANCELLED, None),
        ("Aflyst", "nej", State.PLANNED, None),
        ("udsolgt", "siden i går", State.SOLD_OUT, "udsolgt: siden i går"),
    ],
)
def test_a_state_that_is_a_key_of_its_own(key: str, written: str, state: State, text: str | None) -> None:
    read = event(**{key: written})
    assert (read.state, read.state_text) == (state, text)


def test_a_deadline_without_its_year_is_the_last_before_the_start() -> None:
    booking = event(start="2027-01-05", tilmelding="a@example.org", tilmeldingsfrist="28. december").booking
    assert booking and booking.deadline == date(2026, 12, 28)


def test_how_long_it_lasts_is_its_end() -> None:
    assert event(start="2. maj 2026 kl. 19", varighed="2 timer").end == Moment(date(2026, 5, 2), time(21))


@pytest.mark.parametrize(
    ("title", "meant", "state"),
    [
        ("AFLYST - Sang", "Sang", State.CANCELLED),
        ("Aflyst: Sang", "Sang", State.CANCELLED),
        ("Sang (udsolgt!)", "Sang", State.SOLD_OUT),
        ("Sang (udsolgt)", "Sang", State.SOLD_OUT),
        ("Sang på havnen - AFLYST!", "Sang på havnen", State.CANCELLED),
        ("UDSAT Sang", "Sang", State.POSTPONED),
        *((title, "Sang", State.CANCELLED) for title in ("[AFLYST] Sang", "(aflyst) Sang", "❌ AFLYST ❌ Sang", "CANCELLED: Sang")),
        *(
            (title, "Sang", State.CANCELLED)
            for title in ("Sang – aflyst", "Sang, aflyst", "Sang AFLYST!", "AFLYST pga. storm: Sang")
        ),
        ("SANG AFLYST", "SANG AFLYST", State.PLANNED),
        ("Sang i laden *AFLYST*", "Sang i laden", State.CANCELLED),
        ("Udsat - en film om børn", "Udsat - en film om børn", State.PLANNED),
        ("AFLYST", "AFLYST", State.PLANNED),
        ("Det aflyste bryllup", "Det aflyste bryllup", State.PLANNED),
    ],
)
def test_a_state_in_the_title_is_the_events(title: str, meant: str, state: State) -> None:
    read = event(titel=title)
    assert (read.title, read.state) == (meant, state)


@pytest.mark.parametrize(
    ("key", "words", "state"),
    [
        ("tilmelding", "Udsolgt!", State.SOLD_OUT),
        ("tilmelding", "alt optaget", State.SOLD_OUT),
        ("pris", "aflyst", State.CANCELLED),
        ("resumé", "UDSAT", State.POSTPONED),
        ("statustekst", "Få pladser", State.FEW_LEFT),
        ("statustekst", "Måske bliver det aflyst", State.PLANNED),
        ("statustekst", "Den 12. maj er aflyst", State.PLANNED),
        ("resumé", "Aflyst, men hvorfor? En film om valg", State.PLANNED),
        ("pris", "50 kr.", State.PLANNED),
    ],
)
def test_a_state_that_is_all_that_a_field_says_is_the_events(key: str, words: str, state: State) -> None:
    read = event(**{key: words})
    assert read.state is state
    kept = {"pris": read.price and read.price.text, "resumé": read.summary, "statustekst": read.state_text}.get(key)
    assert kept == (words if state is State.PLANNED else None)


def test_why_is_kept_where_only_it_names_the_state() -> None:
    read = event(statustekst="Aflyst på grund af storm")
    assert (read.state, read.state_text) == (State.CANCELLED, "Aflyst på grund af storm")


def test_a_title_keeps_its_words_where_the_state_is_named() -> None:
    assert event(titel="AFLYST - Sang", status="planlagt").title == "AFLYST - Sang"


@pytest.mark.parametrize("written", ["Udskudt til efteråret", "udsat til senere", "Udsat"])
def test_what_is_postponed_to_no_day_is_postponed(written: str) -> None:
    assert event(status=written).state is State.POSTPONED


@pytest.mark.parametrize(
    "written",
    [
        "Ingen tilmelding nødvendig, bare mød op",
        "ikke nødvendigt",
        "drop-in",
        "Bare mød op!",
        "uden tilmelding",
        "Tilmelding er ikke nødvendig.",
    ],
)
def test_ways_to_say_that_one_need_not_sign_up(written: str) -> None:
    booking = event(tilmelding=written).booking
    assert booking and not booking.needed


def test_two_contacts_in_one_line_are_asked_about() -> None:
    assert "er mere end én kontakt" in refused(kontakt="Jens 12 34 56 78 eller Karen 87 65 43 21")["kontakt"]


@pytest.mark.parametrize("written", [{"børn": "20", "voksne": "50 kr."}, ["børn 20 kr.", "voksne 50 kr."]])
def test_prices_in_a_list_or_beside_who_pays_them(written: Any) -> None:
    price = event(pris=written).price
    assert price and (price.lowest, price.highest) == (20, 50)


@pytest.mark.parametrize(
    "written", ["40 pladser", "max 40", "op til 40 personer", "40 siddepladser", "ca. 40 pers.", "Plads til højst 40 i alt"]
)
def test_a_number_with_what_is_counted(written: str) -> None:
    assert event(pladser=written).capacity == 40


@pytest.mark.parametrize("written", ["40-60 pladser", "40 parkeringspladser", "30 børn og 10 voksne", "40 par"])
def test_a_number_of_something_else_is_none_of_people(written: str) -> None:
    assert "et helt tal" in refused(pladser=written)["pladser"]


@pytest.mark.parametrize("between", [" / ", ", ", " eller ", "-"])
def test_two_numbers_to_sign_up_at_are_both_shown(between: str) -> None:
    written = f"tlf. 12 34 56 78{between}87 65 43 21"
    booking = event(tilmelding=written).booking
    assert booking
    assert (booking.phone and booking.phone.text, booking.text) == ("12 34 56 78", written)


@pytest.mark.parametrize(
    ("written", "audience", "age"),
    [
        ("børn 3-6 år", Audience.CHILDREN, "3-6 år"),
        ("Unge (13-18)", Audience.YOUNG, "13-18 år"),
        (["småbørn, fra 0 til 2 år"], Audience.CHILDREN, "fra 0 til 2 år"),
        ("voksne 18+", Audience.ADULTS, "18+"),
    ],
)
def test_an_age_beside_its_audience(written: Any, audience: Audience, age: str) -> None:
    read = event(målgruppe=written)
    assert (read.audience, read.age) == ((audience,), age)


def test_an_age_of_one_audience_among_others_is_asked_for_and_one_that_falls_too() -> None:
    assert "alder: 3-6 år" in refused(målgruppe="børn 3-6 år, familier")["målgruppe"]
    for written in ("12-8 år", "fra 12 til 8 år", "12 år - 8 år", "12-8"):
        assert "Mente du 8-12 år?" in refused(alder=written)["alder"]
    for written in ("8-12 år", "fra 15 år og 8 år med en voksen", "6 mdr.-3 år", "årgang 2018-2012", "fra 12 år, kl. 19-8"):
        assert event(alder=written).age == written


@pytest.mark.parametrize("key", ["arrangør", "partnere"])
def test_ways_to_reach_somebody_are_no_part_of_a_name(key: str) -> None:
    for written in ("Koret, tlf. 12 34 56 78", ["Skolen", "Koret kor@example.org"]):
        assert "Skriv det ved kontakt" in refused(**{key: written})[key]
    assert event(**{key: "Udvalget 2025-2026"}).start


def test_a_date_is_no_phone_number() -> None:
    booking = event(tilmelding="skriv til a@b.dk senest 2026-04-24").booking
    assert booking
    assert (booking.mail, booking.phone, booking.deadline) == ("a@b.dk", None, date(2026, 4, 24))


@pytest.mark.parametrize(
    ("last", "town", "way"),
    [
        ("Nykøbing Mors", "Nykøbing Mors", None),
        ("Øster Hurup, bag kirken", "Øster Hurup", "bag kirken"),
        ("indgang fra Thisted", None, "indgang fra Thisted"),
        ("Kælderen", None, "Kælderen"),
    ],
)
def test_a_town_needs_no_postcode(last: str, town: str | None, way: str | None) -> None:
    place = event(sted=f"Laden, Vej 1, {last}").place
    assert isinstance(place, Place)
    assert (place.town, place.way) == (town, way)


def test_other_words_for_a_category_and_an_audience() -> None:
    read = event(kategori="Koncert", målgruppe="pensionister og børnefamilier")
    assert (read.category, read.audience) == (Category.MUSIC, (Audience.SENIORS, Audience.FAMILIES))


@pytest.mark.parametrize(
    "written",
    [
        ["19.00 Velkomst", "kl. 19.30-20.15 Koncert: første del"],
        [{"19.00": "Velkomst"}, {"19.30-20.15": "Koncert: første del"}],
        "19.00 Velkomst 19.30-20.15 Koncert: første del",
        "kl. 19 Velkomst, kl. 19.30-20.15 Koncert: første del",
        ["ca. kl. 19 Velkomst", "19.30-20.15 Koncert: første del"],
        {"punkter": ["19.00 - Velkomst", "19.30-20.15: Koncert: første del"]},
    ],
)
def test_a_programme_in_lines(written: Any) -> None:
    programme = event(program=written).programme
    assert programme
    points = [(point.at, point.end, point.title) for point in programme.points]
    assert points == [(time(19), None, "Velkomst"), (time(19, 30), time(20, 15), "Koncert: første del")]


@pytest.mark.parametrize("written", ["Ja tak", "senest 5/11", "påkrævet"])
def test_a_booking_that_says_no_way_is_asked_how(written: str) -> None:
    assert "Skriv også hvordan" in refused(tilmelding=written)["tilmelding"]


@pytest.mark.parametrize("written", ["2026-05-01", "01.05.2026", "1/5-2026", "29-02-2026"])
def test_a_day_is_no_phone_number(written: str) -> None:
    for fields in ({"tilmelding": written}, {"kontakt": {"rolle": "formand", "telefon": written}}):
        with pytest.raises(ValidationError):
            event(**fields)


@pytest.mark.parametrize("part", ["navn", "adresse", "by"])
def test_a_place_that_is_still_to_come_is_told(part: str) -> None:
    with pytest.raises(ValidationError, match="siger ikke hvad"):
        event(sted={"navn": "Havnen", part: "ukendt"})


@pytest.mark.parametrize("key", ["resumé", "statustekst", "arrangør", "partnere"])
@pytest.mark.parametrize("words", ["ja", "?", "Kommer senere.", "xx"])
def test_words_that_are_still_to_come_are_told(key: str, words: str) -> None:
    with pytest.raises(ValidationError, match="siger ikke hvad"):
        event(**{key: words})
