"""Every path of the site, relative to its root, in one place. A page's path ends with `/`; the front page's is empty."""

from __future__ import annotations

from datetime import date
from functools import cache
from sys import intern

from generator.model.area import Municipality
from generator.model.event import Category, Event
from generator.model.folders import PROGRAMME
from generator.model.language import Language
from generator.model.site import Correction
from generator.model.story import Story
from generator.text.letters import slug as slug_of

FRONT = ""
ABOUT = "om/"
AREAS = "omraader/"
POSTERS = "omraader/plakater/"
CALENDAR = "det-sker/"
ARCHIVE = "det-sker/arkiv/"
TIMELINE = "tidsplan/"
IDEAS = "ideer/"
RESULTS = "resultater/"
RESULTS_OF_AREAS = "resultater/omraader/"
RESULT_PICTURES = "resultater/del/"
STORIES_FEED = "historier/nyt.xml"
CONTACT = "kontakt/"
ACCESSIBILITY = "tilgaengelighed/"
STATEMENT = "was/"
"""Where readers and the authority expect the accessibility statement of a Danish public website."""
PRIVACY = "privatliv/"
GUIDE = "rediger/"
FIELDS = "rediger/felter/"
AREA_FIELDS = "rediger/felter/omraadet/"
SEARCH = "soeg/"
SEARCH_INDEX = "soeg/indeks.json"
FORM = "rediger/arrangement/"
FILE_FORM = "rediger/fil/"
FORM_DATES = "rediger/arrangement/datoer.json"
MESSAGES = "rediger/beskeder/"
STATUS = "rediger/status/"
STORIES = "historier/"
DOCUMENTS = "dokumenter/"
ASSETS = "assets/"
SOCIAL_CARDS = "billeder/kort/"
CALENDAR_FEED = "det-sker/kalender.ics"
FOLLOW = "foelg/"
FREE_FEED = "det-sker/gratis.ics"
COMING = "det-sker/kommende.json"
"""Every date that is to come, for the calendar's filters."""
HELPERS = "hjaelp-til/"
TIMELINE_FEED = "tidsplan/kalender.ics"
WEEK = "uge/"
NEXT_WEEK = "naeste/"
SCREEN = "skaerm/"
EMBED = "indlejr/"
EMBED_SCRIPT = "indlejr/hoejde.js"
"""It stands on others' pages, so that its address never changes."""
MONTH_BELOW = "maaned/"
NEWSLETTER_BELOW = "nyhedsbrev.htm"
"""It is no page of the site: no menu, no style sheet, only what a mail program takes."""
PAPER_BELOW = "avis.txt"
_WEEKS_FEED, _SCREEN_FEED = "uger.xml", "syv-dage.xml"
_OF_WEEK = ("", PAPER_BELOW, NEWSLETTER_BELOW)
BELOW_SCOPES = {
    WEEK: (*_OF_WEEK, *(f"{NEXT_WEEK}{file}" for file in _OF_WEEK), _WEEKS_FEED),
    SCREEN: ("", _SCREEN_FEED),
    EMBED: ("", MONTH_BELOW),
}
"""What there is of everybody's events, of each area's, and of those of the areas of one municipality."""
NEWS_FEED = "det-sker/nyt.xml"
NEWS_JSON_FEED = "det-sker/nyt.json"
EVENTS_DATA = "data/v1/arrangementer.json"
EVENTS_SCHEMA = "data/v1/arrangementer.schema.json"
RESULTS_TABLE = "data/v1/resultater.csv"
EVENTS_TABLE = "data/v1/arrangementer.csv"
"""A row for each date; `EVENT_TABLE` has one for each event."""
EVENT_TABLE = "data/v1/arrangementer-samlet.csv"
AREAS_TABLE = "data/v1/omraader.csv"
PARTNERS_TABLE = "data/v1/partnere.csv"
EVENT_DATABASE = "data/v1/eventdatabase.json"
CATALOGUE = "data/v1/katalog.jsonld"
DATA = "data/"
STATUS_DATA = "data/v1/status.json"
EVENT_FIELDS = "data/v1/skema/arrangement.json"
AREAS_DATA = "data/v1/omraader.json"


def round_page(name: str) -> str:
    """Return the page of one of several rounds."""
    return f"{TIMELINE}{name}/"


def front(language: Language) -> str:
    """Return the front page in a language."""
    return FRONT if language.is_danish else f"{language.code}/"


def month_in(language: Language, first: date) -> str:
    """Return the page of a month in a language that has a calendar."""
    return f"{language.url_of[CALENDAR]}{first:%Y-%m}/"


def area(slug: str) -> str:
    """Return the page of an area."""
    return f"{AREAS}{slug}/"


def poster(slug: str) -> str:
    """Return the poster of an area, to print."""
    return f"{area(slug)}plakat/"


def stories_feed(slug: str) -> str:
    """Return the feed of an area's stories, which it has when it has written one."""
    return f"{area(slug)}historier.xml"


def event(happening: Event) -> str:
    """Return the page of an event."""
    return intern(event_named(happening.owner, happening.name))


def event_named(owner: str, name: str) -> str:
    """Return the page of an event by its owner and its name."""
    return f"{CALENDAR}{owner}/{name}/"


def story(one: Story) -> str:
    """Return the page of a story."""
    return story_named(one.owner, one.name)


def story_named(owner: str, name: str) -> str:
    """Return the page of a story by its owner and its name."""
    return f"{STORIES}{owner}/{name}/"


def corrected(of: Correction) -> str:
    """Return the page of an event or area that is being corrected: the one it always has."""
    return event_named(of.owner, of.name) if of.name else area(of.owner)


def form_owner(owner: str) -> str:
    """Return the file with what the form needs to know of an area, or of the programme."""
    return f"{FORM}{owner}.json"


def form_rules(form: str) -> str:
    """Return the file with what the script of a form needs to know of every field. No area can have its name."""
    return f"{form}alle.regler.json"


def form_sources(owner: str) -> str:
    """Return the file with what the form needs to correct the events of an owner."""
    return f"{FORM}filer/{owner}.json"


def form_files(owner: str) -> str:
    """Return the file with the content files of an owner, for the form that edits them."""
    return f"{FILE_FORM}{owner}.json"


def file_form(source: str) -> str:
    """Return the form for a content file, `areas/nordmors/area.yml`."""
    return f"{FILE_FORM}?fil={source}"


def report_form(happening: Event) -> str:
    """Return the form that asks how an event went."""
    return f"{file_form(happening.source)}&efter"


def correction(source: str) -> str:
    """Return the form that corrects an event, by the path of its file."""
    folder, name = source.removeprefix("areas/").removesuffix(".md").split("/events/")
    return f"{FORM}?ret={PROGRAMME if folder == 'content' else folder}/{name}"


def event_feed(happening: Event) -> str:
    """Return the calendar file of an event, with all of its dates."""
    return f"{event(happening)}kalender.ics"


def date_feed(happening: Event, anchor: str) -> str:
    """Return the calendar file of one date of an event."""
    return f"{event(happening)}{anchor}.ics"


def area_feed(slug: str) -> str:
    """Return the calendar of an area."""
    return f"{area(slug)}kalender.ics"


@cache
def category_feed(category: Category) -> str:
    """Return the calendar of a category."""
    return f"{CALENDAR}kategori/{slug_of(category.value)}.ics"


def municipality_feed(municipality: str) -> str:
    """Return the calendar of what is in the areas of a municipality."""
    return f"{CALENDAR}kommune/{slug_of(municipality)}.ics"


def audience_feed(audience: str) -> str:
    """Return the calendar of what is for somebody."""
    return f"{CALENDAR}maalgruppe/{slug_of(audience)}.ics"


def follow(name: str) -> str:
    """Return where the page of ways to follow speaks of one calendar."""
    return f"{FOLLOW}#{name}"


def follow_code(name: str) -> str:
    """Return the drawing of the code that leads a phone there."""
    return f"{FOLLOW}{name}.svg"


def event_poster(happening: Event) -> str:
    """Return the poster of an event, to print."""
    return f"{event(happening)}plakat/"


def month(first: date) -> str:
    """Return the page of the month that begins on `first`."""
    return f"{CALENDAR}{first:%Y-%m}/"


def municipality(place: Municipality) -> str:
    """Return the page of what is to come in a municipality."""
    return f"{CALENDAR}kommune/{slug_of(place.value)}/"


def archive_year(year: int) -> str:
    """Return the page of what was held in a year."""
    return f"{ARCHIVE}{year}/"


def week_feed(scope: str) -> str:
    """Return the feed with one entry for each week, by the path of whose events it has: see `pages/scopes.py`."""
    return f"{WEEK}{scope}{_WEEKS_FEED}"


def screen_feed(scope: str) -> str:
    """Return the feed of the next seven days, for screens, by the path of whose events it has."""
    return f"{SCREEN}{scope}{_SCREEN_FEED}"


def embed(scope: str) -> str:
    """Return the list that others show in a frame, by the path of whose events it has."""
    return f"{EMBED}{scope or 'alle/'}"


def embed_month(scope: str) -> str:
    """Return the month that others show in a frame, by the path of whose events it has."""
    return embed(scope) + MONTH_BELOW


def contact_card(name: str) -> str:
    """Return the vCard file of one of the programme's people."""
    return f"{CONTACT}{slug_of(name)}.vcf"


def picture(name: str) -> str:
    """Return a file of a picture. Its name holds a digest of the original, so that two areas with one picture share its files."""
    return f"billeder/{name}"


def social(key: str) -> str:
    """Return the card that is shown when a page is shared."""
    return f"{SOCIAL_CARDS}{key}.jpg"


def document(owner: str, name: str) -> str:
    """Return a document that an owner has published."""
    return f"{DOCUMENTS}{owner}/{name}"


def root_from(path: str) -> str:
    """Return the relative path from a page up to the site's root: `./`, `../../`. Links that start with it work under any base
    path."""
    return "../" * path.count("/") or "./"


def section_of(path: str) -> str:
    """Return the path of the menu item that a page belongs to: `det-sker/`."""
    return path.partition("/")[0] + "/" if path else FRONT
