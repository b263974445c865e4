"""How it went, as people write it: each number has one meaning, what is unsaid is None, and what was taken back is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.content.load import load
from generator.danish.dates import now_from
from generator.model.after import After, HowCounted, Quote
from generator.model.calendar import Calendar
from generator.model.estimate import Estimate, parse_estimate, parse_whole, spelt, total
from generator.model.event import EventFacts
from generator.model.questions import Questions
from generator.model.reports import MEASURES, reports_of, sum_of
from generator.problems.problem import RefusedError
from tests.trees import AREA, event, modest, programme


@pytest.mark.parametrize(
    ("written", "text"),
    [
        *(("42", "42"), ("1.000", "1.000"), ("1 200", "1.200"), ("ca. 40", "ca. 40"), ("Cirka 40 mennesker", "ca. 40")),
        *(("omkring 60", "ca. 60"), ("40-50", "40-50"), ("40 til 50", "40-50"), ("mellem 40 og 50 gæster", "40-50")),
        *(("ca. 40–50", "40-50"), ("en 40 stykker", "ca. 40"), ("knap 50", "ca. 50"), ("lidt over 40", "ca. 40")),
        *(("over 100", "over 100"), ("100+", "over 100"), ("mindst 20", "over 20"), ("fyrre", "40"), ("femogtyve", "25")),
        *(("to hundrede", "200"), ("Der kom 12", "12"), ("ingen", "0"), ("0", "0"), ("2½", "2,5"), ("31,5 timer", "31,5")),
        *(("40+ deltagere", "over 40"), ("ca. 20 t", "ca. 20"), ("8-10 t.", "8-10")),
    ],
)
def test_a_number_is_read_as_people_say_it(written: str, text: str) -> None:
    assert parse_estimate(written).text == text


@pytest.mark.parametrize(
    "written",
    [
        "mange",
        "40 børn og 20 stole",
        "40 og 50",
        "2-300",
        "50-40",
        "under 50",
        "42 tilmeldte",
        "12 om lørdagen",
        "-3",
        "9999999",
        "40 %",
        "40 + frivillige",
    ],
)
def test_a_number_that_may_mean_two_things_is_refused(written: str) -> None:
    with pytest.raises(RefusedError, match=r"Skriv|Er der"):
        parse_estimate(written)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        *(("120 voksne og 40 børn", "160"), ("ca. 120 voksne, 40 børn og 5 babyer", "ca. 165"), ("40 børn", "40")),
        *(("160 (120 voksne og 40 børn)", "160"), ("160, heraf 40 børn", "160"), ("12 medlemmer + 5 gæster", "17")),
        *(("45 kvinder og 12 mænd", "57"), ("ca. 160 gæster, heraf ca. 40 unge", "ca. 160"), ("42 deltagere", "42")),
    ],
)
def test_groups_of_whom_nobody_is_two_are_added_up(written: str, text: str) -> None:
    assert parse_whole(written).text == text


@pytest.mark.parametrize(
    "written",
    ["40 børn og 20 børn", "30 piger og 20 voksne", "100 (60 voksne og 30 børn)", "20, heraf 40 børn", "10 børn og 2 hunde"],
)
def test_groups_that_may_overlap_or_do_not_add_up_are_refused(written: str) -> None:
    with pytest.raises(RefusedError, match="ikke"):
        parse_whole(written)


@pytest.mark.parametrize(
    ("written", "number", "how"),
    [
        ("42, talt", "42", HowCounted.COUNTED),
        ("42 (talt i døren)", "42", HowCounted.COUNTED),
        ("42 billetter", "42", HowCounted.TICKETS),
        ("ca. 40, skønnet", "ca. 40", HowCounted.ESTIMATED),
        ("ca. 40", "ca. 40", HowCounted.ESTIMATED),
        ("42", "42", None),
    ],
)
def test_how_it_was_counted_may_stand_beside_the_number(written: str, number: str, how: HowCounted | None) -> None:
    for said in ({"antal": written}, {"Deltagere": written}):
        after = After.model_validate(said)
        assert after.came and (after.came.text, after.counted) == (number, how)
    [alone] = EventFacts.model_validate({"titel": "Fest", "start": "2026-05-01", "efter": written}).after
    assert alone.came and (alone.came.text, alone.counted) == (number, how)


def test_words_alone_are_what_happened_and_artists_are_names_or_a_number() -> None:
    [said] = EventFacts.model_validate({"titel": "Fest", "start": "2026-05-01", "efter": "Det regnede; 40 kom alligevel."}).after
    assert (said.text, said.came) == ("Det regnede; 40 kom alligevel.", None)
    assert After.model_validate({"kunstnere": "ca. 4"}).artists == Estimate(4, exact=False)
    assert After.model_validate({"kunstnere": "Øens Kor; Ida"}).performers == ("Øens Kor", "Ida")


@pytest.mark.parametrize("hours", ["4 timer hver", "4 x 5", "5 pr. person"])
def test_hours_are_those_of_all_helpers(hours: str) -> None:
    with pytest.raises(ValidationError, match="timerne for én"):
        After.model_validate({"timer": hours})


@pytest.mark.parametrize(
    "quote",
    [
        {"tekst": "Tak.", "navn": "Anna"},
        {"tekst": "Tak.", "navn": "Anna", "samtykke": "ingen"},
        {"tekst": "Tak.", "navn": "Ida, 9 år", "samtykke": "ja"},
        {"tekst": "Tak.", "navn": "Ida (9)", "samtykke": "ja"},
        {"tekst": "Tak.", "navn": "Ida", "rolle": "elev i 3. klasse", "samtykke": "ja"},
        {"tekst": "Tak.", "navn": "Ida", "barn": "ja", "samtykke": "ja"},
    ],
)
def test_a_name_needs_its_owners_yes_and_a_childs_its_parents(quote: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="samtykke"):
        Quote.model_validate(quote)
    assert Quote.model_validate({**quote, "samtykke": "forældrene har sagt ja"}).speaker


def test_who_has_taken_it_back_is_not_in_the_model() -> None:
    picture = {"fil": "images/a.jpg", "beskrivelse": "Folk", "foto": "Anna"}
    said = {
        "citater": [{"tekst": "Bort", "navn": "Ida", "samtykke": "nej"}, "Tak."],
        "billeder": {**picture, "samtykke": "Nej tak"},
    }
    after = After.model_validate(said)
    assert ([quote.text for quote in after.quotes], after.pictures) == (["Tak."], ())
    with pytest.raises(ValidationError, match="Kan man genkende nogen"):
        After.model_validate({"billeder": [picture]})


@modest
@given(st.dictionaries(st.sampled_from(MEASURES), st.integers(0, 99), max_size=3))
def test_what_is_unsaid_is_never_zero(said: dict[str, int]) -> None:
    keys = dict(zip(MEASURES, ("antal", "hjælpere", "timer", "antal kunstnere"), strict=True))
    after = After.model_validate({keys[name]: str(number) for name, number in said.items()})
    assert {name: estimate.number for name in MEASURES if (estimate := getattr(after, name)) is not None} == said


@modest
@given(st.lists(st.integers(0, 9999).map(Estimate), max_size=5))
def test_a_sum_of_nothing_is_none_and_of_numbers_their_sum(numbers: list[Estimate]) -> None:
    found = total(numbers)
    assert (found and found.number) == (sum(each.number for each in numbers) if numbers else None)
    assert found is None or parse_estimate(spelt(found.number)).number == found.number


def calendar_of(root: Path, *lines: str) -> Calendar:
    tree = {
        "areas/nordby/area.yml": AREA,
        "areas/nordby/events/fest.md": event("gentag: hver uge", "gentag til: 2026-05-29", *lines),
    }
    site, problems = load(programme(root, tree))
    assert site and problems == []
    return Calendar.at(site, now_from("2026-05-20"))


def test_dates_are_reported_each_once_and_only_those_that_were_held(tmp_path: Path) -> None:
    calendar = calendar_of(
        tmp_path,
        "efter: [{dato: 1. maj 2026, antal: 10}, {dato: 2026-05-29, antal: 99}, {tekst: Godt gået.}]",
        "ændringer:",
        "  - {dato: 2026-05-08, ny start: 2026-05-09, efter: ca. 20}",
        "  - {dato: 2026-05-15, status: aflyst, efter: {tekst: Det regnede}}",
    )
    reports = reports_of(calendar, calendar.events[0])
    assert [report.occurrence and report.occurrence.anchor for report in reports] == ["2026-05-01", "2026-05-08", None]
    came = sum_of(reports, "came")
    assert came and (came.text, came.count) == ("ca. 30", 2)
    assert sum_of(reports, "hours") is None


@pytest.mark.parametrize("tally", [[1, 3], [5], [2, 2, 2]])
def test_fewer_than_five_answers_are_never_read(tally: list[int]) -> None:
    asked = {"nøgle": "a", "spørgsmål": "Går det?", "svar": ["ja", "nej"], "før": [str(each) for each in tally]}
    with pytest.raises(ValidationError, match=r"færre end 5|Skriv et til hvert"):
        Questions.model_validate({"spørgsmål": [asked]})


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("«Vi kommer igen», sagde en nabo.", "en nabo"),
        ("»Vi kommer igen« (en nabo)", "en nabo"),
        ("Vi kommer igen - en glad gæst", "en glad gæst"),
        ({"En nabo": "Vi kommer igen"}, "En nabo"),
        ("Vi kommer igen - måske", None),
    ],
)
def test_who_said_something_is_no_part_of_it(written: object, role: str | None) -> None:
    [quote] = After.model_validate({"citater": [written]}).quotes
    assert (quote.role, quote.text) == (role, "Vi kommer igen" if role else written)


@pytest.mark.parametrize("written", ["Vi kommer igen - Emma 8 år", {"Emma, 8 år": "Vi kommer igen"}, "«Vi kommer igen» siger Emma"])
def test_a_name_in_a_line_is_not_published_without_a_yes(written: object) -> None:
    with pytest.raises(ValidationError, match="sagt ja til at stå på siden"):
        After.model_validate({"citater": [written]})


def after(written: object) -> tuple[After, ...]:
    return EventFacts.model_validate({"titel": "Sang", "start": "2026-05-05", "efter": written}).after


def test_a_date_with_its_number_may_stand_in_one_line() -> None:
    dated: tuple[object, ...] = (["2026-05-05: 20", "12. maj 2026, ca. 30"], {"5. maj 2026": "20", "12/5 2026": "ca. 30"})
    for written in dated:
        said = after(written)
        assert [(each.day and each.day.day.day, each.came and each.came.text) for each in said] == [(5, "20"), (12, "ca. 30")]
    for without_year in ("5. maj: 20 kom", {"5/5": "20"}):
        with pytest.raises(ValidationError, match="mangler året"):
            after(without_year)
    assert after("2. halvdel, den var bedst")[0].text == "2. halvdel, den var bedst"


@pytest.mark.parametrize("written", ["ja", "kommer", "Blev aflyst.", "-"])
def test_what_says_nothing_of_how_it_went_is_told(written: str) -> None:
    with pytest.raises(ValidationError, match=r"siger ikke hvad|ved status"):
        after(written)
