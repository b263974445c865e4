"""The programme's own pages: what it is, its ideas, and whom to call."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from generator import urls
from generator.danish import formatting
from generator.markdown.convert import cleaned
from generator.model.programme import CONTACTS_FILE, PROGRAMME_FILE, Idea
from generator.pages.context import SiteContext
from generator.pages.page import Document, Page, Part
from generator.pages.rounds import several
from generator.pages.values import programme_people, shown_contact
from generator.text.letters import sort_key


def about(context: SiteContext, document: Document) -> Page:
    """Return the page /om/, with all parts of the programme."""
    programme = context.site.programme
    levels = len(programme.goals)
    aims = f"Mål på {formatting.number(levels)} niveauer" if levels > 1 else "Mål på ét niveau" if levels else ""
    contents = [
        (programme.criteria.title, "kriterier"),
        ("Kerneelementer" if programme.core_elements else "", "kerneelementer"),
        (aims, "maal"),
        (programme.tasks.title, "opgaver"),
    ]
    period = formatting.months_from(programme.period.begins, programme.period.ends)
    values = {
        "text": document.html,
        "criteria": programme.criteria if programme.criteria.title else None,
        "core": core_elements(context),
        "goals": programme.goals,
        "goals_title": aims,
        "tasks": programme.tasks if programme.tasks.title else None,
        "facts": [
            *([{"term": "Runde", "value": context.site.round.title}] if several(context) and context.site.round else []),
            {"term": "Lokalområder", "value": str(programme.area_count)},
            {"term": "Til hvert lokalområde", "value": programme.amount.text},
            {"term": "Fra", "value": programme.funder},
            {"term": "Periode", "value": period},
        ],
        "contents": [{"title": title, "anchor": anchor} for title, anchor in contents if title],
    }
    facts = Part("Ret kriterier, mål, kerneelementer og opgaver", PROGRAMME_FILE)
    return document.page(urls.ABOUT, "about.html", values, "rose", facts)


def core_elements(context: SiteContext) -> list[dict[str, Any]]:
    """Return the core elements in their order, numbered from 1."""
    elements = context.site.programme.core_elements
    return [{"number": number, "title": element.title, "text": element.text} for number, element in enumerate(elements, 1)]


def ideas(context: SiteContext, document: Document) -> Page:
    """Return the page /ideer/: shared ideas by core element, and the programme's own examples."""
    programme = context.site.programme
    order = {element.key: place for place, element in enumerate(programme.core_elements)}
    by_element = sorted(context.site.ideas, key=lambda idea: (order[idea.core_element], sort_key(idea.title)))
    groups = []
    for key, group in groupby(by_element, key=lambda idea: idea.core_element):
        element = programme.core_elements[order[key]]
        groups.append({"title": element.title, "text": element.text, "ideas": [_idea(context, idea) for idea in group]})
    values = {
        "text": document.html,
        "groups": groups,
        "starters": next((goal.points for goal in programme.goals if goal.points), ()),
        "share": {"mail": context.site.contacts.mail},
    }
    files = (Part(f"Ret idéen {idea.title}", idea.source) for idea in context.site.ideas)
    return document.page(urls.IDEAS, "ideas.html", values, "rose", *files)


def _idea(context: SiteContext, idea: Idea) -> dict[str, Any]:
    area = context.calendar.areas.get(idea.area or "")
    words = (idea.ask or "").split()
    mail = next((word.strip("().,;") for word in words if "@" in word), None)
    ask = " ".join(word for word in words if "@" not in word).strip(" ,:;")
    return {
        "title": idea.title,
        "text": cleaned(idea.text, urls.root_from(urls.IDEAS)),
        "area": area and {"name": area.name, "url": urls.area(area.slug)},
        "ask": ask or None,
        "ask_mail": mail,
        "example": idea.example,
    }


def contact(context: SiteContext, document: Document) -> Page:
    """Return the page /kontakt/."""
    contacts = context.site.contacts
    values = {
        "text": document.html,
        "people": programme_people(context.site),
        "mail": contacts.mail,
        "address": address_lines(context),
        "areas": [
            {
                "name": card.name,
                "url": card.url,
                "contact": shown_contact(context.calendar.areas[card.slug].contact),
                "example": card.example,
            }
            for card in context.cards.areas
        ],
    }
    return document.page(urls.CONTACT, "contact.html", values, "sky", Part("Ret personer og adresse", CONTACTS_FILE))


def address_lines(context: SiteContext) -> list[str]:
    """Return the lines of the postal address; none where it could not be read."""
    address = context.site.contacts.address
    if not address.name:
        return []
    return [f"{address.name}, {address.department}", address.street, f"{address.postcode} {address.town}"]
