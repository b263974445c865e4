"""The files of a week beside its page, and the feed with an entry a week, which mail services send on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]

from generator import urls
from generator.danish.dates import ZONE
from generator.feeds.rss import Channel, add_entry, begun, written
from generator.feeds.texts import DOMAIN
from generator.pages import newsletter, scopes, weeks
from generator.pages.context import SiteContext
from generator.pages.scopes import Scope
from generator.pages.weeks import Week

_BACK = 3
_SENT = time(6)
"""The hour of the Monday at which an entry says that it was written."""


def texts_and_feed(context: SiteContext, scope: Scope) -> Iterator[tuple[str, bytes]]:
    """Yield the texts of this week and the next of a scope, and its feed."""
    for path, monday in weeks.this_and_next(context, scope):
        shown = weeks.week(context, scope, monday)
        yield path + urls.PAPER_BELOW, newsletter.as_text(shown, context.site_url).encode()
        yield path + urls.NEWSLETTER_BELOW, newsletter.as_html(shown, context.site_url, context.theme).encode()
    yield _feed(context, scope)


def _feed(context: SiteContext, scope: Scope) -> tuple[str, bytes]:
    """Return RSS 2.0 with this week and the three before it, newest first. A week without events has no entry: no empty mail."""
    this, path = weeks.monday_of(context.now.date()), urls.week_feed(scope.path)
    every = [weeks.week(context, scope, this - timedelta(weeks=back)) for back in range(_BACK + 1)]
    title = f"{scopes.full_name(context, scope)}: uge for uge"
    text = "Hver mandag ugens arrangementer, klar til at sende i et nyhedsbrev."
    feed = begun(context.site_url, Channel(title, text, path, urls.WEEK + scope.path), _sent(this))
    for shown in every:
        if shown.lines:
            _add(feed, shown, context)
    return path, written(feed)


def _add(feed: FeedGenerator, shown: Week, context: SiteContext) -> None:
    identity = f"uge.{shown.scope.path.replace('/', '.')}{weeks.name_of(shown.monday)}@{DOMAIN}"
    title = f"{shown.scope.title}: {shown.period.lower()}"
    entry = add_entry(feed, title, shown.address, identity, _sent(shown.monday))
    entry.description(newsletter.as_text(shown, context.site_url))
    entry.content(newsletter.as_html(shown, context.site_url, context.theme), type="CDATA")


def _sent(monday: date) -> datetime:
    return datetime.combine(monday, _SENT, ZONE)
