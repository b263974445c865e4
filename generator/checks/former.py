"""Checks of former addresses: nothing else stands there, and each leads to one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator import urls
from generator.addresses.moves import Place, has_moved, may_have_been, places
from generator.addresses.site import MADE, Addresses
from generator.model.former import KEY
from generator.model.grouped import grouped
from generator.model.site import Site
from generator.problems.problem import Problem
from generator.problems.rules import files, values
from generator.reading.places import problem_at


def pages_have_an_address_of_their_own(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no page of content/ stands where the generator makes a page: nobody would ever see it."""
    for page in site.pages:
        if page.url in MADE and page.url != urls.FRONT:
            message = f"Adressen /{page.url} er optaget: Siden laver selv en side dér. Giv filen et andet navn."
            yield Problem.of_file(page.source, message, files.ADDRESS_TAKEN)


def former_addresses_are_free(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that each former address is one that such a page can have had, that nothing stands there, and that it leads to one
    page."""
    if not has_moved(site):
        return
    here, at = Addresses.of(root, site, examples=True), {place.url: place for place in places(site)}
    claimed = grouped((former, place.source) for place in places(site) for former in place.former)
    for place in at.values():
        for number, former in enumerate(place.former):
            said = _taken(at, place, former) or _impossible(here, place, former) or _claimed_twice(claimed[former], place)
            if said and at.get(former) is not place:
                yield problem_at(root, place.source, (KEY, number), said, values.FORMER_TAKEN)


def _taken(at: Mapping[str, Place], place: Place, former: str) -> str | None:
    """Return, in Danish, which page stands at a former address; None where none does."""
    there = at.get(former)
    if there and place.url in there.former:
        return f"De to sider fører til hinanden: {there.source} siger, at den har ligget her. Slet den ene linje."
    return f"Dér ligger nu {there.source}. Slet linjen, eller giv den fil et andet navn." if there else None


def _impossible(here: Addresses, place: Place, former: str) -> str | None:
    """Return, in Danish, that a page can never have stood at an address, or that the generator makes something there."""
    if may_have_been(place, former) and not here.stands(former):
        return None
    return f"/{former} bruger siden selv, eller den kan ikke have været her. Slet linjen."


def _claimed_twice(sources: Sequence[str], place: Place) -> str | None:
    """Return, in Danish, which other page says that it stood there; None where only this one does, once."""
    if len(sources) == 1:
        return None
    twin = next((source for source in sources if source != place.source), None)
    return f"Den står også i {twin}. Slet den ene." if twin else "Den står der to gange. Slet den ene."
