"""The pages in other languages than Danish: a front page with a key to the words, the calendar, its months, and pages of text.

What the areas wrote stays in Danish, and is marked so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

from generator import urls
from generator.danish.formatting import capital
from generator.media.dots import PROGRAMME_DOT
from generator.media.social_card import SocialCard
from generator.model.calendar import only_examples
from generator.model.event import Audience, Category, Event
from generator.model.language import DANISH, Language, LanguagePage
from generator.model.occurrences import Occurrence
from generator.model.phrases import ACCESS, ANSWERS, CARD, EVENT, STATES
from generator.model.place import stated_access
from generator.model.site import Site
from generator.pages.context import SiteContext
from generator.pages.event_card import before, event_card
from generator.pages.page import Crumb, Document, LazyMapping, Page
from generator.pages.programme import address_lines
from generator.pages.values import EventCard, programme_people

SHOWN = 40
"""So many dates stand on a calendar's own page; a month that does not fit has a page of its own."""

_ON_THE_FRONT = 3
_ANSWER = re.compile(r"(?<=\w)\s*[,.;:]\s+")
"""What parts an answer from what is said of it: `ja, ad rampen`."""
_AND = re.compile(r"\s*(?:,|/|&|\bog\b|\bsamt\b)\s*")


class Said(NamedTuple):
    """A text as a page in another language shows it, and whether it is Danish."""

    text: str
    is_danish: bool


class TranslatedCard(NamedTuple):
    """An occurrence in a list of another language: its card, and what the Danish event's page says in more words."""

    card: EventCard
    category: str | None
    audience: str
    price: Said | None
    spoken: Said | None
    access: tuple[tuple[str, tuple[Said, ...]], ...]
    english: str | None
    online: bool
    areas: str
    before: tuple[Said, ...]


def page(context: SiteContext, document: Document, language: Language) -> Page:
    """Return the page that a Markdown file of a language's folder becomes."""
    known = language.page_at(document.url)
    danish = known.danish if known else None
    template, values = "text.html", {"title": document.title, "text": document.html, "contents": document.contents}
    if danish == urls.FRONT:
        template, values = "language-front.html", {**values, **_front(context, language)}
    elif danish == urls.CALENDAR:
        template, values = "language-calendar.html", {**values, **_calendar(context, language)}
    return Page(
        document.url,
        template,
        document.title,
        document.description,
        values,
        colour="sky" if danish in (urls.FRONT, urls.CALENDAR) else "paper",
        social=_social(context),
        source=document.source,
        language=language,
        danish=danish,
    )


def months(context: SiteContext) -> Iterator[Page]:
    """Yield a page for each coming month that has more dates than fit on the calendar's page of a language."""
    for language in context.site.languages:
        calendar = language.page_at(language.url_of.get(urls.CALENDAR, ""))
        shown = 0
        for first, occurrences in _by_month(context) if calendar else ():
            shown += len(occurrences)
            if calendar and shown > SHOWN:
                yield _month_page(context, language, calendar, first, occurrences)


def _month_page(
    context: SiteContext, language: Language, calendar: LanguagePage, first: date, occurrences: Sequence[Occurrence]
) -> Page:
    """Return the page of a month. Its values are made when they are read: a page that is current needs none."""
    title = capital(language.dates.month_year(first))
    return Page(
        urls.month_in(language, first),
        "language-calendar.html",
        f"{calendar.title}: {title}",
        f"{calendar.title}: {title}.",
        LazyMapping(partial(_month, context, language, first, occurrences)),
        colour="sky",
        hidden=only_examples(occurrences),
        crumbs=(Crumb(calendar.title, calendar.url), Crumb(title, None)),
        social=_social(context),
        decided_by=(language,),
        occurrences=occurrences,
        language=language,
        danish=urls.month(first),
    )


def _social(context: SiteContext) -> SocialCard:
    """Return the card of all pages in other languages: proper names only, which all of them can read."""
    programme = context.site.programme
    return SocialCard(programme.name, (programme.funder,), None, PROGRAMME_DOT, None, "--red")


def _front(context: SiteContext, language: Language) -> dict[str, Any]:
    coming = [each for each in context.calendar.ahead if not each.is_cancelled_or_postponed][:_ON_THE_FRONT]
    return {
        "cards": _cards(context, language, coming),
        "calendar": language.url_of.get(urls.CALENDAR),
        "key": list(_key(language)),
        "people": programme_people(context.site),
        "mail": context.site.contacts.mail,
        "address": address_lines(context),
    }


def _key(language: Language) -> Iterator[dict[str, Any]]:
    """Yield the Danish words of the cards and of an event's page in groups, each with its translation."""
    groups = {
        "Arrangementets side": (*EVENT, *CARD),
        "Status": STATES,
        "Slags": [each.value for each in Category],
        "For hvem": [each.value for each in Audience],
        "Adgang": ACCESS,
    }
    for title, words in groups.items():
        yield {"title": language.say(title), "words": [(word, language.say(word)) for word in words]}
    danish, own = DANISH.dates.words, language.dates.words
    yield {"title": language.say("Ugedage"), "words": list(zip(danish.weekdays, own.weekdays, strict=True))}
    yield {"title": language.say("Måneder"), "words": list(zip(danish.lone_months, own.lone_months, strict=True))}


def _calendar(context: SiteContext, language: Language) -> dict[str, Any]:
    left, groups = SHOWN, []
    for first, occurrences in _by_month(context):
        shown = occurrences[:left]
        left -= len(shown)
        group = _group(context, language, first, shown, len(occurrences))
        groups.append({**group, "rest_url": urls.month_in(language, first) if len(shown) < len(occurrences) else None})
    return {"months": groups, "feed": urls.CALENDAR_FEED, "one_month": False}


def _month(context: SiteContext, language: Language, first: date, occurrences: Sequence[Occurrence]) -> dict[str, Any]:
    group = _group(context, language, first, occurrences, len(occurrences))
    months = [{**group, "rest_url": None}]
    return {"title": group["title"], "text": "", "months": months, "feed": urls.CALENDAR_FEED, "one_month": True}


def _group(context: SiteContext, language: Language, first: date, shown: Iterable[Occurrence], count: int) -> dict[str, Any]:
    title = language.dates.month_year(first)
    return {
        "title": capital(title),
        "anchor": f"{first:%Y-%m}",
        "count": language.count(count, "1 dato", "{antal} datoer"),
        "cards": _cards(context, language, shown),
        "rest_text": language.say("Se alle datoer i {måned}").replace("{måned}", title),
    }


def _by_month(context: SiteContext) -> list[tuple[date, list[Occurrence]]]:
    """Return the coming dates by month; what began before today's stands in today's."""
    this = context.calendar.this_month
    grouped = groupby(context.calendar.ahead, key=lambda occurrence: max(this, occurrence.start.day.replace(day=1)))
    return [(first, list(occurrences)) for first, occurrences in grouped]


def _cards(context: SiteContext, language: Language, occurrences: Iterable[Occurrence]) -> list[TranslatedCard]:
    return [_card(context, language, occurrence) for occurrence in occurrences]


def _card(context: SiteContext, language: Language, occurrence: Occurrence) -> TranslatedCard:
    event, calendar = occurrence.event, context.calendar
    place = calendar.place(event.owner, occurrence.place)
    card = event_card(calendar, occurrence, context.cards.dot_of(event.owner), language)
    return TranslatedCard(
        card=card,
        category=capital(language.say(event.category.value)) if event.category else None,
        audience=", ".join(language.say(audience.value) for audience in event.audience),
        price=_price(language, occurrence),
        spoken=_spoken(language, event.languages),
        access=tuple(
            (language.say(title), tuple(_fact(language, said))) for title, said in stated_access(event.access, place).stated()
        ),
        english=event.english,
        online=occurrence.online is not None,
        areas=", ".join((card.area, *(each.name for each in card.also_in))),
        before=tuple(Said(said, place == 1) for place, said in enumerate(before(calendar, occurrence, language)) if said),
    )


def _price(language: Language, occurrence: Occurrence) -> Said | None:
    price = occurrence.event.price
    if price is None:
        return None
    said = language.price(price)
    return Said(said or price.text, said is None)


def _fact(language: Language, said: str) -> Iterator[Said]:
    """Yield a fact about access: yes and no are translated, also where more follows; that is in whoever wrote it's own words."""
    first, *rest = _ANSWER.split(said, maxsplit=1)
    if said in ACCESS:
        yield Said(language.say(said), False)
    elif rest and first.lower() in ANSWERS:
        yield Said(language.say(first.lower()), False)
        yield Said(rest[0], True)
    else:
        yield Said(said, True)


def _spoken(language: Language, languages: Sequence[str]) -> Said | None:
    """Return the languages of an event, translated where all of them are known."""
    if not languages:
        return None
    names = [name for said in languages for name in _AND.split(said.lower().strip(" ."))]
    if all(name in language.words for name in names):
        return Said(", ".join(map(language.say, names)), False)
    return Said(", ".join(languages), True)


def beyond_danish(context: SiteContext, event: Event) -> tuple[object, ...]:
    """Return what decides the cards of an event in other languages, besides its Danish cards; nothing where there are none."""
    if not context.site.languages:
        return ()
    shown = dict.fromkeys((each.place, each.online is None) for each in context.calendar.occurrences_of(event))
    access = (stated_access(event.access, context.calendar.place(event.owner, place)) for place, _ in shown)
    return event.english, event.price, event.languages, *shown, *access


def translations(site: Site) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return, by the path of each page that is in several languages, its languages with their paths; Danish is first, and what
    readers of any other language are shown."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for danish in dict.fromkeys(danish for language in site.languages for danish in language.url_of):
        others = [(each.code, each.url_of[danish]) for each in site.languages if danish in each.url_of]
        group = ((DANISH.code, danish), *others, ("x-default", danish))
        found |= {path: group for _, path in group}
    return found


def others(page: Page, site: Site) -> Iterator[tuple[Language, str]]:
    """Yield the other languages with the path of what corresponds to a page in each: the same, its section, or the front page."""
    danish = page.url if page.language.is_danish else page.danish
    if not page.language.is_danish:
        yield DANISH, danish or urls.FRONT
    for language in site.languages:
        if language.code != page.language.code:
            section = urls.section_of(danish) if danish else urls.FRONT
            yield language, language.url_of.get(danish or "") or language.url_of.get(section) or urls.front(language)
