"""The tables of fields in the guide, from the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import urls
from generator.editing.schema.templates import example_lines
from generator.model.after import After, Quote
from generator.model.area import AreaFacts, Participation, StepTaken
from generator.model.booking import Booking
from generator.model.change import Change
from generator.model.choice import choices_in
from generator.model.consent import TakenThere
from generator.model.contact import Contact, Link
from generator.model.content import Content, content_in
from generator.model.day import Activity, DayProgramme, Note, Point, Stall
from generator.model.event import EventFacts
from generator.model.helper import Helper
from generator.model.partners import Member, Partner
from generator.model.place import Access, Place
from generator.model.results import AreaGoal, Cooperation, InPractice, LivesOn, Spending
from generator.model.sources import CalendarSource, Origin
from generator.model.story import StoryFacts
from generator.model.values import Document, Picture
from generator.text.letters import slug


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field as a volunteer needs it, with its address on the page.

    `choices` is empty where anything may be written. Where the field holds fields of its own, `block` is an example in lines, and
    `inner` the title and address of their table.
    """

    anchor: str
    key: str
    title: str
    description: str
    required: bool
    example: str | None
    choices: tuple[str, ...]
    block: str | None
    inner: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The fields of one mapping. `page` is the path of the page on which it stands, `anchor` its address there."""

    page: str
    title: str
    text: str
    fields: tuple[FieldRow, ...]

    @property
    def anchor(self) -> str:
        return _anchor(self.title)


_Written = tuple[str, str, type[Content]]
_IN_EVENTS: tuple[_Written, ...] = (
    ("Arrangementet", "Felterne øverst i en fil i mappen events.", EventFacts),
    ("Sådan gik det", "Under efter i arrangementet. Har det flere datoer, så skriv én for hver dato.", After),
    ("Et citat", "Hvert citat under citater i efter.", Quote),
    ("Et billede fra dagen", "Hvert billede under billeder i efter og under billede i en historie.", TakenThere),
    ("En ændring", "Hver ændring af en enkelt dato under ændringer i arrangementet.", Change),
    ("En opgave for hjælpere", "Hver opgave under hjælpere i arrangementet.", Helper),
    ("Et dokument", "Hvert dokument under dokumenter i arrangementet.", Document),
    ("En stor dags program", "Under program i arrangementet.", DayProgramme),
    ("Et punkt", "Hvert punkt under punkter i programmet.", Point),
    ("En aktivitet", "Hver aktivitet under aktiviteter i programmet.", Activity),
    ("En bod", "Under mad og marked i programmet. Et navn alene er også nok.", Stall),
    ("Noget, der er godt at vide", "Under godt at vide i programmet.", Note),
    ("Et sted", "Under steder i area.yml med en nøgle til hvert sted eller under sted i arrangementet.", Place),
    ("Adgang", "Under adgang på stedet eller arrangementet. Ved I det ikke, så udelad feltet.", Access),
    ("Tilmeldingen", "Under tilmelding, når der er mere at sige end et link, en mailadresse eller et nummer.", Booking),
    ("Et billede", "Under billede.", Picture),
    ("Kontakten", "Under kontakt i area.yml eller i arrangementet.", Contact),
    ("Et link", "Hvert link under links i area.yml eller i arrangementet.", Link),
    ("Kilden", "Under kilde i et arrangement, der er hentet. Den skriver sig selv.", Origin),
)
_IN_AREAS: tuple[_Written, ...] = (
    ("Området", "Felterne i areas/jeres-område/area.yml.", AreaFacts),
    ("En partner", "Hver partner under partnere i area.yml.", Partner),
    ("Et medlem af styregruppen", "Hvert medlem under styregruppe i area.yml.", Member),
    ("En runde", "Hver runde under runder i area.yml. Et navn alene er også nok.", Participation),
    ("En kalender et andet sted", "Under kilder i area.yml med en nøgle til hver kalender.", CalendarSource),
    ("Et mål", "Hvert mål under mål i area.yml. En sætning alene er også nok.", AreaGoal),
    ("Et nyt samarbejde", "Hvert samarbejde under samarbejder i area.yml.", Cooperation),
    ("Et kerneelement i praksis", "Hvert eksempel under praksis i area.yml.", InPractice),
    ("Noget, der lever videre", "Under lever videre i area.yml.", LivesOn),
    ("Noget, pengene gik til", "Hver post under pengene i area.yml.", Spending),
    ("En historie", "Felterne øverst i en fil i mappen historier.", StoryFacts),
    ("Et trin, I har taget", "Hvert trin under trin i area.yml.", StepTaken),
)
_TABLES = (*((urls.FIELDS, *each) for each in _IN_EVENTS), *((urls.AREA_FIELDS, *each) for each in _IN_AREAS))


def table_title(model: type[Content]) -> str | None:
    """Return what the guide calls a mapping; None where an area cannot write it."""
    return next((title for _, title, _, each in _TABLES if each is model), None)


def guide_tables() -> tuple[FieldTable, ...]:
    """Return every field that an area can write, in the order of the model."""
    return tuple(FieldTable(page, title, text, tuple(_rows(model, _anchor(title)))) for page, title, text, model in _TABLES)


def _rows(model: type[Content], anchor: str) -> Iterator[FieldRow]:
    for name, field in model.model_fields.items():
        if field.title is None:
            continue
        key = field.alias or name
        home = content_in(field.annotation)
        yield FieldRow(
            anchor=f"{anchor}-{slug(key)}",
            key=key,
            title=field.title,
            description=field.description or "",
            required=field.is_required(),
            example=str(field.examples[0]) if field.examples else None,
            choices=choices_in(field.annotation) if home is None else (),
            block=None if field.examples else "\n".join(example_lines(key, field)),
            inner=next(((title, f"{page}#{_anchor(title)}") for page, title, _, each in _TABLES if each is home), None),
        )


def _anchor(title: str) -> str:
    return f"felter-{slug(title)}"
