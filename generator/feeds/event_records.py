"""The records of events in the open data, and their file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Literal

from pydantic import Field

from generator.feeds.records import Address, ContactData, Data, Day, schema_of, written

StateName = Literal["planned", "cancelled", "postponed", "moved", "moved-online", "sold-out", "few-left"]


class AccessData(Data):
    """What is stated about access, in Danish: ja, nej or a few words. Null is "not stated", never "no"."""

    step_free: str | None
    toilet: str | None = Field(description="A toilet that a wheelchair user can use.")
    hearing_loop: str | None
    parking: str | None
    disabled_parking: str | None
    bus: str | None
    quiet: str | None = Field(description="A quiet place to withdraw to.")
    sign_language: str | None


class PlaceData(Data):
    """Where it is."""

    name: str
    address: str | None = Field(description="Street and number.")
    postcode: str | None = Field(description="Four digits.")
    town: str | None
    latitude: float | None = Field(description="Degrees north, WGS 84.")
    longitude: float | None = Field(description="Degrees east, WGS 84.")
    way: str | None = Field(description="How to get there, in Danish.")
    access: AccessData


class PriceData(Data):
    """What it costs."""

    text: str = Field(description="The price as people read it, in Danish.")
    free: bool
    lowest: int | float | None = Field(description="The lowest amount in DKK; null where the price is only words.")
    highest: int | float | None = Field(description="The highest amount in DKK where several are named, else null.")


class BookingData(Data):
    """How to sign up."""

    needed: bool
    link: str | None
    mail: str | None
    phone: str | None
    deadline: Day | None = Field(description="The last day for signing up.")
    text: str | None


class DateData(Data):
    """One date of an event."""

    anchor: str = Field(description="Names the date for ever: the day first planned, and the hour where it is not the event's own.")
    url: Address = Field(description="The page, at this date.")
    start: date | datetime = Field(description="A date for whole days, else an instant with its offset in Europe/Copenhagen.")
    end: date | datetime | None = Field(description="The end, inclusive where it is a date; null where no end is said.")
    state: StateName
    state_text: str | None = Field(description="Why, and what now, in Danish.")
    previous_start: date | datetime | None = Field(description="When it was, if this date was moved.")
    previous_place: str | None = Field(description="The name of where it was, if this date was moved to another place.")
    place: PlaceData | None
    online: str | None = Field(description="The link for taking part from home.")


class EstimateData(Data):
    """A number as somebody said it."""

    number: float | int = Field(description="The number; the lowest of a range.")
    highest: float | int | None = Field(description="The highest of a range, else null.")
    exact: bool = Field(description="False for an estimate, and where it is only said that there were more.")
    text: str = Field(description="The number as the pages show it, in Danish.")


class QuoteData(Data):
    """What somebody said, who has agreed to it."""

    text: str
    speaker: str | None


class ReportData(Data):
    """How a date of an event went, as its own people say. What is null was not said, and is not zero."""

    anchor: str | None = Field(description="The date's; null where it is of all dates together.")
    came: EstimateData | None
    counted: str | None = Field(description="How it is known: talt, billetter or skøn.")
    helpers: EstimateData | None
    hours: EstimateData | None = Field(description="Hours of all helpers together.")
    artists: EstimateData | None
    performers: tuple[str, ...]
    text: str | None = Field(description="How it went, as plain text.")
    quotes: tuple[QuoteData, ...]
    lesson: str | None = Field(description="What was learnt, as plain text.")


class AreaName(Data):
    """The area whose event it is."""

    slug: str
    name: str
    url: Address


class HelperData(Data):
    """One task that people are sought for."""

    role: str
    count: int | None = Field(description="How many are lacking.")
    when: str | None
    link: str | None = Field(description="The page to sign up on.")
    contact: ContactData | None = Field(description="Whom to say yes to, where it is not the event's own contact.")


class EventData(Data):
    """An event."""

    id: str = Field(
        description="Permanent: it is the UID in the calendars. A date beside the event's rule has the anchor too, before the @."
    )
    sequence: int = Field(ge=0, description="Grows with each change.")
    created: datetime
    modified: datetime
    example: bool = Field(description="Made up, to show how the site works.")
    title: str
    summary: str | None
    english: str | None = Field(description="A summary in English, written by the organiser.")
    text: str = Field(description="The description as plain text.")
    url: Address
    feed: Address = Field(description="The event's iCalendar file.")
    area: AreaName | None = Field(description="Null for the programme's own events.")
    municipality: str | None
    category: str | None
    audience: tuple[str, ...]
    age: str | None
    languages: tuple[str, ...] = Field(description="Where it is not simply in Danish.")
    capacity: int | None
    price: PriceData | None
    booking: BookingData | None
    organisers: tuple[str, ...]
    partners: tuple[str, ...]
    also_in: tuple[AreaName, ...] = Field(description="Other areas that hold it too, and have agreed.")
    helpers: tuple[HelperData, ...] = Field(description="Whom it seeks to help; empty once that is over.")
    contact: ContactData | None
    repeats: str | None = Field(description="How it comes again, in Danish words.")
    dates: tuple[DateData, ...] = Field(min_length=1, description="Every date, by start. Dates left out are not there.")
    reports: tuple[ReportData, ...] = Field((), description="How the dates went that have been held and are reported.")


class EventsFile(Data):
    """data/v1/arrangementer.json: all events of Kulturpunkt. A change that breaks readers gets another version and address."""

    version: Literal[1]
    generated: datetime = Field(description="The moment that the site was built for.")
    events: tuple[EventData, ...]


def joined_events(generated: datetime, events: Iterable[bytes]) -> Iterator[bytes]:
    """Yield an EventsFile as JSON in parts: its events are written already, one level in."""
    empty = written(EventsFile(version=1, generated=generated, events=()))
    begins, ends = empty.removesuffix(b"]\n}"), b"]\n}"
    yield begins
    before = b"\n  "
    for event in events:
        yield before
        yield event
        before = b",\n  "
    yield b"\n " + ends if before.startswith(b",") else ends


def events_schema(address: str) -> bytes:
    """Return the JSON Schema (2020-12) of the events' file. `address` is where the schema itself lies."""
    return schema_of(EventsFile, address)
