"""The programme's people as vCards 3.0 (RFC 2426), which every phone reads, to save in a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import icalendar

from generator import urls
from generator.model.programme import Contacts, Person
from generator.model.site import Site


def vcards(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield a file for each person, with its path."""
    for person in site.contacts.people:
        yield urls.contact_card(person.name), _vcard(person, site.contacts, site.programme.name)


def _vcard(person: Person, contacts: Contacts, programme: str) -> bytes:
    address = contacts.address
    *first, last = person.name.split()
    place = ";".join(map(_escaped, ("", "", address.street, address.town, "", address.postcode, "Danmark")))
    known = {"ORG": bool(address.name), "ADR": bool(address.name), "EMAIL": bool(contacts.mail)}
    lines = (
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{_escaped(person.name)}",
        f"N:{_escaped(last)};{_escaped(' '.join(first))};;;",
        f"ORG:{_escaped(address.name)};{_escaped(address.department)}",
        f"NOTE:{_escaped(programme)}",
        f"TEL;TYPE=WORK,VOICE:{person.phone.href.removeprefix('tel:')}",
        f"EMAIL;TYPE=WORK:{contacts.mail}",
        f"ADR;TYPE=WORK:{place}",
        "END:VCARD",
    )
    return "".join(f"{line}\r\n" for line in lines if known.get(re.split("[;:]", line)[0], True)).encode()


def _escaped(text: str) -> str:
    return icalendar.vText(text).to_ical().decode()
