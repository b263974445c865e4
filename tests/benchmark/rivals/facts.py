"""The synthetic programme in the words of the rivals: front matter with English keys and plain values, the same for both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from tests.benchmark.invention import Happening, Locality

Facts = dict[str, Any]
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?: kl\. (\d+)\.(\d\d))?")
_CREDIT = {"alt": "Farvede cirkler på en himmel.", "credit": "Tegnet af et program"}


def area_facts(locality: Locality) -> Facts:
    """Return an area's front matter."""
    said = _read(locality.facts)
    partners = [{"name": partner["navn"], "sector": partner["sektor"], "link": partner["link"]} for partner in said["partnere"]]
    return {
        "title": locality.title,
        "description": said["resumé"],
        "area": locality.name,
        "municipality": said["kommune"],
        "villages": said["landsbyer"],
        "coordinates": said["koordinater"],
        "challenge": said["udfordring"],
        "vision": said["vision"],
        "idea": said["idé"],
        "goals": said["mål"],
        "partners": partners,
        "contact": {"role": said["kontakt"]["rolle"], "mail": said["kontakt"]["mail"]},
        "photo": _photo(locality.photo),
    }


def event_facts(locality: Locality) -> Iterator[tuple[Happening, Facts]]:
    """Yield each of an area's events with its front matter."""
    area = _read(locality.facts)
    for event in locality.events:
        said = _read(event.facts)
        yield event, {**_plain(event, said, area["steder"]), **_of(locality, area), **_states(said), **_series(said)}


def _read(lines: tuple[str, ...]) -> Facts:
    """Return front matter with every value as text."""
    said: Facts = yaml.load("\n".join(lines), yaml.CBaseLoader)  # noqa: S506  reads text and nothing else
    return said


def _plain(event: Happening, said: Facts, places: Facts) -> Facts:
    day, begins = _moment(said["start"])
    place = places[said["sted"]]
    address = {"address": place["adresse"], "postcode": place["postnummer"], "town": place["by"]}
    photo = {} if event.photo is None else {"photo": _photo(event.photo)}
    return {
        "title": event.title,
        "description": said["resumé"],
        "key": event.name,
        "day": day,
        "begins": begins,
        "ends": _moment(f"{day} kl. {said['slut']}")[1],
        "place": {"name": place["navn"], **address, "access": place["adgang"]},
        "price": said["pris"],
        "booking": said["tilmelding"],
        "organisers": said["arrangør"],
        "audience": said["målgruppe"],
        "category": said["kategori"],
        **photo,
    }


def _of(locality: Locality, area: Facts) -> Facts:
    return {"area": locality.name, "area_name": locality.title, "municipality": area["kommune"]}


def _states(said: Facts) -> Facts:
    before = {"before": " ".join(_moment(said["før"]))} if "før" in said else {}
    names = {"status": "status", "status_text": "statustekst"}
    return {name: said[danish] for name, danish in names.items() if danish in said} | before


def _series(said: Facts) -> Facts:
    if "gentag" not in said:
        return {}
    changes = [
        {
            "day": change["dato"],
            "status": change.get("status", ""),
            "text": change.get("tekst", ""),
            "begins": _moment(change["ny start"])[1] if "ny start" in change else "",
        }
        for change in said["ændringer"]
    ]
    return {"weekly_until": said["gentag til"], "left_out": said["undtagen"], "changes": changes}


def _moment(text: str) -> tuple[str, str]:
    """Return the day and the hour of `2026-05-01 kl. 9.30`: `2026-05-01` and `09:30`."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    day, hour, minute = found.groups()
    return day, f"{int(hour or 0):02}:{minute or '00'}"


def _photo(number: int) -> dict[str, str]:
    return {"photo": f"foto-{number}.jpg", **_CREDIT}
