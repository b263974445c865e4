"""The page /soeg/: the search, and below it links to all pages, which also serve where there is no script."""

from __future__ import annotations

from generator import urls
from generator.danish import formatting
from generator.pages.calendar import held_years
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, Page

TITLE = "Søg og oversigt"


def site_index(context: SiteContext) -> Page:
    """Return the page with links to all pages but those of single events, which their months list."""
    pages = (
        ("Det sker", urls.CALENDAR),
        ("Det sker i denne uge", urls.WEEK),
        ("Til en skærm", urls.SCREEN),
        ("Til jeres egen side", urls.EMBED),
        ("Åbne data", urls.DATA),
        ("Lokalområder", urls.AREAS),
        ("Hjælp til", urls.HELPERS),
        ("Følg med", urls.FOLLOW),
        ("Tidsplan", urls.TIMELINE),
        ("Idéer", urls.IDEAS),
        ("Om Kulturpunkt", urls.ABOUT),
        ("Kontakt", urls.CONTACT),
        ("For lokalområder: ret jeres side", urls.GUIDE),
        ("Tilgængelighed", urls.ACCESSIBILITY),
        ("Privatliv", urls.PRIVACY),
    )
    areas = [(card.name, card.url) for card in context.cards.areas]
    months = [(formatting.capital(formatting.month_year(first)), urls.month(first)) for first in sorted(context.calendar.by_month)]
    years = [(f"Det skete i {year}", urls.archive_year(year)) for year in held_years(context)]
    groups = (("Sider", pages), ("Lokalområder", areas), ("Måned for måned", months), ("Tidligere arrangementer", years))
    values = {
        "groups": [
            {"title": title, "links": [{"title": name, "url": url} for name, url in links]} for title, links in groups if links
        ]
    }
    description = "Søg i arrangementer, lokalområder og sider, eller find vej i listen over det hele."
    return Page(urls.SEARCH, "site-index.html", TITLE, description, values, colour="sky", crumbs=(Crumb(TITLE, None),))
