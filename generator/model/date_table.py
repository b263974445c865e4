"""How another language writes days and hours: the table of them in its `words.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from generator.danish.formatting import DANISH as DANISH_DATES
from generator.danish.patterns import WEEKDAYS
from generator.danish.wording import PLACEHOLDERS, DateWords, Wording, placeholders_of
from generator.model.choice import Several
from generator.model.content import Content
from generator.model.values import Line
from generator.problems.problem import RefusedError, listed, quoted
from generator.problems.rules import values


def _names(count: int, what: str) -> AfterValidator:
    def counted(names: tuple[str, ...]) -> tuple[str, ...]:
        if len(names) != count:
            raise RefusedError(values.LANGUAGE_PATTERN, f"Her skal stå {count} navne, {what}. Her står {len(names)}.")
        return names

    return AfterValidator(counted)


def with_braces(pattern: str, wanted: Sequence[str]) -> str:
    """Return a text that holds these words in braces, and no others. Raise RefusedError for others."""
    if set(placeholders_of(pattern) or ()) != set(wanted):
        braces = listed([f"{{{each}}}" for each in wanted])
        raise RefusedError(values.LANGUAGE_PATTERN, f"{quoted(pattern)} skal have {braces} og intet andet i tuborgklammer.")
    return pattern


_Weekdays = Annotated[Several[Line], _names(len(WEEKDAYS), "fra mandag til søndag")]
_Months = Annotated[Several[Line], _names(12, "fra januar til december")]


def _dates(name: str, alias: str) -> Any:
    """Return a field for one of the patterns of dates, with the Danish one as its example."""
    danish = DANISH_DATES.words.patterns[name].replace("\u200b", "")
    return Field(alias=alias, description=f"På dansk: {danish}", examples=[danish])


class DateTable(Content):
    """How a language writes days and hours: the fields of DateWords."""

    weekdays: _Weekdays = Field(alias="ugedage", description="De syv dage fra mandag.")
    short_weekdays: _Weekdays = Field(alias="korte ugedage", description="De samme i kort form.")
    months: _Months = Field(alias="måneder", description="De tolv måneder, som de står efter en dag.")
    short_months: _Months = Field(alias="korte måneder", description="De samme i kort form.")
    lone_months: _Months | None = Field(None, alias="måneder alene", description="Kun når de hedder noget andet uden en dag.")
    date: Line = _dates("date", "dato")
    full_day: Line = _dates("full_day", "hel dato")
    day_month: Line = _dates("day_month", "dag og måned")
    short_day: Line = _dates("short_day", "kort dato")
    month_year: Line = _dates("month_year", "måned og år")
    clock: Line = _dates("clock", "klokken")
    at: Line = _dates("at", "begynder")
    hours: Line = _dates("hours", "fra og til")
    day_hours: Line = _dates("day_hours", "dag og tid")
    moments: Line = _dates("moments", "dag til dag")
    days: Line = _dates("days", "datoer")
    days_in_month: Line = _dates("days_in_month", "dage i en måned")
    short_days_in_month: Line = _dates("short_days_in_month", "korte dage i en måned")
    large_days: Line = _dates("large_days", "store dage")
    large_months: Line = _dates("large_months", "to måneder")

    @field_validator(*PLACEHOLDERS)
    @classmethod
    def _complete(cls, pattern: str, info: ValidationInfo) -> str:
        return with_braces(pattern, PLACEHOLDERS[info.field_name or ""])

    def wording(self) -> Wording:
        """Return what words dates by this table."""
        patterns = {name: getattr(self, name) for name in PLACEHOLDERS}
        lone_months = self.lone_months or self.months
        return Wording(DateWords(self.weekdays, self.short_weekdays, self.months, self.short_months, lone_months, patterns))
