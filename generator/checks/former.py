"""Checks of former addresses: nothing else stands there, and each leads to one page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import urls
from generator.checks.addresses import MADE, Addresses
from generator.checks.moves import Place, has_moved, places
from generator.model.former import KEY
from generator.model.site import PROGRAMME, Site
from generator.problems.problem import Problem
from generator.problems.rules import files, values
from generator.reading.sources import problem_at

SECTIONS = {path.partition("/")[0] for path in MADE if path} | {"assets", "billeder", "dokumenter", "omraader", "historier"}
"""Names right below the site's root that the generator itself makes something below."""


_MONTH = re.compile(r"\d{4}-\d{2}")


def pages_have_an_address_of_their_own(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no page of content/ stands where the generator makes a page: nobody would ever see it."""
    for page in site.pages:
        if page.url in MADE and page.url != urls.FRONT:
            message = f"Adressen /{page.url} er optaget: Siden laver selv en side dér. Giv filen et andet navn."
            yield Problem(page.source, 1, 1, "", message, files.ADDRESS_TAKEN)


def former_addresses_are_free(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that each former address is one that such a page can have had, that nothing stands there, and that it leads to one
    page."""
    every = [*places(site)] if has_moved(site) else []
    here = Addresses.of(root, site, examples=True)
    for place in every:
        for number, former in enumerate(place.former):
            said = _wrong_with(here, every, place, former)
            if said:
                yield problem_at(root, place.source, (KEY, number), said, values.FORMER_TAKEN)


def _wrong_with(here: Addresses, every: Iterable[Place], place: Place, former: str) -> str | None:
    """Return what is wrong with a former address of a page, in Danish; None where nothing is."""
    there = next((each for each in every if each.url == former), None)
    if there is place:
        return None
    if there and place.url in there.former:
        return f"De to sider fører til hinanden: {there.source} siger, at den har ligget her. Slet den ene linje."
    if there:
        return f"Dér ligger nu {there.source}. Slet linjen, eller giv den fil et andet navn."
    if not _may_have_been(place, former) or here.stands(former):
        return f"/{former} bruger siden selv, eller den kan ikke have været her. Slet linjen."
    others = [each.source for each in every for address in each.former if address == former]
    if len(others) > 1:
        twin = next((source for source in others if source != place.source), None)
        return f"Den står også i {twin}. Slet den ene." if twin else "Den står der to gange. Slet den ene."
    return None


def _may_have_been(place: Place, former: str) -> bool:
    """Return whether a page can have stood somewhere: what only the generator makes there may come back on some day.

    Addresses right below the root are the programme's to give, not an area's.
    """
    match former.split("/"):
        case ["omraader", name, ""]:
            return name not in urls.TAKEN
        case ["det-sker" | "historier", owner, _, ""]:
            return owner == PROGRAMME or owner not in urls.TAKEN
        case ["tidsplan", _, ""]:
            return place.source.startswith("content/")
        case [first, *rest]:
            return place.source.startswith("content/") and first not in SECTIONS and not any(map(_MONTH.fullmatch, rest))
    return False
