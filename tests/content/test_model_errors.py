"""Problems and the words that report them."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.content.model_errors import message_for, model_at
from generator.model.area import AreaFacts
from generator.model.booking import Booking
from generator.model.content import Content
from generator.model.event import EventFacts
from generator.model.partners import Partner
from generator.model.place import Place
from generator.model.programme import Programme, Timeline
from generator.problems.problem import ContentError, Problem, did_you_mean, listed, report, summary
from generator.problems.rules import fields


def messages(model: type[Content], written: Any) -> dict[tuple[str | int, ...], str]:
    """What is said of each fault, by its location."""
    with pytest.raises(ValidationError) as refused:
        model.model_validate(written)
    return {fault["loc"]: message_for(model, fault["loc"], fault)[0] for fault in refused.value.errors()}


def test_each_kind_of_fault_has_words_of_its_own() -> None:
    start = {"titel": "Fest", "start": "2026-05-01"}
    assert messages(EventFacts, {"titel": "Fest"}) == {
        ("start",): "Feltet mangler. Skriv for eksempel start: 2026-05-01 kl. 10.00."
    }
    assert messages(EventFacts, {**start, "titl": "x"}) == {("titl",): "Feltet kendes ikke. Mente du «titel»?"}
    assert messages(EventFacts, {**start, "titel": "x" * 81}) == {
        ("titel",): "Teksten er for lang. Den må højst være på 80 bogstaver. Gør den kortere."
    }
    assert messages(EventFacts, {**start, "eksempel": "måske"}) == {
        ("eksempel",): "«måske» er hverken ja eller nej. Skriv ja eller nej."
    }
    assert messages(Timeline, {"trin": []}) == {("trin",): "Feltet mangler."}


@pytest.mark.parametrize("count", ["0", "-1", "elleve", "1.5", ["11"]])
def test_a_number_of_areas(count: Any) -> None:
    assert messages(Programme, {"områder": count})["områder",] == "Her skal stå et helt tal over nul. Skriv for eksempel 80."


@pytest.mark.parametrize("written", ["tekst", ["a"], ""])
def test_a_text_where_fields_are_meant(written: Any) -> None:
    [(place, said)] = messages(Place, written).items()
    assert place == ()
    assert said.startswith("Her skal stå felter under hinanden: navn, adresse, postnummer, ")


@pytest.mark.parametrize("written", ["tekst", ["a"]])
def test_a_text_where_named_places_are_meant(written: Any) -> None:
    assert (
        messages(AreaFacts, {"steder": written})["steder",] == "Her skal stå felter under hinanden, ikke en tekst eller en liste."
    )


@pytest.mark.parametrize("key", ["start", "slut", "pris", "kategori", "eksempel", "titel", "resumé", "sted"])
def test_a_list_where_one_value_is_meant_is_said_plainly(key: str) -> None:
    """No message calls for fields where a text is meant, and none shows a list as Python writes it."""
    [said] = messages(EventFacts, {"titel": "Fest", "start": "2026-05-01", key: ["a", "b"]}).values()
    assert said == "Her skal stå en tekst, ikke en liste eller flere felter."


def test_a_missing_field_deep_inside_is_reported_with_its_example() -> None:
    assert messages(AreaFacts, {"partnere": [{"navn": "Skolen"}]})["partnere", 0, "sektor"] == (
        "Feltet mangler. Skriv for eksempel sektor: forening."
    )


@pytest.mark.parametrize(
    ("location", "home"),
    [
        ((), AreaFacts),
        (("partnere",), Partner),
        (("partnere", 2), Partner),
        (("steder",), Place),
        (("steder", "havnen"), Place),
        (("ukendt",), None),
        (("navn",), None),
        (("navn", "mere"), None),
    ],
)
def test_the_model_at_a_location(location: tuple[str | int, ...], home: type[Content] | None) -> None:
    assert model_at(AreaFacts, location) is home


def test_the_model_of_a_place_or_a_booking_written_out() -> None:
    assert model_at(EventFacts, ("sted",)) is Place
    assert model_at(EventFacts, ("tilmelding",)) is Booking


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("titl", " Mente du «titel»?"),
        ("TITEL", " Mente du «titel»?"),
        ("malgruppe", " Mente du «målgruppe»?"),
        ("resume", " Mente du «resumé»?"),
        ("xyzzy", ""),
        ("", ""),
    ],
)
def test_did_you_mean(written: str, hint: str) -> None:
    assert did_you_mean(written, EventFacts.field_keys()) == hint


def test_there_is_nothing_to_mean_among_no_choices() -> None:
    assert did_you_mean("a", []) == ""


@pytest.mark.parametrize(
    ("choices", "said"), [(["a"], "a"), (["a", "b"], "a eller b"), (["a", "b", "c"], "a, b eller c"), ([], "")]
)
def test_choices_are_listed_with_eller(choices: list[str], said: str) -> None:
    assert listed(choices) == said


A, B, C = (
    Problem("a.md", 2, 1, "x", "Nej.", fields.OTHER),
    Problem("a.md", 10, 1, "", "Nej.", fields.OTHER),
    Problem("b.md", 1, 3, "y", "Nej.", fields.OTHER),
)


def test_a_report_has_each_problem_once_in_order_and_a_count() -> None:
    assert report([C, B, A, B]) == "a.md:2:1: x: Nej.\na.md:10:1: Nej.\nb.md:1:3: y: Nej.\n3 fejl i 2 filer"
    assert str(ContentError([C, A])) == "a.md:2:1: x: Nej.\nb.md:1:3: y: Nej.\n2 fejl i 2 filer"


@pytest.mark.parametrize(
    ("problems", "said"), [([], "Ingen fejl"), ([A], "1 fejl i 1 fil"), ([A, A, B], "2 fejl i 1 fil"), ([A, C], "2 fejl i 2 filer")]
)
def test_summary(problems: list[Problem], said: str) -> None:
    assert summary(problems) == said
