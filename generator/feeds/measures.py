"""All that can be counted, in long form: a row for each value, with its origin. As a table, and as JSON with its schema."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from generator import urls
from generator.feeds import spreadsheet
from generator.feeds.records import Data, schema_of, written
from generator.feeds.spreadsheet import yes
from generator.model.folders import PROGRAMME
from generator.model.measures import Kind, Measure
from generator.model.price import Amount
from generator.pages.context import SiteContext
from generator.pages.figures import Figure, area_count, figures


class MeasureData(Data):
    """One value that was said or counted, with its origin."""

    area: str = Field(description="The slug of the area, or `programmet`.")
    area_name: str
    event: str | None = Field(description="The event's title.")
    day: date | None = Field(description="The day it was held; null where it is of several, or of none.")
    measure: Kind
    value: Amount
    what: str = Field(description="What is counted, or the number as it was written, in Danish.")
    group: str = Field(description="What it is counted by: a sector, how far a goal is, before or after.")
    how: str = Field(description="How it was counted, in Danish.")
    estimate: bool
    counts: bool = Field(description="False where something else about the same thing is in the sum.")
    source: str = Field(description="The file that says it.")
    url: str = Field(json_schema_extra={"format": "uri"}, description="The page that shows it.")
    example: bool = Field(description="Made up, to show how the site works.")


class SumData(Data):
    """One number of the results. Kinds that nobody has said anything of are not there: that is not a zero."""

    measure: Kind
    text: str = Field(description="The number with what it counts, in Danish.")
    value: Amount = Field(description="The sum of all values that count.")
    areas: int = Field(description="How many areas have said it.")
    of_areas: int
    notes: tuple[str, ...] = Field(description="What the number leaves out, in Danish.")


class MeasuresFile(Data):
    """tal.json: what came of Kulturpunkt, in numbers."""

    version: Literal[1]
    generated: datetime
    sums: tuple[SumData, ...]
    measures: tuple[MeasureData, ...]


_COLUMNS: spreadsheet.Columns[MeasureData] = {
    "Lokalområde": lambda row: row.area_name,
    "Arrangement": lambda row: row.event,
    "Dato": lambda row: row.day,
    "Måling": lambda row: row.measure.value,
    "Værdi": lambda row: str(row.value).replace(".", ","),
    "Hvad": lambda row: row.what,
    "Gruppe": lambda row: row.group,
    "Hvordan": lambda row: row.how,
    "Skøn": lambda row: yes(row.estimate),
    "Tæller med": lambda row: yes(row.counts),
    "Fil": lambda row: row.source,
    "Side": lambda row: row.url,
    "Eksempel": lambda row: yes(row.example),
}


def table(context: SiteContext) -> bytes:
    """Return every measure as a row of CSV; only the headings where there is none."""
    return spreadsheet.table(_COLUMNS, _rows(context))


def data(context: SiteContext) -> bytes:
    """Return every measure and every sum as JSON."""
    sums = tuple(_sum(context, figure) for figure in figures(context))
    return written(MeasuresFile(version=1, generated=context.now, sums=sums, measures=tuple(_rows(context))))


def schema() -> bytes:
    """Return the JSON Schema (2020-12) of `data`."""
    return schema_of(MeasuresFile)


def _rows(context: SiteContext) -> list[MeasureData]:
    doubles = {id(measure) for each in context.sums.values() for measure in each.doubles}
    return [_row(context, measure, counts=id(measure) not in doubles) for measure in context.measures]


def _row(context: SiteContext, measure: Measure, *, counts: bool) -> MeasureData:
    return MeasureData.of(
        measure,
        area=measure.owner,
        area_name=context.calendar.name_of(measure.owner),
        event=measure.event and measure.event.title,
        measure=measure.kind,
        counts=counts,
        url=context.site_url + _page_of(measure),
    )


def _page_of(measure: Measure) -> str:
    if measure.event:
        return urls.event(measure.event)
    if measure.kind is Kind.STORIES:
        [(owner, name)] = measure.of
        return urls.story_named(owner, name)
    return urls.RESULTS if measure.owner == PROGRAMME else urls.area(measure.owner)


def _sum(context: SiteContext, figure: Figure) -> SumData:
    sum_ = context.sums[figure.kind]
    return SumData.of(
        figure,
        measure=figure.kind,
        text=f"{figure.number} {figure.label}",
        areas=sum_.areas,
        of_areas=area_count(context),
        notes=tuple(figure.notes),
    )
