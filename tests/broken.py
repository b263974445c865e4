"""Files with one mistake each, as volunteers make them: by hand for the odd ones, from the model for each field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from generator.model.after import After, Quote
from generator.model.area import AreaFacts, Participation, StepTaken
from generator.model.booking import Booking
from generator.model.change import Change
from generator.model.contact import Contact, Link
from generator.model.content import Content
from generator.model.day import Activity, DayProgramme, Note, Point, Stall
from generator.model.event import EventFacts
from generator.model.partners import Member, Partner
from generator.model.place import Access, Place
from generator.model.results import AreaGoal, Cooperation, InPractice, LivesOn, Spending
from generator.model.values import Document, Picture
from generator.problems.rules import dates, fields, files, reading, results, text, values
from generator.problems.rules.rule import Rule
from tests.trees import AREA

EVENT_LINES = ("titel: Fest", "start: 2026-05-01 kl. 10.00")


@dataclass(frozen=True)
class Broken:
    """A file, where its mistake stands, and the kind of message it gets. `ending` is `.md` for an event, `.yml` for an area."""

    content: str
    line: int
    column: int
    rule: Rule
    ending: str = ".md"


@dataclass(frozen=True)
class Home:
    """Where the fields of a model stand: the lines before them, the first one's prefix, and the file they are in."""

    model: type[Content]
    before: tuple[str, ...]
    first: str = ""
    ending: str = ".md"

    def file(self, *lines: str) -> str:
        """The file with these lines of fields in it."""
        indent = " " * len(self.first)
        own = [(self.first if not place else indent) + line for place, line in enumerate(lines)]
        if self.ending == ".yml":
            return AREA + "\n".join([*self.before, *own, ""])
        return "\n".join(["---", *EVENT_LINES, *self.before, *own, "---", "Velkommen.", ""])

    @property
    def line(self) -> int:
        """The line of the first field."""
        return (5 if self.ending == ".yml" else 4) + len(self.before)


HOMES = (
    Home(EventFacts, ()),
    Home(Place, ("sted:",), "  "),
    Home(Access, ("sted:", "  navn: Havnen", "  adgang:"), "    "),
    Home(Booking, ("tilmelding:",), "  "),
    Home(Change, ("ændringer:",), "  - "),
    Home(Contact, ("kontakt:",), "  "),
    Home(Picture, ("billede:",), "  "),
    Home(Link, ("links:",), "  - "),
    Home(Document, ("dokumenter:",), "  - "),
    Home(DayProgramme, ("program:",), "  "),
    Home(Point, ("program:", "  punkter:"), "    - "),
    Home(Activity, ("program:", "  aktiviteter:"), "    - "),
    Home(Stall, ("program:", "  mad:"), "    - "),
    Home(Note, ("program:", "  godt at vide:"), "    - "),
    Home(After, ("efter:",), "  "),
    Home(Quote, ("efter:", "  citater:", "    - samtykke: ja"), "      "),
    Home(AreaFacts, (), "", ".yml"),
    Home(AreaGoal, ("mål:",), "  - ", ".yml"),
    Home(Cooperation, ("samarbejder:",), "  - ", ".yml"),
    Home(InPractice, ("praksis:",), "  - ", ".yml"),
    Home(LivesOn, ("lever videre:",), "  - ", ".yml"),
    Home(Spending, ("pengene:",), "  - ", ".yml"),
    Home(Partner, ("partnere:",), "  - ", ".yml"),
    Home(Member, ("styregruppe:",), "  - ", ".yml"),
    Home(StepTaken, ("trin:",), "  - ", ".yml"),
    Home(Participation, ("runder:",), "  - ", ".yml"),
    Home(Place, ("steder:", "  havnen:"), "    ", ".yml"),
)

DATED = {"slut", "gentag til", "undtagen", "flere datoer", "før", "dato", "ny start", "ny slut", "frist", "dag"}
WRONG: dict[str, tuple[tuple[str, Rule], ...]] = {
    "gentag": (("af og til", dates.REPETITION), ("hver anden fredag", dates.TWO_MEANINGS), ("hver 0. uge", dates.REPETITION)),
    "kl": (("ved middagstid", dates.CLOCK), ("24.30", dates.CLOCK)),
    "online": (("på vores side", values.WEB), ("https://ingen punktum", values.WEB)),
    "link": (("kommer snart", values.WEB),),
    "mail": (("kontakt@", values.MAIL), ("kontakt.example.org", values.MAIL)),
    "telefon": (("1234567", values.PHONE), ("ring bare", values.PHONE)),
    "postnummer": (("790", values.POSTCODE), ("7900 Nykøbing", values.POSTCODE)),
    "koordinater": (("8.92, 56.92", values.ELSEWHERE), ("ved havnen", values.COORDINATES)),
    "pladser": (
        ("mange", fields.NUMBER),
        ("0", fields.NUMBER),
        ("-3", fields.NUMBER),
        ("8_0", fields.NUMBER),
        ("1.00", fields.NUMBER),
    ),
    "kategori": (("hyggelig", fields.CHOICE), ("musikk", fields.CHOICE)),
    "målgruppe": (("børnehavebørn", fields.CHOICE),),
    "eksempel": (("måske", fields.YES_OR_NO),),
    "dekorativ": (("lidt", fields.YES_OR_NO),),
    "vis": (("gerne", fields.YES_OR_NO),),
    "kommune": (("Mors", fields.CHOICE),),
    "sektor": (("gæsterne", fields.CHOICE),),
    "punkt": (("firkant", fields.CHOICE),),
    "kerneelementer": (("Udvikling af byen", fields.CHOICE),),
    "trin": (("Det første", fields.KEY),),
    "antal": (("rigtig mange", results.ESTIMATE), ("40 børn og 20 børn", results.ESTIMATE), ("2-300", results.ESTIMATE)),
    "hjælpere": (("en håndfuld", results.ESTIMATE), ("12 om lørdagen", results.ESTIMATE)),
    "timer": (("4 timer hver", results.ESTIMATE), ("hele dagen", results.ESTIMATE)),
    "antal kunstnere": (("2½", results.ESTIMATE),),
    "optælling": (("på øjemål", fields.CHOICE),),
}


def every() -> Iterator[Broken]:
    """All of them."""
    yield from BY_HAND
    for home in HOMES:
        yield from _of(home)


def _of(home: Home) -> Iterator[Broken]:
    for name, field in home.model.model_fields.items():
        key = field.alias or name
        if field.exclude or (home.ending == ".yml" and home.model is AreaFacts and f"\n{key}:" in "\n" + AREA):
            continue
        if (home.model is EventFacts and key in ("titel", "start")) or (home.model is Quote and key == "samtykke"):
            continue
        yield from _of_field(home, key, field.annotation)


def _of_field(home: Home, key: str, annotation: Any) -> Iterator[Broken]:
    start = len(home.first) + 1
    value = start + len(key) + 2
    if len(key) > 4:
        yield Broken(home.file(f"{key[:1]}{key[2:]}: x"), home.line, start, fields.UNKNOWN, home.ending)
    yield Broken(home.file(f"{key}: x", f"{key}: y"), home.line + 1, start, reading.TWICE, home.ending)
    if _holds_content(annotation):
        return
    wanted = fields.NUMBER if key == "pladser" else fields.TEXT_WANTED
    yield Broken(home.file(f"{key}: {{a: b, c: d}}"), home.line, value, wanted, home.ending)
    wrong = WRONG.get(key, ())
    if home.model is Point and key == "slut":
        wrong = (("på fredag", dates.CLOCK),)
    elif key in ("slut", "ny slut"):
        wrong = (("31. februar 2026", dates.NO_SUCH_DAY), ("på fredag", dates.CLOCK))
    elif key in DATED and home.model is not StepTaken:
        wrong = (("31. februar 2026", dates.NO_SUCH_DAY), ("på fredag", dates.DAY))
    for written, kind in wrong if key != "trin" or home.model is StepTaken else ():
        yield Broken(home.file(f"{key}: {written}"), home.line, value, kind, home.ending)


def _holds_content(annotation: Any) -> bool:
    return (isinstance(annotation, type) and issubclass(annotation, Content)) or any(map(_holds_content, get_args(annotation)))


def _event(*lines: str, body: str = "Velkommen.") -> str:
    return "\n".join(["---", *EVENT_LINES, *lines, "---", body, ""])


BY_HAND = (
    Broken("", 1, 1, reading.FENCES),
    Broken("Bare en tekst.\n", 1, 1, reading.FENCES),
    Broken("\n---\ntitel: Fest\n---\n", 1, 1, fields.MISSING),
    Broken("---\n---\nTekst\n", 1, 1, fields.MISSING),
    Broken("---\ntitel: Fest\n---\nTekst\n", 1, 1, fields.MISSING),
    Broken("---\nstart: 2026-05-01\n---\nTekst\n", 1, 1, fields.MISSING),
    Broken("---\ntitel:\nstart: 2026-05-01\n---\n", 2, 1, fields.MISSING),
    Broken("---\n- titel: Fest\n---\n", 1, 1, fields.FIELDS_WANTED),
    Broken("---\nFest på havnen\n---\n", 1, 1, fields.FIELDS_WANTED),
    Broken("---\ntitel: Foredrag: Havet\nstart: 2026-05-01\n---\n", 2, 16, reading.COLON),
    Broken(_event("resumé: Kom: det bliver sjovt"), 4, 12, reading.COLON),
    Broken(_event("sted:", "  navn: Havnen: kajen"), 5, 15, reading.COLON),
    Broken(_event("pris 50 kr.", "kategori: musik"), 4, 1, reading.NO_COLON),
    Broken("---\ntitel:Fest\nstart: 2026-05-01\n---\n", 2, 7, reading.NO_SPACE),
    Broken(_event("status:aflyst"), 4, 8, reading.NO_SPACE),
    Broken(_event("sted:", "  navn:Laden", "  adresse: Vejen 1"), 5, 8, reading.NO_SPACE),
    Broken(_event("resumé: Vi mødes ved bord #3 til kaffe"), 4, 27, reading.HASH),
    Broken("---\ntitel: #1 fest\nstart: 2026-05-01\n---\n", 2, 8, reading.HASH),
    Broken(_event("sted:", "\tnavn: Havnen", "   by: Mors"), 5, 1, reading.TAB),
    Broken(_event("\tpris: gratis"), 4, 1, reading.TAB),
    Broken(_event("partnere:", "\t- Skolen", "   - Kirken"), 5, 1, reading.TAB),
    Broken(_event("  pris: gratis"), 4, 7, reading.INDENT),
    Broken(_event("partnere: [Skolen, Kirken"), 5, 1, reading.INDENT),
    Broken(_event("resumé: @havnen"), 4, 9, reading.SPECIAL_START),
    Broken(_event("resumé: `kode`"), 4, 9, reading.SPECIAL_START),
    Broken(_event("resumé: %"), 4, 9, reading.SPECIAL_START),
    Broken(_event("resumé: !Husk madpakke"), 4, 9, reading.EXCLAMATION),
    Broken(_event('resumé: "Kom og syng'), 4, 9, reading.OPEN_QUOTE),
    Broken(_event("resumé: 'Kom og syng"), 4, 9, reading.OPEN_QUOTE),
    Broken(_event("resumé: “Kom: syng”, sagde hun: kom"), 4, 13, reading.COLON),
    Broken(_event("resumé: &sang"), 4, 9, reading.ANCHOR),
    Broken(_event("resumé: *sang"), 4, 9, reading.ANCHOR),
    Broken(_event("resumé: *sang* og dans"), 4, 9, reading.ANCHOR),
    Broken(_event("resumé: Kom\u2066 og syng"), 4, 12, reading.HIDDEN_LETTER),
    Broken(_event("resumé: Kom\u202e og syng"), 4, 12, reading.HIDDEN_LETTER),
    Broken(_event(body="Hej\n\nmed\ue000 klokke"), 7, 4, reading.HIDDEN_LETTER),
    Broken(_event(body="Hej\n\nmed 010170-1234 i"), 7, 5, reading.PERSON_NUMBER),
    Broken(_event('resumé: "a\\u202eb"'), 4, 9, reading.HIDDEN_LETTER),
    Broken(_event("pris: " + "[" * 14 + "]" * 14), 4, 19, reading.TOO_DEEP),
    Broken(_event("{pris: gratis}: ja"), 4, 1, reading.FIELD_NAME),
    Broken(_event("Titel: Fest igen"), 4, 1, reading.TWICE),
    Broken(_event("resume: a", "resumé: b"), 5, 1, reading.TWICE),
    Broken(_event("sted:", "  navn: a", "  navn: b"), 6, 3, reading.TWICE),
    Broken("---\ntitel: " + "a" * 81 + "\nstart: 2026-05-01\n---\n", 2, 8, fields.TOO_LONG),
    Broken(_event("resumé: " + "a" * 201), 4, 9, fields.TOO_LONG),
    Broken(_event("sted: Den gamle lade"), 4, 7, values.PLACE),
    Broken(_event("sted: laden"), 4, 7, values.PLACE),
    Broken(_event("ændringer: [{dato: 2026-05-01, sted: laden}]"), 4, 38, values.PLACE),
    Broken(_event("tilmelding: på dagen"), 4, 13, values.BOOKING),
    Broken(_event("billede: images/havn.jpg"), 4, 10, fields.FIELDS_WANTED),
    Broken(_event("billede: {fil: havn.jpg, beskrivelse: Havn, foto: A}"), 4, 16, files.PICTURE_PATH),
    Broken(_event("billede: {fil: Billeder/havn.jpg, beskrivelse: Havn, foto: A}"), 4, 16, files.PICTURE_PATH),
    Broken(_event("billede: {fil: images/havn.jpg, beskrivelse: Havn, foto: A}"), 4, 16, files.PICTURE_MISSING),
    Broken(_event("billede: {fil: images/havn.jpg, foto: A}"), 4, 10, files.PICTURE_TEXT),
    Broken(_event("dokumenter: [{titel: A, fil: a.pdf}]"), 4, 30, files.DOCUMENT_PATH),
    Broken(_event("dokumenter: [{titel: A, fil: documents/a.pdf}]"), 4, 30, files.DOCUMENT_MISSING),
    *(
        Broken(f"---\ntitel: Fest\nstart: {written}\n---\n", 3, 8, kind)
        for written, kind in (
            ("31. februar 2026", dates.NO_SUCH_DAY),
            ("2026-02-30 kl. 10", dates.NO_SUCH_DAY),
            ("29. februar 2027", dates.NO_SUCH_DAY),
            ("2026-13-01", dates.NO_SUCH_DAY),
            ("1. mja 2026", dates.NO_SUCH_DAY),
            ("i morgen", dates.DAY),
            ("1. maj", dates.YEAR),
            ("1/5", dates.YEAR),
            ("26-05-01", dates.YEAR),
            ("maj 2026", dates.DAY),
            ("1. maj 20", dates.DAY),
            ("søndag den 1. maj 2026", dates.WEEKDAY),
            ("1. maj 3026", dates.FAR_AWAY),
            ("2026-05-01 kl. 25", dates.CLOCK),
            ("2026-05-01 kl. 10.60", dates.CLOCK),
            ("2026-05-01 kl. 21.30-19.00", dates.TWO_MOMENTS),
            ("2026-05-01 kl. ti", dates.CLOCK),
            ("2026-03-29 kl. 2.15", dates.SKIPPED_HOUR),
            ("[2026-05-01]", fields.TEXT_WANTED),
        )
    ),
    Broken(_event("slut: 9.00"), 4, 7, dates.END_FIRST),
    Broken(_event("slut: 2026-04-30"), 4, 7, dates.END_FIRST),
    Broken(_event("slut: 3. maj 2027"), 4, 7, dates.FAR_AWAY),
    Broken(_event(f"slut: '2. maj 2026{' og 3.' * 5_000}'"), 4, 7, fields.TOO_LONG),
    Broken(_event("sted:", "  navn: Havnen", f"  koordinater: '56.9{'0' * 20_001}'"), 6, 16, fields.TOO_LONG),
    Broken("---\ntitel: Fest\nstart: 2026-05-01\nslut: 17.00\n---\n", 4, 7, dates.HALF_CLOCK),
    Broken(_event("gentag: hver uge"), 4, 9, dates.NO_UNTIL),
    Broken(_event("gentag til: 2026-06-01"), 4, 13, dates.NO_REPETITION),
    Broken(_event("gentag: hver uge", "gentag til: 2026-04-01"), 5, 13, dates.UNTIL_FIRST),
    Broken(_event("gentag: hver mandag", "gentag til: 2026-06-01"), 3, 8, dates.START_OFF_BEAT),
    Broken(_event("gentag: hver dag", "gentag til: 2036-06-01"), 5, 13, dates.TOO_MANY),
    Broken(_event("undtagen: 2026-05-02"), 4, 11, dates.NOT_A_DATE_OF_IT),
    Broken(_event("flere datoer: 2026-05-08", "undtagen:", "  - 2026-05-08", "  - 2026-05-09"), 7, 5, dates.NOT_A_DATE_OF_IT),
    Broken(_event("undtagen: 2026-05-01"), 4, 11, dates.ALL_LEFT_OUT),
    Broken(_event("ændringer:", "  - dato: 2026-05-02", "    status: aflyst"), 5, 11, dates.NOT_A_DATE_OF_IT),
    Broken(_event("ændringer: [{dato: 2026-05-01}, {dato: 2026-05-01}]"), 4, 40, dates.CHANGED_TWICE),
    Broken(_event("status: flyttet"), 4, 9, dates.MOVED_FROM_WHERE),
    Broken(_event("status: flyttet", "før: 2026-05-01 kl. 10.00"), 5, 6, dates.MOVED_TO_WHERE),
    Broken(_event("status: flyttet online"), 4, 9, dates.MOVED_TO_WHERE),
    Broken(_event("ændringer:", "  - {dato: 2026-05-01, status: flyttet}"), 5, 32, dates.MOVED_TO_WHERE),
    Broken(_event("tilmelding:", "  frist: 2026-04-24"), 5, 3, values.NO_WAY_TO_BOOK),
    Broken(_event("program: {punkter: [{kl: 20.00, slut: 19.30, titel: Sang}]}"), 4, 39, dates.END_FIRST),
    Broken(_event("flere datoer: 2026-05-08", "før: 2026-04-01"), 5, 6, dates.MOVE_IN_A_SERIES),
    Broken(_event("tilmelding:", "  mail: kontakt@example.org", "  frist: 2026-05-02"), 6, 10, dates.DEADLINE_LATE),
    Broken(
        _event("program:", "  punkter:", "    - kl: 10", "      titel: Tale", "      dag: 2026-05-03"),
        8,
        12,
        dates.NOT_A_DATE_OF_IT,
    ),
    Broken(_event("partnere:", "  - Skolen", "  - [Kirken]"), 6, 5, fields.TEXT_WANTED),
    Broken(_event("links:", "  - titel: Vores side"), 5, 5, fields.MISSING),
    Broken(_event("program:", "  punkter:", "    - titel: Tale"), 6, 7, fields.MISSING),
    Broken(AREA + "steder:\n  Den gamle lade:\n    navn: Laden\n", 6, 3, fields.KEY, ".yml"),
    Broken(AREA + "steder:\n  laden:\n    adresse: Vejen 1\n", 7, 5, fields.MISSING, ".yml"),
    Broken(AREA + "kerneelementer: [udvikling, forankr]\n", 5, 29, fields.CHOICE, ".yml"),
    Broken(AREA + "trin:\n  - trin: dialog\n    dato: i foråret\n", 7, 11, dates.PERIOD, ".yml"),
    Broken(AREA + "trin:\n  - trin: dialog\n    dato: 2025-06..2025-05\n", 7, 11, dates.PERIOD, ".yml"),
    Broken(AREA.replace("offentlig", "offentligt"), 2, 9, fields.CHOICE, ".yml"),
    Broken(AREA.replace("Thisted", "Skagen"), 3, 10, fields.CHOICE, ".yml"),
    Broken(AREA.replace("kommune: Thisted\n", ""), 1, 1, fields.MISSING, ".yml"),
    Broken(_event(body="Se [x](/nej/)."), 5, 8, text.DEAD_LINK),
    Broken(_event(body="Hej\n\nSe [x](www.example.org)."), 7, 8, text.BAD_LINK),
    Broken(_event(body="Se [x](javascript:alert(1))."), 5, 8, text.BAD_LINK),
    Broken(_event(body="[](https://example.org)"), 5, 1, text.EMPTY_LINK),
    Broken(_event(body="Hej\n![Havn](images/havn.jpg)"), 6, 1, text.PICTURE_IN_TEXT),
    Broken(_event(body="Hej <button>du</button>"), 5, 5, text.HTML),
    Broken(_event(body="Hej <em onclick=x>du</em>"), 5, 9, text.HTML),
    Broken(_event(body="Hej\n\n##\n"), 7, 1, text.EMPTY_HEADING),
)
