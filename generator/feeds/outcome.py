"""Open data of how events went and what came of an area's work: what the pages show of it, and no more."""

from __future__ import annotations

from generator import urls
from generator.feeds.area_records import CooperationData, ExampleData, GoalData, LivesOnData, OutcomeData, SpendingData, StoryData
from generator.feeds.event_records import EstimateData, QuoteData, ReportData
from generator.feeds.texts import plain
from generator.model.area import Area
from generator.model.estimate import Estimate
from generator.model.event import Event
from generator.model.reports import reports_of
from generator.pages.context import SiteContext


def reports(context: SiteContext, event: Event) -> tuple[ReportData, ...]:
    """Return how the dates of an event went that have been held."""
    return tuple(
        ReportData.of(
            report.after,
            anchor=report.occurrence and report.occurrence.anchor,
            came=_estimate(report.after.came),
            helpers=_estimate(report.after.helpers),
            hours=_estimate(report.after.hours),
            artists=_estimate(report.after.artists),
            text=_plain(context, report.after.text),
            quotes=tuple(map(QuoteData.of, report.after.quotes)),
            lesson=_plain(context, report.after.lesson),
        )
        for report in reports_of(context.calendar, event)
    )


def outcome(context: SiteContext, area: Area) -> OutcomeData:
    """Return what came of an area's work."""
    return OutcomeData.of(
        area,
        goals=tuple(map(GoalData.of, area.goals)),
        cooperations=tuple(map(CooperationData.of, area.cooperations)),
        in_practice=tuple(map(ExampleData.of, area.in_practice)),
        lives_on=tuple(map(LivesOnData.of, area.lives_on)),
        spending=tuple(
            SpendingData(item=each.item, amount=each.amount and each.amount.text, lowest=each.amount and each.amount.lowest)
            for each in area.spending
        ),
        stories=tuple(StoryData.of(story, url=context.site_url + urls.story(story)) for story in area.stories),
    )


def _estimate(said: Estimate | None) -> EstimateData | None:
    return EstimateData.of(said) if said else None


def _plain(context: SiteContext, markdown: str | None) -> str | None:
    return plain(markdown, context.site_url) if markdown else None
