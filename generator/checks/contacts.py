"""Contacts that nobody is shown: the one who wrote them thinks that readers know whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from generator.model.area import Area
from generator.model.contact import Contact
from generator.model.event import Event
from generator.model.site import Site
from generator.problems.problem import Problem
from generator.problems.rules import values
from generator.reading.places import problem_at

_NOT_SHOWN = (
    "{} vises ikke, før personen har sagt ja. Har personen det, så skriv vis: ja under kontakt. Ellers skriv en fælles mailadresse."
)


def contacts_are_seen(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that a contact with a name or a number is shown, or has a mail address that is: else a page says of nobody to ask."""
    owners: Iterator[Area | Event] = chain(site.areas, site.all_events())
    for owner in owners:
        contact = owner.contact
        if contact and (contact.name or contact.phone) and not contact.reachable:
            yield problem_at(root, owner.source, ("kontakt",), _NOT_SHOWN.format(_what(contact)), values.CONTACT_UNSEEN)


def _what(contact: Contact) -> str:
    return "Navn og nummer" if contact.name and contact.phone else "Navnet" if contact.name else "Nummeret"
