"""Open data: every event with every date, and every area. Nothing is in it that the pages do not show."""

from __future__ import annotations

from typing import get_args

from generator import urls
from generator.feeds.area_records import (
    AreaData,
    AreasFile,
    CooperationData,
    ExampleData,
    GoalData,
    LivesOnData,
    OutcomeData,
    PartnerData,
    RoundData,
    SpendingData,
    StoryData,
)
from generator.feeds.event_records import (
    AccessData,
    AreaName,
    BookingData,
    DateData,
    EstimateData,
    EventData,
    HelperData,
    PlaceData,
    PriceData,
    QuoteData,
    ReportData,
    StateName,
)
from generator.feeds.records import ContactData, written
from generator.feeds.texts import address, identity, line, plain, revision
from generator.model.area import Area, Status
from generator.model.estimate import Estimate
from generator.model.event import Event
from generator.model.helper import Helper
from generator.model.membership import Membership, ended, memberships
from generator.model.occurrences import Occurrence
from generator.model.place import Place, stated_access
from generator.model.reports import reports_of
from generator.model.state import State
from generator.pages.context import SiteContext
from generator.pages.values import shown_contact
from generator.repository.history import History

STATES: dict[State, StateName] = dict(zip(State, get_args(StateName), strict=True))


def record(context: SiteContext, history: History, event: Event) -> bytes:
    """Return an event as it stands in the file of all events."""
    return written(_event(context, history, event)).replace(b"\n", b"\n  ")


def areas(context: SiteContext) -> AreasFile:
    """Return all areas, in Danish order."""
    return AreasFile(version=1, generated=context.now, areas=tuple(_area(context, area) for area in context.site.areas))


def _position(place: Area | Place) -> tuple[float | None, float | None]:
    """Return degrees north and east, or None for both."""
    return (place.position.latitude, place.position.longitude) if place.position else (None, None)


def _contact(of: Area | Event | Helper) -> ContactData | None:
    """Return what may be shown of a contact, by the same rule as on pages."""
    shown = shown_contact(of.contact)
    if shown is None:
        return None
    return ContactData.of(shown, phone=shown.phone and shown.phone.text)


def _event(context: SiteContext, history: History, event: Event) -> EventData:
    area, changed, booking = context.calendar.areas.get(event.owner), revision(history, event), event.booking
    return EventData.of(
        event,
        id=identity(event),
        sequence=changed.sequence,
        created=changed.created,
        modified=changed.modified,
        example=context.calendar.is_example(event),
        title=line(event.title),
        text=plain(event.text, context.site_url),
        url=context.site_url + urls.event(event),
        feed=context.site_url + urls.event_feed(event),
        area=area and _name(context, area),
        municipality=area and area.municipality.value,
        category=event.category and event.category.value,
        audience=tuple(audience.value for audience in event.audience),
        price=event.price and PriceData.of(event.price),
        booking=booking and BookingData.of(booking, phone=booking.phone and booking.phone.text),
        also_in=tuple(_name(context, host) for host in context.calendar.hosts_of(event)),
        helpers=tuple(HelperData.of(each, contact=_contact(each)) for each in context.calendar.helpers_of(event)),
        contact=_contact(event),
        repeats=event.repetition and event.repetition.words(),
        dates=tuple(_date(context, event, occurrence) for occurrence in context.calendar.occurrences_of(event)),
        reports=_reports(context, event),
    )


def _name(context: SiteContext, area: Area) -> AreaName:
    return AreaName.of(area, url=context.site_url + urls.area(area.slug))


def _area(context: SiteContext, area: Area) -> AreaData:
    latitude, longitude = _position(area)
    return AreaData.of(
        area,
        example=area.status is Status.EXAMPLE,
        municipality=area.municipality.value,
        latitude=latitude,
        longitude=longitude,
        url=context.site_url + urls.area(area.slug),
        feed=context.site_url + urls.area_feed(area.slug),
        goals=tuple(goal.text for goal in area.goals),
        outcome=_outcome(context, area),
        partners=tuple(PartnerData.of(each, sector=each.sector.value) for each in area.partners),
        contact=_contact(area),
        rounds=tuple(map(_round, memberships(area, context.site.rounds))),
        ended=(finished := ended(area, context.now.date())) and finished.ends,
        events=tuple(map(identity, area.events)),
        events_of_others=tuple(map(identity, context.calendar.guests_of(area.slug))),
    )


def _round(part: Membership) -> RoundData:
    when = part.when or part.round.facts.period
    return RoundData(name=part.round.name, title=part.round.title, start=when.begins, end=when.ends)


def _date(context: SiteContext, event: Event, occurrence: Occurrence) -> DateData:
    place, previous = (context.calendar.place(event.owner, each) for each in (occurrence.place, occurrence.before_place))
    start, end, before = occurrence.start, occurrence.end, occurrence.before
    return DateData(
        anchor=occurrence.anchor,
        url=address(context, occurrence),
        start=start.at if start.clock else start.day,
        end=end and (end.at if end.clock else end.day),
        state=STATES[occurrence.state],
        state_text=occurrence.text,
        previous_start=before and (before.at if before.clock else before.day),
        previous_place=previous and previous.name,
        place=place and _place(event, place),
        online=occurrence.online,
    )


def _place(event: Event, place: Place) -> PlaceData:
    latitude, longitude = _position(place)
    access = AccessData.of(stated_access(event.access, place))
    return PlaceData.of(place, latitude=latitude, longitude=longitude, access=access)


def _reports(context: SiteContext, event: Event) -> tuple[ReportData, ...]:
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


def _outcome(context: SiteContext, area: Area) -> OutcomeData:
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
