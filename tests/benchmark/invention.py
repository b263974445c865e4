"""What a synthetic programme says: areas and events, invented by arithmetic, the same each time, in no format yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from generator.model.area import Municipality
from generator.text.letters import slug

FIRST_DAY = date(2025, 6, 1)
DAYS = 730
PHOTOS = 6
"""How many different photos there are; each area and every third event shows one of them."""

_WHAT = (
    "Fællessang",
    "Gåtur",
    "Fællesspisning",
    "Værksted",
    "Høstfest",
    "Foredrag",
    "Koncert",
    "Marked",
    "Strikkecafé",
    "Sommerscene",
)
_WHERE = ("på havnen", "i forsamlingshuset", "ved åen", "i den gamle skole", "på torvet", "i laden", "ved søen", "i kirken")
_KINDS = ("musik", "natur", "mad", "værksted", "fællesskab", "fortælling", "musik", "marked", "kunst", "scene")
_VILLAGES = ("Prøvehavn", "Eksempellund", "Prøvestrand", "Eksempelbæk", "Prøvebjerg", "Eksempelvig", "Prøvegård")
_PLACES = ("Havnen", "Forsamlingshuset", "Skolen")
_SENTENCES = (
    "Vi mødes en halv time før, så alle kan nå at finde en plads og hilse på hinanden.",
    "Tag gerne en nabo med, især en, der lige er flyttet til området.",
    "Der er varm kaffe på kanden, saft til børnene og hjemmebagt kage, så længe den rækker.",
    "Du behøver ikke kunne noget på forhånd, og du må gerne bare sidde og lytte med.",
    "Elever fra skolen viser det frem, de har arbejdet med i løbet af vinteren.",
    "Bagefter rydder vi op sammen, for så er det hurtigt gjort og lidt hyggeligere.",
    "Er vejret dårligt, rykker vi indenfor, hvor der er tændt op i brændeovnen.",
    "Foreningerne står for maden, og overskuddet går til nye instrumenter til børnene.",
    "Har du gamle billeder fra egnen, så tag dem med; de bliver vist på væggen.",
    "Der er trinfri adgang fra parkeringspladsen, og hunde i snor er velkomne udenfor.",
    "Programmet varer omkring to timer med en pause på tyve minutter midtvejs.",
    "De ældste fortæller om dengang, hvor færgen sejlede, og butikkerne lå side om side.",
)

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a programme is like: how many sentences a text has, and how many events there are for each series and each photo."""

    sentences: int
    series: int
    photos: int


RICH = Shape(sentences=10, series=10, photos=3)
"""More than people write: long texts, one event in ten a series of eleven dates."""
PLAIN = Shape(sentences=2, series=50, photos=10)
"""As collections of real events are: two sentences, hardly a series."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event. `facts` are front matter in the content's own words; `text` is Markdown."""

    name: str
    title: str
    start: date
    facts: tuple[str, ...]
    text: str
    photo: int | None


@dataclass(frozen=True, slots=True)
class Locality:
    """An area. `facts` are lines of its area.yml; `story` is Markdown."""

    name: str
    title: str
    facts: tuple[str, ...]
    story: str
    photo: int
    events: tuple[Happening, ...]


def localities(areas: int, events: int, shape: Shape = RICH) -> Iterator[Locality]:
    """That many areas, with that many events dealt out among them."""
    for number in range(areas):
        title = f"{_pick(_VILLAGES, number)} og omegn {number + 1}"
        own = tuple(_happening(place, shape) for place in range(number, events, areas))
        yield Locality(slug(title), title, tuple(_area_facts(number, title)), _text(number, 20), number % PHOTOS, own)


def _pick(items: Sequence[_Item], number: int) -> _Item:
    return items[number % len(items)]


def _area_facts(number: int, title: str) -> Iterator[str]:
    village = _pick(_VILLAGES, number)
    yield f"navn: {title}"
    yield "status: offentlig"
    yield f"kommune: {_pick(list(Municipality), number).value}"
    yield f"landsbyer: [{village}, {_pick(_VILLAGES, number + 1)}, {_pick(_VILLAGES, number + 3)}]"
    yield f"resumé: Tre landsbyer ved {village}, der synger, spiser og bygger sammen året rundt."
    yield f"koordinater: {56.5 + number * 7 % 100 / 100:.2f}, {8.2 + number * 13 % 200 / 100:.2f}"
    yield f"udfordring: {_sentences(number, 4)}"
    yield f"vision: {_sentences(number + 4, 2)}"
    yield f"idé: {_sentences(number + 6, 4)}"
    yield "kerneelementer: [udvikling, forankring, samler]"
    yield "mål: [Flere synger sammen, Alle kender nogen i nabobyen, En fælles kalender]"
    yield "partnere:"
    for place, sector in enumerate(("forening", "skole", "erhverv", "kirke", "kultur")):
        yield f"  - {{navn: '{_pick(_VILLAGES, number + place)} {place + 1}', sektor: {sector}, link: 'https://example.org/{number}'}}"
    yield f"kontakt: {{rolle: Formand, mail: kontakt{number}@example.org}}"
    yield "steder:"
    for place, name in enumerate(_PLACES):
        yield f"  {slug(name)}:"
        yield f"    {{navn: {name}, adresse: Prøvevej {number + place + 1}, postnummer: 7900, by: {village},"
        yield "     adgang: {trinfri: 'ja, ad rampen', handicaptoilet: ja, parkering: bag huset}}"


def _happening(number: int, shape: Shape) -> Happening:
    title = f"{_pick(_WHAT, number)} {_pick(_WHERE, number // 10)}"
    start = FIRST_DAY + timedelta(days=number * 37 % DAYS)
    hour = 10 + number % 10
    photo = number // shape.photos % PHOTOS if number % shape.photos == 0 else None
    states = _repetition(start, hour) if number % shape.series == 7 else _state(number, start)
    facts = (*_event_facts(number, title, start, hour), *states)
    return Happening(f"{slug(title)}-{number + 1}", title, start, facts, _event_text(number, shape), photo)


def _event_facts(number: int, title: str, start: date, hour: int) -> Iterator[str]:
    yield f"titel: {title}"
    yield f"resumé: {_pick(_SENTENCES, number + 3)}"
    yield f"start: {start} kl. {hour}.00"
    yield f"slut: {hour + 2}.30"
    yield f"sted: {slug(_pick(_PLACES, number))}"
    yield f"pris: {_pick(('gratis', '50 kr.', '50-75 kr.', '40 kr., børn gratis'), number)}"
    yield f"tilmelding: {_pick(('ingen', f'tilmelding{number}@example.org', 'https://example.org/tilmelding'), number)}"
    yield f"arrangør: [{_pick(_VILLAGES, number)} Borgerforening, Foreningen ved {_pick(_VILLAGES, number + 2)}]"
    yield f"målgruppe: [alle, {_pick(('familier', 'børn', 'unge', 'seniorer'), number)}]"
    yield f"kategori: {_pick(_KINDS, number)}"


def _repetition(start: date, hour: int) -> Iterator[str]:
    """Eleven weeks, one of them left out, one cancelled, one at another hour."""
    weeks = [start + timedelta(weeks=week) for week in range(12)]
    yield f"gentag: hver uge\ngentag til: {weeks[11]}\nundtagen: [{weeks[3]}]"
    yield f"ændringer:\n  - {{dato: {weeks[5]}, status: aflyst, tekst: Korlederen er syg.}}"
    yield f"  - {{dato: {weeks[7]}, ny start: {weeks[7]} kl. {hour + 1}.00}}"


def _state(number: int, start: date) -> Iterator[str]:
    """One in seven is not as it was planned."""
    if number % 21 == 4:
        yield "status: aflyst\nstatustekst: Det er desværre aflyst på grund af sygdom."
    elif number % 21 == 11:
        yield f"status: flyttet\nfør: {start - timedelta(days=7)} kl. 19.00"
    elif number % 21 == 18:
        yield "status: få pladser"


def _sentences(number: int, count: int) -> str:
    return " ".join(_pick(_SENTENCES, number * 5 + place * (1 + number % 3)) for place in range(count))


def _event_text(number: int, shape: Shape) -> str:
    return _text(number, shape.sentences) if shape.sentences > 5 else f"{_sentences(number, shape.sentences)}\n"


def _text(number: int, count: int) -> str:
    """Two paragraphs, a heading and a list: `count` sentences of about 15 words."""
    half = count // 2
    points = "\n".join(f"- {_pick(_SENTENCES, number + place)}" for place in range(2))
    link = f"Læs mere hos [foreningen](https://example.org/{number}) eller **ring** og hør nærmere."
    return f"{_sentences(number, half)}\n\n## Godt at vide\n\n{points}\n\n{_sentences(number + 1, half - 2)} {link}\n"
