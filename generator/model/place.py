"""A place and how one gets in. "Not stated" is None and is never shown as "no"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag

from generator.danish.formatting import capital
from generator.model import synonyms
from generator.model.content import Content
from generator.model.elsewhere import OF_PLACE_ELSEWHERE
from generator.model.synonyms import Synonyms
from generator.model.towns import POST_TOWNS, TOWNS
from generator.model.values import KEY_PATTERN, YES_WORDS, Line, PlaceKey, Position, Postcode, Sentence
from generator.model.written import LONGEST_LINE, short, text_up_to
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import values


def _access(alias: str, example: str, title: str | None = None) -> Any:
    """Return the field of a fact about access."""
    said = "ja, nej eller et par ord. Ved I det ikke, så udelad feltet."
    return Field(None, alias=alias, title=title, description=said, examples=[example])


_SAID = {
    **dict.fromkeys((*YES_WORDS, "jo"), "ja"),
    **dict.fromkeys(("nej", "false", "no"), "nej"),
}


def _fact(written: str) -> str:
    """Return `✓`, `x` and `Ja.` as ja; any other words as they are."""
    return _SAID.get(written.lower().rstrip(".!\ufe0f"), written)


Fact = Annotated[Line, AfterValidator(_fact)]
"""ja, nej or a few words."""


class Access(Content):
    """What one may need to know before one comes. Each is `ja`, `nej` or a few words."""

    step_free: Fact | None = _access("trinfri", "ja", "Trinfri adgang")
    toilet: Fact | None = _access("handicaptoilet", "ja, i klubhuset")
    hearing_loop: Fact | None = _access("teleslynge", "nej")
    parking: Fact | None = _access("parkering", "ved havnen")
    disabled_parking: Fact | None = _access("handicapparkering", "to pladser")
    bus: Fact | None = _access("bus", "stoppested ved kirken")
    quiet: Fact | None = _access("roligt sted", "ja, i teltet")
    sign_language: Fact | None = _access("tegnsprog", "tolk på scenen")

    def over(self, other: Access | None) -> Access:
        """Return these facts, and those of `other` where these say nothing."""
        if other is None:
            return self
        return Access.of({name: getattr(self, name) or getattr(other, name) for name in Access.model_fields})

    def stated(self) -> Iterator[tuple[str, str]]:
        """Yield each fact that is stated, under its title."""
        for name, field in Access.model_fields.items():
            if said := getattr(self, name):
                yield field.title or "", said


_NOTHING_STATED = Access.of(dict.fromkeys(Access.model_fields))


def stated_access(own: Access | None, place: Place | None) -> Access:
    """Return what an event states about access, and what its place does where the event says nothing."""
    of_place = place.access if place else None
    return own.over(of_place) if own else of_place or _NOTHING_STATED


class Place(Content):
    """Where it is: written once in the area's `steder`, or on the event."""

    synonyms: ClassVar[Synonyms] = synonyms.PLACE
    elsewhere: ClassVar[Mapping[str, str]] = OF_PLACE_ELSEWHERE

    name: Sentence = Field(alias="navn", description="Stedets navn.", examples=["Ejerslev Havn"])
    address: Sentence | None = Field(None, alias="adresse", description="Vej og nummer.", examples=["Havnevej 1"])
    postcode: Postcode | None = Field(None, alias="postnummer", description="Fire cifre.", examples=["7900"])
    town: Sentence | None = Field(None, alias="by", description="Byen, postnummeret hører til.", examples=["Nykøbing Mors"])
    position: Position | None = Field(None, alias="koordinater", description="Bredde og længde.", examples=["56.92, 8.92"])
    way: Line | None = Field(
        None,
        alias="vej",
        title="Sådan kommer du dertil",
        description="Vejen, indgangen.",
        examples=["Gå ned ad kajen til det røde hus."],
    )
    access: Access | None = Field(None, alias="adgang", description="Det, man kan have brug for at vide, før man kommer.")

    @property
    def whole_address(self) -> str | None:
        """Return `Havnevej 1, 7900 Nykøbing Mors`, or what is stated of it."""
        town = " ".join(filter(None, (self.postcode, self.town)))
        return ", ".join(filter(None, (self.address, town))) or None

    @property
    def is_name(self) -> bool:
        """Return whether nothing is stated but its name."""
        return not (self.whole_address or self.position or self.way or self.access)

    @property
    def in_one_line(self) -> str:
        """Return its name and its address: `Havnen, Havnevej 1, 7900 Nykøbing Mors`."""
        return ", ".join(filter(None, (self.name, self.whole_address)))


LOCATION_MARKS = ("\x00key", "\x00place")
"""Steps in pydantic's locations that nobody wrote: tags, which no file can hold."""

_STREET = r"(?:vej|gade|stræde|allé|torv|plads|vænge|sti|bakke|park|bro|kaj|strand|mark|toft|have|gård)(?:en|et|n)?"
_WITHOUT_COMMAS = re.compile(
    rf"(?:(?P<name>[^,]{{1,80}}?) )?(?P<street>[^\W\d]{{0,30}}{_STREET} \d{{1,3}} ?[A-Za-z]?) (?P<town>(?:DK-)?\d{{4}} \D{{2,60}})",
    re.IGNORECASE,
)
_BEFORE_TOWN = re.compile(r"\s+[-–|]\s+(?=(?:DK-)?[0-9]{4} )")
_TOWN = re.compile(r"(?:DK-)?([0-9]{4})(?:\s+(\D+?)(?:(?<=[^\W\d]{4})\. (\D+))?)?", re.IGNORECASE)
_OUTSIDE_BRACKETS = re.compile(r",(?![^()]*\))")
_TOWN_ALONE = re.compile(
    r"(?:(?:Nørre|Nr\.?|Sønder|Sdr\.?|Øster|Ø\.?|Vester|V\.?|Store|Lille|Gammel|Gl\.?|Ny) )?"
    rf"(?:{'|'.join(map(re.escape, (*TOWNS, *POST_TOWNS)))}|[A-ZÆØÅ]\w*(?:lev|rup|købing|(?<!øde)(?<!ære)sted|bjerg|bæk|vig|møller"
    rf"|(?<!ands)by)|(?:Nørre|Nr\.?|Sønder|Sdr\.?|Øster|Vester) (?!Sal|Indgang|Dør|Port|Fløj|Scene|Ende|Side|Mole|Parkering)"
    r"[A-ZÆØÅ]\w{2,}"
    rf")(?: (?:Mors|Thy|[MNSVØ]|S[ØV]|N[ØV]|Øst|Vest|Nord|Syd|By))?"
)
"""A town without its postcode: one of the region's, or a name that ends as only towns' names do."""
_LINK = re.compile(r"\s*(?:https?://|www\.)", re.IGNORECASE)
_ONLINE = re.compile(
    r"[^,]*\b(?:zoom|google meet|skype|online|hjemmefra)\b[^,]*|(?:ms |microsoft )?teams(?:[ -]møde)?|https?://\S*(?:zoom|teams|meet)\.\S*",
    re.IGNORECASE,
)


def short_place(written: Any) -> Any:
    """Return the mapping that `Laden, Eksempelvej 1, 7900 Nykøbing Mors` is short for; anything without a comma as it is."""
    if not isinstance(written, str) or "," not in written or not re.search(r"[^\W\d_]", written):
        return written
    parts = _OUTSIDE_BRACKETS.split(_BEFORE_TOWN.sub(", ", text_up_to(LONGEST_LINE, written)))
    name, *others = filter(None, (part.strip() for part in parts))
    place = {"navn": name}
    way: list[str] = []
    for part in others:
        if town := _TOWN.fullmatch(part):
            place |= {"postnummer": town[1], **({"by": town[2]} if town[2] else {})}
            way += filter(None, [town[3]])
        elif "by" not in place and _TOWN_ALONE.fullmatch(part):
            place["by"] = part
        elif "adresse" not in place and re.search(r"[^\W\d]\s*[0-9]", part):
            place["adresse"] = part
        else:
            way.append(part)
    return place | ({"vej": ", ".join(way)} if way else {})


def named_place(written: Any) -> Any:
    """Return the mapping that a place of an area in one line is short for, also where it is only its name."""
    place = short_place(written)
    return {"navn": place} if isinstance(place, str) and place.strip() else place


_HOUSE = re.compile(r"[^\d,]{2,40} \d{1,3} ?[A-Za-z]?")


def places_by_key(written: Any) -> Any:
    """Return places where one that is only an address is called by its key: `havnen: Kajen 1, 7900 Nykøbing`."""
    if not isinstance(written, dict):
        return written

    def named(key: object, place: Any) -> Any:
        is_address = isinstance(key, str) and isinstance(place, str) and _HOUSE.fullmatch(place.split(",")[0].strip())
        return f"{capital(str(key).replace('-', ' '))}, {place}" if is_address else place

    return {key: named(key, place) for key, place in written.items()}


_KEY = re.compile(KEY_PATTERN, re.IGNORECASE)
_NAME = re.compile(r"[^,]*[^\W\d_]{2}[^,]*")
"""The name of a place, which is no key: it has spaces, or signs. An area's own place of that name is meant where it has one."""


def _place(written: Any) -> Any:
    """Return a place as `short_place` does, also of a name alone.

    Raise RefusedError with the commas for an address that has none.
    """
    text = short(written, LONGEST_LINE)
    if _LINK.match(text) or _ONLINE.fullmatch(text):
        where = "Er det online, så skriv linket ved online." if _ONLINE.fullmatch(text) else "Skriv stedets navn og adresse."
        raise RefusedError(values.PLACE, f"{quoted(written)} er ikke et sted. {where}")
    parts = _WITHOUT_COMMAS.fullmatch(" ".join(written[:LONGEST_LINE].split())) if isinstance(written, str) else None
    if parts:
        cure = ", ".join(filter(None, (parts["name"], parts["street"], parts["town"])))
        raise RefusedError(values.PLACE, f"{quoted(written)} mangler kommaer. Skriv {cure}.")
    place = short_place(written)
    return {"navn": place} if isinstance(place, str) and _NAME.fullmatch(place) and not _KEY.fullmatch(place.strip()) else place


PlaceOrKey = Annotated[
    Annotated[PlaceKey, Tag(LOCATION_MARKS[0])] | Annotated[Place, Tag(LOCATION_MARKS[1])],
    Discriminator(lambda written: LOCATION_MARKS[isinstance(written, dict | Place)]),
    BeforeValidator(_place),
]
"""A place written out, in fields or in one line with commas, or the key of one of the area's.

The tags are left out of a problem's location.
"""
