"""What came of an area's work, as people write it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.area import AreaFacts


def area(**fields: Any) -> AreaFacts:
    own = {"navn": "Nordby", "kommune": "Thisted", "resumé": "En by.", "status": "offentlig"}
    return AreaFacts.model_validate({**own, **{key.replace("_", " "): value for key, value in fields.items()}})


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
