"""What came of an area's work, as people write it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.area import AreaFacts
from generator.model.partners import Sector
from generator.model.results import GoalState
from tests.trees import modest


def area(**fields: Any) -> AreaFacts:
    own = {"navn": "Nordby", "kommune": "Thisted", "resumé": "En by.", "status": "offentlig"}
    return AreaFacts.model_validate({**own, **{key.replace("_", " "): value for key, value in fields.items()}})


def test_a_cooperation_in_one_line_says_who_and_what() -> None:
    partners = ["Koret, forening", "Skolen, skole"]
    for written in ("Koret + Skolen: de synger: hver fredag", [{"Koret og Skolen": "de synger: hver fredag"}]):
        [one] = area(partnere=partners, samarbejder=written).cooperations
        assert (one.partners, one.text) == (("Koret", "Skolen"), "de synger: hver fredag")


def test_a_line_with_a_colon_is_a_line() -> None:
    assert area(resultater=[{"Koret": "fra 11 til 41"}, "Flere kom"]).results == ("Koret: fra 11 til 41", "Flere kom")
    assert [goal.text for goal in area(mål=[{"Flere synger": "unge og ældre"}]).goals] == ["Flere synger: unge og ældre"]
    assert [each.what for each in area(lever_videre=[{"Sangaften": "hver måned"}]).lives_on] == ["Sangaften: hver måned"]


@pytest.mark.parametrize(
    "written",
    [
        {"Leje af telt": "12.000 kr.", "Kaffe": "500"},
        [{"Leje af telt": "12.000 kr."}, {"Kaffe": "500"}],
        ["Leje af telt: 12.000 kr.", "Kaffe, 500 kr."],
        [{"post": "Leje af telt", "beløb": "12.000 kr."}, {"post": "Kaffe", "beløb": "500 kr."}],
    ],
)
def test_what_the_money_went_to(written: Any) -> None:
    spent = [(each.item, each.amount and each.amount.lowest) for each in area(pengene=written).spending]
    assert spent == [("Leje af telt", 12_000), ("Kaffe", 500)]


@pytest.mark.parametrize(
    "fields", [{"resultater": [{"a": "b", "c": "d"}]}, {"pengene": [{"belob": "12"}]}, {"mål": [{"status": "nået"}]}]
)
def test_fields_stay_fields(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        area(**fields)


@pytest.mark.parametrize(
    "written",
    [
        "1. Flere synger 2. Et hus",
        "1) Flere synger; 2) Et hus",
        "- Flere synger\n- Et hus",
        ["Flere synger", "Et hus"],
        "Flere synger; Et hus",
    ],
)
def test_points_of_a_list_lose_their_signs(written: Any) -> None:
    assert [goal.text for goal in area(mål=written).goals] == ["Flere synger", "Et hus"]
    assert area(resultater=written).results == ("Flere synger", "Et hus")


@pytest.mark.parametrize("written", ["1. maj 2026 sang vi", "1. sal og 2. sal er malet", "Vi er nr. 1. Det er sjovt"])
def test_what_is_no_list_stays_whole(written: str) -> None:
    assert area(resultater=written).results == (written,)
    assert area(resultater="1. maj sang vi; 2. maj dansede vi").results == ("1. maj sang vi", "2. maj dansede vi")


@pytest.mark.parametrize(
    "written",
    [["Et hus (delvist)", "Et kor - nået"], ["Et hus: på vej til", {"Et kor": "nået"}], {"Et hus": "delvist", "Et kor": "opnået"}],
)
def test_how_far_a_goal_is_may_stand_beside_it(written: Any) -> None:
    house, choir = area(mål=written).goals
    assert (choir.text, choir.state) == ("Et kor", GoalState.REACHED)
    assert house.text.startswith("Et hus")
    assert (house.state is GoalState.PARTLY) == (house.text == "Et hus")
    assert area(mål=["Flere siger: ja"]).goals[0].text == "Flere siger: ja"


@pytest.mark.parametrize(
    "written",
    [
        ["Banken, erhverv", "Skolen (folkeskole)"],
        {"Banken": "virksomhed", "Skolen": "skole"},
        [{"Erhverv": "Banken"}, {"Skole": "Skolen"}],
        ["Banken - erhvervsliv", "Skolen: skole"],
        [{"navn": "Banken", "type": "firma"}, {"titel": "Skolen", "sektor": "skolen"}],
    ],
)
def test_a_partner_with_its_sector_is_written_in_many_ways(written: Any) -> None:
    assert [(each.name, each.sector) for each in area(partnere=written).partners] == [
        ("Banken", Sector.BUSINESS),
        ("Skolen", Sector.SCHOOL),
    ]


def test_several_partners_in_one_line_cooperate_where_all_are_known() -> None:
    partners = ["Koret, kultur", "Kaffe og Kage, erhverv"]

    def named(written: Any) -> tuple[str, ...]:
        return area(partnere=partners, samarbejder=[{"partnere": written}]).cooperations[0].partners

    assert named("Koret og Nordby") == named("Koret, Nordby") == named(["Koret", "Nordby"]) == ("Koret", "Nordby")
    assert named("Kaffe og Kage") == ("Kaffe og Kage",)
    assert named("Koret og andre") == ("Koret og andre",)


def test_roles_alone_are_read_and_names_are_asked_about() -> None:
    assert [member.role for member in area(styregruppe=["Formand", "Bestyrelsesmedlem"]).steering_group] == [
        "Formand",
        "Bestyrelsesmedlem",
    ]
    for written in ("Hanne Hansen", [{"Formand": "Hanne Hansen"}], ["Hanne Hansen (formand)"], {"Formand": "Hanne Hansen"}):
        with pytest.raises(ValidationError, match="kan være et navn"):
            area(styregruppe=written)


@pytest.mark.parametrize(
    "line",
    [
        "Telt 12.000 kr.",
        "Telt (12.000)",
        "Telt = 12.000,-",
        "Telt: kr. 12.000",
        "12.000 kr. til Telt",
        "Telt\t12.000",
        "Telt - 12000 DKK",
    ],
)
def test_an_amount_is_read_beside_its_item(line: str) -> None:
    [spent] = area(pengene=[line]).spending
    assert (spent.item, spent.amount and spent.amount.lowest) == ("Telt", 12_000)


@pytest.mark.parametrize(
    "line", ["Telt 12.000, musik 8.000", "Telt: 1,5 t.kr.", {"post": "Telt", "beløb": "12,000"}, "I alt: 50.000"]
)
def test_an_amount_that_the_report_would_lack_or_count_twice_is_told(line: Any) -> None:
    with pytest.raises(ValidationError, match=r"er ikke ét beløb|er summen"):
        area(pengene=[line])
    assert area(pengene=[{"Løn": "50.000 kr."}]).spending[0].item == "Løn"
    with pytest.raises(ValidationError, match="kostede ikke noget"):
        area(pengene=["Kaffe: 0 kr."])
    assert [spent.amount for spent in area(pengene=["2 telte", "Musik 1. maj", "Leje 2025-2026"]).spending] == [None] * 3


@pytest.mark.parametrize("nothing", ["ja", "-", "Kommer senere", "ingen endnu", "?", "[indsæt tekst]", "TODO"])
def test_what_only_holds_a_place_is_not_published(nothing: str) -> None:
    for fields in (
        {"resultater": nothing},
        {"vision": nothing},
        {"lever videre": nothing},
        {"lever videre": [{"hvad": "Koret", "hvem": nothing}]},
    ):
        with pytest.raises(ValidationError, match="siger ikke hvad"):
            area(**fields)


def test_villages_are_names() -> None:
    assert area(byer="Sundby - Dråby – Ejerslev").villages == ("Sundby", "Dråby", "Ejerslev")
    for written in ("Sundby m.fl.", "Sundby og omegn", "Sundby, de omkringliggende landsbyer"):
        with pytest.raises(ValidationError, match="ikke navnet på en by"):
            area(landsbyer=written)


def test_a_place_that_is_an_address_is_called_by_its_key() -> None:
    places = area(steder={"ejerslev-havn": "Kajen 1, 7900 Nykøbing", "hallen": "Hallen, Vej 2"}).places
    assert [(place.name, place.address) for place in places.values()] == [("Ejerslev havn", "Kajen 1"), ("Hallen", "Vej 2")]


def test_examples_and_steps_are_written_in_short() -> None:
    written = area(praksis={"Udvikling": "Koret"}, trin=["dialog (april 2025)", {"kick-off": "juni 2025"}, "Kick-off maj 2025"])
    assert [(each.core_element, each.text) for each in written.in_practice] == [("udvikling", "Koret")]
    assert [(step.step, step.when and step.when.begins.month) for step in written.steps] == [
        ("dialog", 4),
        ("kick-off", 6),
        ("kick-off", 5),
    ]


ITEMS = st.from_regex(r"[A-ZÆØÅ][a-zæøå]{2,12}( (af|til|og) [a-zæøå]{2,12}){0,2}", fullmatch=True)
BETWEEN = st.sampled_from([": ", ", ", " - ", " – ", " = ", " "])


@modest
@given(ITEMS, st.integers(1, 90), st.integers(0, 999), BETWEEN, st.sampled_from([" kr.", " kr", " kroner", ",-", " DKK"]))
def test_an_item_is_read_back_from_every_way_to_write_it(item: str, thousands: int, rest: int, between: str, crowns: str) -> None:
    for line in (
        f"{item}{between}{thousands}.{rest:03}{crowns}",
        f"{item} ({thousands}.{rest:03})",
        f"{thousands}{rest:03} kr. til {item}",
    ):
        [spent] = area(pengene=[line]).spending
        assert (spent.item, spent.amount and spent.amount.lowest) == (item, thousands * 1_000 + rest)
