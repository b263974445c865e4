"""All that can be counted, as a table in long form: a row for each value, with its origin."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Mapping

from generator import urls
from generator.feeds.table import written
from generator.model.measures import Measure
from generator.pages.context import SiteContext
from generator.pages.figures import owner_name

_COLUMNS: Mapping[str, Callable[[SiteContext, Measure], str]] = {
    "Lokalområde": lambda context, measure: owner_name(context, measure.owner),
    "Arrangement": lambda context, measure: measure.event.title if measure.event else "",
    "Dato": lambda context, measure: measure.day.isoformat() if measure.day else "",
    "Måling": lambda context, measure: measure.kind.value,
    "Hvad": lambda context, measure: measure.what,
    "Gruppe": lambda context, measure: measure.group,
    "Værdi": lambda context, measure: str(measure.value),
    "Hvordan": lambda context, measure: measure.how,
    "Fil": lambda context, measure: measure.source,
    "Side": lambda context, measure: context.site_url + page_of(measure),
    "Eksempel": lambda context, measure: "ja" if measure.example else "nej",
}


def table(context: SiteContext) -> bytes:
    """Return every measure as a row of CSV; only the headings where there is none."""
    rows = (written(cell(context, measure) for cell in _COLUMNS.values()) for measure in context.measures)
    return b"".join((BOM_UTF8, written(_COLUMNS), *rows))


def page_of(measure: Measure) -> str:
    """Return the page that shows what a measure is of."""
    return urls.event(measure.event) if measure.event else urls.area(measure.owner)
