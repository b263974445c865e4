"""What lets a reader trust a page: when its file was last changed, and a way to say that something is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.danish import formatting
from generator.danish.dates import ZONE
from generator.model.area import Area
from generator.model.event import Event
from generator.pages.context import SiteContext
from generator.text.mail_link import mail_to


@dataclass(frozen=True, slots=True)
class Tip:
    """The title and the whole address of a page, and the link that opens a mail about it."""

    title: str
    address: str
    href: str


def tip(context: SiteContext, title: str, url: str) -> Tip | None:
    """Return the way to say that something is wrong on a page: to the programme's own people, who can correct every page.

    None where a build in spite of problems does not know their mail address.
    """
    if not context.site.contacts.mail:
        return None
    address = context.site_url + url
    body = f"Siden: {address}\r\n\r\nDet er forkert: "
    return Tip(title, address, mail_to(context.site.contacts.mail, f"Rettelse: {title}", body))


def event_changed(context: SiteContext, event: Event) -> str | None:
    """Return when an event was last changed; None where the history of its file does not say."""
    day = _last_changed(context, event.source)
    return f"Sidst ændret den {formatting.plain_day(day)}." if day else None


def area_changed(context: SiteContext, area: Area) -> str | None:
    """Return when an area's own texts were last changed, and when it last said that they are right."""
    day = _last_changed(context, area.source, area.story_source)
    confirmed = area.confirmed if area.confirmed and area.confirmed <= context.now.date() else None
    if confirmed and (day is None or day <= confirmed):
        return f"Sidst set efter den {formatting.plain_day(confirmed)}."
    return f"Sidst ændret den {formatting.plain_day(day)}." if day else None


def _last_changed(context: SiteContext, *paths: str) -> date | None:
    """Return the day of the last commit of some files; None without history, and for a clock that was ahead of ours."""
    latest = context.history.latest(*paths) if context.history else None
    return latest.astimezone(ZONE).date() if latest and latest <= context.now else None
