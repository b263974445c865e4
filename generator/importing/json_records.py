"""JSON with events: the Danish libraries' interface, The Events Calendar, JSON Feed, schema.org; each known by its keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.importing.imported import MOST_READ
from generator.importing.records import Record
from generator.importing.words import amount
from generator.text.letters import folded

_EVENTS = frozenset(
    [
        *("event", "festival", "hackathon", "courseinstance", "businessevent", "childrensevent", "comedyevent", "danceevent"),
        *("educationevent", "exhibitionevent", "foodevent", "literaryevent", "musicevent", "publicationevent", "saleevent"),
        *("screeningevent", "socialevent", "sportsevent", "theaterevent", "visualartsevent", "deliveryevent", "broadcastevent"),
        "performingartsevent",
    ]
)
_DEEPEST = 12
_STARTS = ("startdate", "start", "dtstart", "starts", "begin", "starttime")
_ENDS = ("enddate", "end", "dtend", "ends", "finish", "endtime")
_PARTS = ("@graph", "subEvent", "subEvents", "itemListElement", "item", "mainEntity")
_PERFORMERS = ("organizer", "organiser", "arrangoer")


def records_in(data: Any) -> Iterator[Record]:
    """Yield a record for each event in JSON of any of the kinds that we know; nothing for other data."""
    if isinstance(data, Mapping) and "jsonfeed.org" in str(data.get("version", "")):
        yield from map(_feed_item, _mappings(data.get("items")))
    elif isinstance(data, Mapping) and isinstance(data.get("events"), list):
        yield from map(_plain, _mappings(data["events"]))
    elif isinstance(data, list) and any(_is_library(each) for each in data[:5]):
        yield from (record for each in _mappings(data) if (record := _library(_folded(each))))
    else:
        yield from schema_events(data)


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in value[:MOST_READ] if isinstance(each, Mapping)] if isinstance(value, list) else []


def _folded(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping whose keys are compared as words are: `dateTime`, `date_time` and `datetime` are one."""
    return {folded(str(key)): value for key, value in data.items()}


def _inner(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key)
    value = value[0] if isinstance(value, list) and value else value
    return _folded(value) if isinstance(value, Mapping) else {}


def _is_library(data: Any) -> bool:
    return isinstance(data, Mapping) and {"uuid", "datetime"} <= set(_folded(data))


def _library(data: Mapping[str, Any]) -> Record:
    """Return an event of the libraries' `GET /api/v1/events`; prices are in øre."""
    dates, address = _inner(data, "datetime"), _inner(data, "address")
    branches = data.get("branches")
    subtitle = str(data.get("subtitle") or "")
    return {
        "id": data.get("uuid"),
        "series": _inner(data, "series").get("uuid"),
        "title": data.get("title"),
        "start": dates.get("start"),
        "end": dates.get("end"),
        "text": "\n\n".join(filter(None, (subtitle, str(data.get("description") or "")))),
        "place": address.get("location") or (branches[0] if isinstance(branches, list) and branches else ""),
        "street": address.get("street"),
        "postcode": address.get("zipcode"),
        "town": address.get("city"),
        "price": _tickets(data.get("ticketcategories")),
        "link": data.get("url"),
        "state": data.get("state"),
        "organiser": branches[0] if isinstance(branches, list) and branches else "",
    }


def _tickets(categories: Any) -> str:
    """Return the prices of tickets on one line; one price, and a price for all, without the name of its ticket."""
    priced = []
    for each in map(_folded, _mappings(categories)[:10]):
        price = _inner(each, "price")
        value = price.get("value")
        if isinstance(value, int | float) and str(price.get("currency", "DKK")).upper() == "DKK":
            priced.append((str(each.get("title") or ""), amount(value / 100)))
    if len({price for _, price in priced}) == 1:
        return priced[0][1]
    return ", ".join(f"{title} {price}".strip() for title, price in priced)


def _feed_item(item: Mapping[str, Any]) -> Record:
    """Return an item of a JSON Feed. Its dates stand in an extension, under any of the names in use; `date_published` is none."""
    inside = {key: value for each in item.values() if isinstance(each, Mapping) for key, value in _plain(each).items() if value}
    own = {key: value for key, value in _plain(item).items() if value}
    text = item.get("content_html") or item.get("content_text") or item.get("summary")
    return {**inside, **own, "id": item.get("id") or item.get("url"), "text": text, "link": item.get("url")}


def _plain(data: Mapping[str, Any]) -> Record:
    """Return an event whose fields have the usual English names, as The Events Calendar gives them."""
    said = _folded(data)
    venue = _inner(said, "venue") or _inner(said, "location")
    place = said.get("place") or said.get("location") or said.get("venue") or ""
    organiser = _inner(said, "organizer").get("organizer") or _inner(said, "organizer").get("name")
    return {
        "id": said.get("globalid") or said.get("id") or said.get("uid"),
        "title": said.get("title") or said.get("name"),
        "start": next((said[key] for key in _STARTS if said.get(key)), None),
        "end": next((said[key] for key in _ENDS if said.get(key)), None),
        "text": said.get("description") or said.get("contenthtml") or said.get("contenttext"),
        "place": venue.get("venue") or venue.get("name") or ("" if isinstance(place, list | Mapping) else place),
        "street": venue.get("address") if isinstance(venue.get("address"), str) else "",
        "postcode": venue.get("zip") or venue.get("postalcode"),
        "town": venue.get("city"),
        "price": said.get("cost") or said.get("price"),
        "link": said.get("url"),
        "state": said.get("eventstatus") or said.get("status"),
        "organiser": organiser,
    }


def schema_events(data: Any, depth: int = 0) -> Iterator[Record]:
    """Yield the events that schema.org's JSON-LD names anywhere in it."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for each in data[:MOST_READ]:
            yield from schema_events(each, depth + 1)
    elif isinstance(data, Mapping):
        kinds = data.get("@type")
        listed = kinds if isinstance(kinds, list) else [kinds]
        named = {str(kind).rpartition("/")[2].rpartition(":")[2].lower() for kind in listed}
        parts = [value for key, value in data.items() if key in _PARTS]
        if named & _EVENTS or ("eventseries" in named and not any(parts)):
            yield schema_record(data)
        yield from schema_events(parts, depth + 1)


def schema_record(data: Mapping[str, Any]) -> Record:
    """Return a record of one schema.org Event."""
    said = _folded(data)
    location, offers = _inner(said, "location"), said.get("offers")
    address = _inner(location, "address")
    place = location.get("name") or said.get("location")
    virtual = "virtuallocation" in str(location.get("@type", "")).lower()
    street = location.get("address") if isinstance(location.get("address"), str) else address.get("streetaddress")
    return {
        "id": said.get("@id") or said.get("identifier") if not isinstance(said.get("identifier"), Mapping) else said.get("@id"),
        "title": said.get("name") or said.get("headline"),
        "start": said.get("startdate"),
        "end": said.get("enddate"),
        "text": said.get("description"),
        "place": place if isinstance(place, str) and not virtual else "",
        "street": street,
        "postcode": address.get("postalcode"),
        "town": address.get("addresslocality"),
        "price": "gratis" if str(said.get("isaccessibleforfree")).lower() in ("true", "1") else _offers(offers),
        "link": said.get("url"),
        "online": location.get("url") if virtual else "",
        "state": said.get("eventstatus") or _availability(offers),
        "organiser": next((_inner(said, key).get("name") for key in _PERFORMERS if _inner(said, key).get("name")), ""),
    }


def _offers(offers: Any) -> str:
    prices = []
    for each in map(_folded, _mappings(offers if isinstance(offers, list) else [offers])):
        for key in ("price", "lowprice", "highprice"):
            try:
                prices.append(float(str(each.get(key, "")).replace(",", ".")))
            except ValueError:
                continue
        if str(each.get("pricecurrency", "DKK")).upper() != "DKK":
            return ""
    if not prices:
        return ""
    low, high = min(prices), max(prices)
    return amount(low) if low == high else f"{amount(low).removesuffix(' kr.')}-{amount(high)}" if low > 0 else f"0-{amount(high)}"


def _availability(offers: Any) -> str:
    said = {str(_folded(each).get("availability", "")) for each in _mappings(offers if isinstance(offers, list) else [offers])}
    return said.pop() if len(said) == 1 else ""
