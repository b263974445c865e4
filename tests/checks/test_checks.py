"""Facts that span fields or files: for each a tree in which it holds, and one in which it does not, and is reported where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import paths
from generator.checks import CHECKS, Check, areas, bounds, counted, dates, files, former, languages, misplaced, results, texts
from generator.content.load import load
from generator.reading import settings
from tests.languages import FRONT, language
from tests.pictures import picture
from tests.trees import AREA, PROGRAMME, event, programme

FILE = "areas/nordby/area.yml"
FEST = "areas/nordby/events/fest.md"
STORY = "areas/nordby/historier/koret.md"
PLACES = AREA + "steder:\n  havnen: {navn: Havnen}\n"
PDF = b"%PDF-1.7\n"
PICTURE = "billede: {fil: images/havn.jpg, beskrivelse: Havnen, foto: Anna}"
IDEA = "---\ntitel: Idé\nkerneelement: udvikling\nområde: nordby\n---\n"
WEEKLY = ("gentag: hver uge", "gentag til: 2026-05-29")
ROUND = {
    "content/runder/2027/round.yml": "periode: 2027-03..2027-12\nområder: 1\nbeløb: 60.000 kr.\n",
    "content/runder/2027/timeline.yml": "trin: [{nøgle: fest, titel: Fest, periode: 2027-12}]\n",
}
TRANSLATED = {"content/index.md": "Forside\n", "content/det-sker.md": "Det sker\n", **language("en")}
LED_TO = {settings.FILE: "", **dict.fromkeys(paths.LED_TO, "---\ntitle: Side\n---\nHej.\n")}
OutputWriter = Mapping[str, str | bytes]


@dataclass(frozen=True)
class Case:
    """A check with a tree in which it holds and one in which it does not; both stand on top of an area with nothing in it."""

    check: Check
    good: OutputWriter
    bad: OutputWriter
    said: tuple[str, ...]


def area(*lines: str) -> OutputWriter:
    """An area with these lines from line 5 on."""
    return {FILE: AREA + "\n".join([*lines, ""])}


def fest(*lines: str, start: str = "2026-05-01 kl. 10.00") -> OutputWriter:
    """An event on a Friday with these lines from line 4 on, in an area that has a place."""
    return {FILE: PLACES, FEST: event(*lines).replace("2026-05-01 kl. 10.00", start)}


def of_event(check: Check, good: OutputWriter, bad: OutputWriter, *said: str) -> Case:
    return Case(check, good, bad, tuple(f"{FEST}:{line}" for line in said))


def daily(count: int) -> OutputWriter:
    """So many events of 400 dates each."""
    every = event("gentag: hver dag", "gentag til: 2027-06-04")
    return {f"areas/nordby/events/fest-{number}.md": every.replace("Fest", f"Fest {number}") for number in range(count)}


def long_ones(count: int) -> OutputWriter:
    """So many dates, each of which begins in May or June at an hour of its own and ends in June."""
    starts = [f"2026-{5 + number % 2:02}-{1 + number // 2 % 28:02} kl. {number // 56}.00" for number in range(count)]
    ended = event("slut: 2026-06-30 kl. 23.00")
    return {
        f"areas/nordby/events/fest-{number}.md": ended.replace("Fest", f"Fest {number}").replace("2026-05-01 kl. 10.00", start)
        for number, start in enumerate(starts)
    }


def document(content: bytes) -> OutputWriter:
    return {**fest("dokumenter: [{titel: Program, fil: documents/program.pdf}]"), "areas/nordby/documents/program.pdf": content}


CASES = {
    "the core element of an area": Case(
        areas.core_elements_exist,
        area("kerneelementer: [udvikling, forankring]"),
        area("kerneelementer: [udvikling, forankr]"),
        (f"{FILE}:5:29: kerneelementer[2]: «forankr» kendes ikke. Mente du «forankring»? Skriv udvikling eller forankring.",),
    ),
    "the core element of an idea": Case(
        areas.core_elements_exist,
        {"content/ideas/a.md": IDEA},
        {"content/ideas/a.md": IDEA.replace("udvikling", "musik")},
        ("content/ideas/a.md:3:15: kerneelement: «musik» kendes ikke. Skriv udvikling eller forankring.",),
    ),
    "a step": Case(
        areas.steps_exist,
        area("trin:", "  - {trin: kick-off, dato: 2025-06}"),
        area("trin:", "  - trin: dialog", "  - trin: kickof"),
        (f"{FILE}:7:11: trin[2].trin: «kickof» kendes ikke. Mente du «kick-off»? Skriv dialog eller kick-off.",),
    ),
    "the area of an idea": Case(
        areas.ideas_have_their_area,
        {"content/ideas/a.md": IDEA},
        {"content/ideas/a.md": IDEA.replace("nordby", "norby")},
        ("content/ideas/a.md:4:9: område: «norby» kendes ikke. Mente du «nordby»? Skriv nordby.",),
    ),
    "how many areas": Case(
        areas.areas_are_as_many_as_agreed,
        {"content/programme.yml": PROGRAMME.replace("11", "2"), "areas/sydby/area.yml": AREA.replace("Nordby", "Sydby")},
        {"content/programme.yml": PROGRAMME.replace("11", "1"), "areas/sydby/area.yml": AREA.replace("Nordby", "Sydby")},
        tuple(
            f"areas/{slug}/area.yml:1:7: navn: Der er flere end programmets 1 lokalområder. "
            "Slet et eksempels mappe, eller spørg programmet."
            for slug in ("nordby", "sydby")
        ),
    ),
    "two areas of one name": Case(
        areas.areas_are_as_many_as_agreed,
        {"areas/sydby/area.yml": AREA.replace("Nordby", "Nordby Hede")},
        {"areas/sydby/area.yml": AREA.replace("Nordby", "NORDBY")},
        (
            f"{FILE}:1:7: navn: «Nordby» er også navnet i areas/sydby/area.yml. Skriv et andet navn i en af dem.",
            f"areas/sydby/area.yml:1:7: navn: «NORDBY» er også navnet i {FILE}. Skriv et andet navn i en af dem.",
        ),
    ),
    "a place": of_event(
        files.places_exist,
        fest("sted: havnen"),
        fest("sted: havn"),
        "4:7: sted: Stedet «havn» kendes ikke. Mente du «havnen»? I area.yml står havnen. "
        "Et andet sted skrives ud med sted: og navn: under.",
    ),
    "the place of one date": of_event(
        files.places_exist,
        fest("ændringer: [{dato: 2026-05-01, sted: havnen}]"),
        fest("ændringer:", "  - dato: 2026-05-01", "    sted: skolen"),
        "6:11: ændringer[1].sted: Stedet «skolen» kendes ikke. I area.yml står havnen. "
        "Et andet sted skrives ud med sted: og navn: under.",
    ),
    "a year far away": of_event(
        dates.years_are_of_our_time,
        fest("flere datoer: 2. maj 2027"),
        fest("flere datoer: 2. maj 2062"),
        "4:15: flere datoer: 2. maj 2062 er mange år fra nu. Er årstallet rigtigt? Ret det.",
    ),
    "the year of a story": Case(
        dates.years_are_of_our_time,
        {STORY: "---\ntitel: Koret\ndato: 2026-06-01\n---\nDet begyndte.\n"},
        {STORY: "---\ntitel: Koret\ndato: 2062-06-01\n---\nDet begyndte.\n"},
        (f"{STORY}:3:7: dato: 1. juni 2062 er mange år fra nu. Er årstallet rigtigt? Ret det.",),
    ),
    "a repetition without an end": of_event(
        dates.repetitions_are_bounded,
        fest(*WEEKLY),
        fest("gentag: hver uge"),
        "4:9: gentag: Skriv også, hvor længe det gentages, for eksempel gentag til: 2026-07-24.",
    ),
    "a repetition that ends before it begins": of_event(
        dates.repetitions_are_bounded,
        fest("gentag: hver uge", "gentag til: 2026-05-01"),
        fest("gentag: hver uge", "gentag til: 2026-04-30"),
        "5:13: gentag til: Datoen ligger før start, fredag den 1. maj 2026. Skriv den sidste dag, det kan være.",
    ),
    "a repetition that begins on another day": of_event(
        dates.repetitions_are_bounded,
        fest("gentag: hver fredag", "gentag til: 2026-05-29"),
        fest("gentag: hver tirsdag", "gentag til: 2026-05-29"),
        "3:8: start: Start er fredag den 1. maj 2026, men det gentages hver tirsdag. "
        "Skriv den første, der passer: tirsdag den 5. maj 2026.",
    ),
    "a repetition without a day": of_event(
        dates.repetitions_are_bounded,
        fest("gentag: 1. fredag i måneden", "gentag til: 2026-05-02"),
        fest("gentag: 2. fredag i måneden", "gentag til: 2026-05-02"),
        "3:8: start: Start er fredag den 1. maj 2026, men det gentages anden fredag i måneden. Ret start eller gentag.",
    ),
    "a repetition of too many dates": of_event(
        dates.repetitions_are_bounded,
        fest("gentag: hver dag", "gentag til: 2027-06-04"),
        fest("gentag: hver dag", "gentag til: 2027-06-05"),
        "5:13: gentag til: Det bliver mere end 400 datoer. Skriv en tidligere dag.",
    ),
    "a changed date that is longer than a year": of_event(
        dates.changed_dates_make_sense,
        fest("slut: 12.00", "ændringer: [{dato: 2026-05-01, ny slut: 2027-05-02 kl. 9.00}]"),
        fest("slut: 12.00", "ændringer: [{dato: 2026-05-01, ny slut: 2126-05-02 kl. 9.00}]"),
        "5:41: ændringer[1].ny slut: Slut er mere end et år efter start. Er årstallet rigtigt? Ret den af dem, der er forkert.",
    ),
    "an area of too many dates": Case(
        bounds.areas_have_a_sensible_number_of_dates,
        daily(12),
        daily(13),
        (
            f"{FILE}:1:7: navn: Områdets arrangementer har 5200 datoer i alt. Der kan højst være 5000. "
            "Skriv en tidligere dag ved gentag til, eller slet gamle arrangementer.",
        ),
    ),
    "an area of too many dates in one month": Case(
        bounds.areas_have_a_sensible_number_of_dates,
        long_ones(500),
        long_ones(501),
        (
            f"{FILE}:1:7: navn: Området har mere end 500 datoer i juni 2026. "
            "Ret årstal og dage, eller saml det, der sker samme sted, i ét arrangement med program.",
        ),
    ),
    "a left-out day that is none": of_event(
        dates.changed_days_are_the_events_own,
        fest(*WEEKLY, "undtagen: [2026-05-08, 2026-05-15]"),
        fest(*WEEKLY, "undtagen: [2026-05-08, 2026-05-14]"),
        "6:24: undtagen[2]: Arrangementet er ikke den 14. maj 2026. "
        "Skriv en af datoerne. De første er 1. maj 2026, 15. maj 2026 og 22. maj 2026.",
    ),
    "a changed day that is none": of_event(
        dates.changed_days_are_the_events_own,
        fest("flere datoer: 2026-05-08", "ændringer: [{dato: 2026-05-08, status: aflyst}]"),
        fest("flere datoer: 2026-05-08", "ændringer: [{dato: 2026-05-09, status: aflyst}]"),
        "5:20: ændringer[1].dato: Arrangementet er ikke den 9. maj 2026. Skriv en af datoerne: 1. maj 2026 og 8. maj 2026.",
    ),
    "all days left out": of_event(
        dates.changed_days_are_the_events_own,
        fest("flere datoer: 2026-05-08", "undtagen: 2026-05-01"),
        fest("flere datoer: 2026-05-08", "undtagen: [2026-05-01, 2026-05-08]"),
        "5:11: undtagen: Alle datoer er undtaget. Er det hele aflyst, så skriv status: aflyst.",
    ),
    "a day changed twice": of_event(
        dates.changed_days_are_the_events_own,
        fest(*WEEKLY, "ændringer:", "  - {dato: 2026-05-08, status: udsolgt}", "  - {dato: 2026-05-15, tekst: Tag kaffe med.}"),
        fest(*WEEKLY, "ændringer:", "  - {dato: 2026-05-08, status: udsolgt}", "  - {dato: 2026-05-08, tekst: Tag kaffe med.}"),
        "8:12: ændringer[2].dato: Den 8. maj 2026 står to gange. Skriv det hele under én dato.",
    ),
    "a date that ends before it begins": of_event(
        dates.changed_dates_make_sense,
        fest("ændringer: [{dato: 2026-05-01, ny slut: 2026-05-01 kl. 11.00}]"),
        fest("ændringer: [{dato: 2026-05-01, ny slut: 2026-05-01 kl. 9.00}]"),
        "4:41: ændringer[1].ny slut: Slut ligger før start, fredag den 1. maj 2026. Ret den nye slut eller den nye start.",
    ),
    "an hour at one end only": of_event(
        dates.changed_dates_make_sense,
        fest("ændringer: [{dato: 2026-05-01, ny slut: 2026-05-03}]", start="2026-05-01"),
        fest("ændringer: [{dato: 2026-05-01, ny slut: 2026-05-01 kl. 9.00}]", start="2026-05-01"),
        "4:41: ændringer[1].ny slut: Kun den ene af start og slut har et klokkeslæt. Skriv klokkeslæt på begge.",
    ),
    "a date moved onto another": of_event(
        dates.changed_dates_make_sense,
        fest(*WEEKLY, "ændringer: [{dato: 2026-05-08, ny start: 2026-05-16}]"),
        fest(*WEEKLY, "ændringer: [{dato: 2026-05-08, ny start: 2026-05-15}]"),
        "6:42: ændringer[1].ny start: Den nye dato er allerede en af arrangementets andre datoer. Skriv en anden.",
    ),
    "an hour that is skipped": of_event(
        dates.hours_exist,
        fest("gentag: hver uge", "gentag til: 2026-03-28", start="2026-03-21 kl. 2.30"),
        fest("gentag: hver uge", "gentag til: 2026-03-29", start="2026-03-22 kl. 2.30"),
        "3:8: start: 29. marts 2026 findes klokkeslættet ikke: uret stilles frem fra kl. 2.00 til 3.00. Vælg et andet klokkeslæt.",
    ),
    "a month that has no such day": of_event(
        dates.repetitions_leave_nothing_out,
        fest("gentag: sidste dag i måneden", "gentag til: 2026-08-31", start="2026-05-31"),
        fest("gentag: hver måned", "gentag til: 2026-09-30", start="2026-05-31"),
        "4:9: gentag: Det springer juni 2026 og september 2026 over, som ikke har en 31. dag. "
        "Skriv gentag: sidste dag i måneden, eller skriv datoerne ved flere datoer i stedet for gentag.",
    ),
    "many months that have no such weekday": of_event(
        dates.repetitions_leave_nothing_out,
        fest("gentag: første og sidste fredag i måneden", "gentag til: 2027-08-31"),
        fest("gentag: første og femte fredag i måneden", "gentag til: 2026-12-31"),
        "4:9: gentag: Det springer juni 2026, august 2026, september 2026 og flere måneder over, som ikke har en femte fredag. "
        "Skriv gentag: første og sidste fredag i måneden, eller skriv datoerne ved flere datoer i stedet for gentag.",
    ),
    "a Sunday before its Saturday": of_event(
        dates.weekends_are_whole,
        fest("gentag: første lørdag og søndag i måneden", "gentag til: 2026-10-31", start="2026-09-05"),
        fest("gentag: første lørdag og søndag i måneden", "gentag til: 2026-11-30", start="2026-09-05"),
        "4:9: gentag: I november 2026 er lørdag og søndag ikke lige efter hinanden. "
        "Skriv datoerne ved flere datoer i stedet for gentag.",
    ),
    "a year without a 29 February": of_event(
        dates.repetitions_leave_nothing_out,
        fest("gentag: hvert fjerde år", "gentag til: 2033-01-01", start="2028-02-29"),
        fest("gentag: hvert år", "gentag til: 2030-01-01", start="2028-02-29"),
        "4:9: gentag: Det springer februar 2029 over, som ikke har en 29. dag. "
        "Vælg en anden dag, eller skriv datoerne ved flere datoer i stedet for gentag.",
    ),
    "a day that is left out and changed": of_event(
        dates.changed_days_are_the_events_own,
        fest(*WEEKLY, "undtagen: 2026-05-08", "ændringer: [{dato: 2026-05-15, status: aflyst}]"),
        fest(*WEEKLY, "undtagen: 2026-05-08", "ændringer: [{dato: 2026-05-08, status: aflyst}]"),
        "7:20: ændringer[1].dato: Den 8. maj 2026 er også sprunget over ved undtagen. "
        "Slet den dér, hvis gæsterne skal se ændringen. Slet ellers ændringen.",
    ),
    "moved, but not from where": of_event(
        dates.moves_say_from_and_to_where,
        fest("status: flyttet", "før sted: Skolen"),
        fest("status: flyttet"),
        "4:9: status: Flyttet, men hvorfra? Skriv også den gamle dato (før: 2026-05-01 kl. 19.00) "
        "eller det gamle sted (før sted: …).",
    ),
    "a series that was moved": of_event(
        dates.moves_say_from_and_to_where,
        fest("før: 2026-04-30"),
        fest("flere datoer: 2026-05-08", "før: 2026-04-30"),
        "5:6: før: Når der er flere datoer, skrives den flyttede under ændringer. Slet før.",
    ),
    "a sign-up with no way to it": of_event(
        dates.booking_says_how,
        fest("tilmelding:", "  frist: 2026-05-01", "  tekst: Sig det i døren."),
        fest("tilmelding:", "  frist: 2026-05-01"),
        "5:3: tilmelding: Hvordan tilmelder man sig? Skriv også link, mail, telefon eller tekst.",
    ),
    "a deadline after the start": of_event(
        dates.booking_closes_before_the_start,
        fest("tilmelding:", "  mail: kontakt@example.org", "  frist: 2026-05-01"),
        fest("tilmelding:", "  mail: kontakt@example.org", "  frist: 2026-05-02"),
        "6:10: tilmelding.frist: Fristen ligger efter arrangementet. Skriv en dag, der senest er fredag den 1. maj 2026.",
    ),
    "a point on another day": of_event(
        dates.points_fall_within_the_event,
        fest("slut: 2026-05-02", "program:", "  punkter:", "    - {kl: 10, titel: Tale, dag: 2026-05-02}"),
        fest("slut: 2026-05-02", "program:", "  punkter:", "    - {kl: 10, titel: Tale, dag: 2026-05-03}"),
        "7:34: program.punkter[1].dag: Arrangementet er ikke den 3. maj 2026. Skriv en dag fra 1. maj 2026 til 2. maj 2026.",
    ),
    "how a date went that the event does not have": of_event(
        results.reports_are_of_the_events_dates,
        fest(*WEEKLY, "efter: [{dato: 2026-05-08, antal: 4}]"),
        fest(*WEEKLY, "efter: [{dato: 2026-05-08, antal: 4}, {dato: 2026-05-09, antal: 5}]"),
        "6:46: efter[2].dato: Arrangementet er ikke den 9. maj 2026. Skriv en af datoerne: 1. maj 2026, 8. maj 2026 og 15. maj "
        "2026 ….",
    ),
    "how one date went, twice": of_event(
        results.reports_are_of_the_events_dates,
        fest(*WEEKLY, "efter: [{tekst: Godt.}, {dato: 2026-05-08, antal: 4}]"),
        fest(*WEEKLY, "efter: {dato: 2026-05-08, antal: 4}", "ændringer: [{dato: 8. maj 2026, efter: 5}]"),
        "7:40: ændringer[1].efter: Der står to gange, hvordan det gik den 8. maj 2026. Behold det ene.",
    ),
    "how many came in all, and to one date": of_event(
        results.reports_are_of_the_events_dates,
        fest(*WEEKLY, "efter: [{hjælpere: 9}, {dato: 2026-05-08, antal: 4}]"),
        fest(*WEEKLY, "efter: [{antal: 9}, {dato: 2026-05-08, antal: 4}]"),
        "6:47: efter[2].antal: Der står antal både for denne dato og for alle datoer under ét. Behold det ene.",
    ),
    "how many came to what is cancelled": of_event(
        results.reports_are_of_the_events_dates,
        fest("status: aflyst", "efter: {tekst: Vi sås i stedet hos Ida.}"),
        fest("status: aflyst", "efter: {antal: 4}"),
        "5:16: efter[1].antal: Der står, hvor mange der kom, men det er aflyst eller udsat. Ret status, eller slet antal.",
    ),
    "who cooperates": Case(
        results.cooperations_are_between_partners,
        area("partnere: [{navn: Skolen, sektor: skole}]", "samarbejder: [{partnere: [skolen, Nordby]}]"),
        area("partnere: [{navn: Skolen, sektor: skole}]", "samarbejder: [{partnere: [Skolan, Nordby]}]"),
        (f"{FILE}:6:27: samarbejder[1].partnere[1]: «Skolan» er ikke en af jeres partnere. Mente du «Skolen»?",),
    ),
    "an example of a core element": Case(
        results.examples_are_of_core_elements,
        area("praksis: [{kerneelement: udvikling, tekst: Koret}]"),
        area("praksis: [{kerneelement: udvikling, tekst: Koret}, {kerneelement: udvikling, tekst: Festen}]"),
        (f"{FILE}:5:67: praksis[2].kerneelement: «udvikling» har allerede et eksempel. Skriv de to sammen, eller slet det ene.",),
    ),
    "what a story is about": Case(
        results.stories_belong_to_what_is_there,
        {**fest(), STORY: "---\ntitel: Koret\ndato: 2026-06-01\narrangement: fest\nmål: Lokale mål\n---\n"},
        {**fest(), STORY: "---\ntitel: Koret\ndato: 2026-06-01\narrangement: fset\nmål: Fred\n---\n"},
        (
            f"{STORY}:4:14: arrangement: Arrangementet «fset» kendes ikke. Mente du «fest»?",
            f"{STORY}:5:6: mål: Målet «Fred» kendes ikke. Skriv det, som det står ved mål.",
        ),
    ),
    "a document that is missing": of_event(
        files.documents_can_be_fetched,
        document(PDF),
        fest("dokumenter: [{titel: Program, fil: documents/program.pdf}]"),
        "4:36: dokumenter[1].fil: «documents/program.pdf» findes ikke. Læg filen i areas/nordby/documents.",
    ),
    "a document that is something else": of_event(
        files.documents_can_be_fetched,
        document(PDF),
        document(b"<html>"),
        "4:36: dokumenter[1].fil: Filen er ikke en pdf. Gem den som pdf, og læg den op igen.",
    ),
    "a document that is too large": of_event(
        files.documents_can_be_fetched,
        document(PDF.ljust(10_000_000)),
        document(PDF.ljust(10_000_001)),
        "4:36: dokumenter[1].fil: Filen fylder for meget: højst 10 MB. Gem den med mindre billeder i.",
    ),
    "a picture that is missing": of_event(
        files.pictures_can_be_shown,
        {**fest(PICTURE), "areas/nordby/images/havn.jpg": picture()},
        fest(PICTURE),
        "4:16: billede.fil: «images/havn.jpg» findes ikke. Læg filen i areas/nordby/images.",
    ),
    "a picture of an area": Case(
        files.pictures_can_be_shown,
        {**area(PICTURE), "areas/nordby/images/havn.jpg": picture()},
        {**area(PICTURE), "areas/nordby/images/havn.jpg": picture(kind="PNG")},
        (f"{FILE}:5:16: billede.fil: Filen er et PNG-billede, men navnet ender på .jpg. Kald den havn.png.",),
    ),
    "one of several pictures": Case(
        files.pictures_can_be_shown,
        {**area("billeder:", "  - {fil: images/a.jpg, dekorativ: ja, foto: Anna}"), "areas/nordby/images/a.jpg": picture()},
        area("billeder:", "  - {fil: images/a.jpg, dekorativ: ja, foto: Anna}"),
        (f"{FILE}:6:11: billeder[1].fil: «images/a.jpg» findes ikke. Læg filen i areas/nordby/images.",),
    ),
    "fields in a text": of_event(
        texts.fields_stand_above_the_text,
        {FEST: event("status: aflyst")},
        {FEST: event(text="\nstatus: aflyst\n---\nKom.\n")},
        "6:1: Her står felter i teksten. Flyt dem op over linjen med «---», eller slet den linje, der deler felterne.",
    ),
    "a state below the text": of_event(
        texts.fields_stand_above_the_text,
        {FEST: event(text="Kom.\n\nStatus: aflyst sidste år.\n")},
        {FEST: event(text="Kom.\n\nstatus: aflyst\n")},
        "7:1: Her står felter i teksten. Flyt dem op over linjen med «---», eller slet den linje, der deler felterne.",
    ),
    "a state behind a hash": of_event(
        misplaced.states_are_not_commented_out,
        {FEST: event("status:  # aflyst, udsat eller flyttet")},
        {FEST: event("status:  # aflyst på grund af vind")},
        "4:1: status: Det, der står efter #, er ikke med, så arrangementet står som planlagt. Skriv status: aflyst.",
    ),
    "a placeholder": Case(
        areas.nothing_is_left_to_write,
        {"areas/nordby/area.yml": AREA.replace("offentlig", "kladde").replace("En by mod nord.", "(skriv her)")},
        {"areas/nordby/area.yml": AREA.replace("En by mod nord.", "(skriv her)")},
        ("areas/nordby/area.yml:4:9: resumé: Her mangler en tekst. Skriv området i én linje.",),
    ),
    "what is left to write in a text": Case(
        areas.nothing_is_left_to_write,
        {FEST: event(text="Se [skriv her](https://example.org).\n")},
        {
            STORY: "---\ntitel: (skriv her)\ndato: 2026-06-01\n---\n[Indsæt tekst]\n",
        },
        (
            f"{STORY}:2:8: titel: Her står stadig «(skriv her)». Skriv det, der skal stå, eller slet det.",
            f"{STORY}:5:1: Her står stadig «[Indsæt tekst]». Skriv det, der skal stå, eller slet det.",
        ),
    ),
    "what is left to write in an area's text": Case(
        areas.nothing_is_left_to_write,
        {"areas/nordby/index.md": "Hej\n\nVi skriver her.\n"},
        {"areas/nordby/index.md": "Hej\n\nLorem ipsum dolor\n"},
        ("areas/nordby/index.md:3:1: Her står stadig «Lorem ipsum». Skriv det, der skal stå, eller slet det.",),
    ),
    "a round": Case(
        areas.rounds_exist,
        {**ROUND, **area("runder:", "  - runde: 2027", "    periode: 2027-04..2027-12", "  - 2025-2026")},
        {**ROUND, **area("runder: 2028")},
        (f"{FILE}:5:9: runder[1].runde: «2028» kendes ikke. Mente du «2027»? Skriv 2025-2026 eller 2027.",),
    ),
    "a round twice": Case(
        areas.rounds_exist,
        {**ROUND, **area("runder: [2025-2026, 2027]")},
        {**ROUND, **area("runder: [2027, 2027]")},
        (f"{FILE}:5:16: runder[2].runde: «2027» står der to gange. Slet den ene.",),
    ),
    "a part of a round": Case(
        areas.rounds_exist,
        {**ROUND, **area("runder: [{runde: 2027, periode: 2027-12}]")},
        {**ROUND, **area("runder: [{runde: 2027, periode: 2026-12}]")},
        (f"{FILE}:5:33: runder[1].periode: Runden 2027 løber fra marts 2027 til december 2027. Skriv den del af den, I er med i.",),
    ),
    "a step of another round": Case(
        areas.steps_exist,
        {**ROUND, **area("runder: 2027", "trin: [{trin: fest}]")},
        {**ROUND, **area("trin: [{trin: fest}]")},
        (f"{FILE}:5:15: trin[1].trin: «fest» kendes ikke. Skriv dialog eller kick-off.",),
    ),
    "as many as a round has": Case(
        areas.areas_are_as_many_as_agreed,
        {**ROUND, "areas/sydby/area.yml": AREA.replace("Nordby", "Sydby"), **area("runder: 2027")},
        {**ROUND, "areas/sydby/area.yml": AREA.replace("Nordby", "Sydby") + "runder: 2027\n", **area("runder: 2027")},
        (
            "areas/nordby/area.yml:1:7: navn: Der er flere end de 1 lokalområder i runden 2027. "
            "Slet et eksempels mappe, eller spørg programmet.",
            "areas/sydby/area.yml:1:7: navn: Der er flere end de 1 lokalområder i runden 2027. "
            "Slet et eksempels mappe, eller spørg programmet.",
        ),
    ),
    "the area of owners": Case(
        areas.owners_and_sources_have_their_area,
        {"content/owners.yml": "områder: {nordby: anna-hansen}\n"},
        {"content/owners.yml": "områder: {norby: anna-hansen}\n"},
        ("content/owners.yml:1:18: områder.norby: «norby» kendes ikke. Mente du «nordby»? Skriv nordby.",),
    ),
    "the area of sources": Case(
        areas.owners_and_sources_have_their_area,
        {"content/sources.yml": "områder: {nordby: https://example.org/kalender.ics}\n"},
        {"content/sources.yml": "områder: {norby: https://example.org/kalender.ics}\n"},
        ("content/sources.yml:1:18: områder.norby: «norby» kendes ikke. Mente du «nordby»? Skriv nordby.",),
    ),
    "a named value": Case(
        counted.named_values_are_known,
        {"content/om.md": "Alle {{ antal_trin }} trin.\n"},
        {"content/om.md": "Alle {{ antal_trn }} trin.\n"},
        ("content/om.md:1:6: «antal_trn» er ikke et navn, vi kender. Mente du «antal_trin»?",),
    ),
    "a page of content/ where the site has one": Case(
        former.pages_have_an_address_of_their_own,
        {"content/ugens-mad.md": "---\ntitle: Mad\n---\nHej.\n"},
        {"content/uge.md": "---\ntitle: Mad\n---\nHej.\n"},
        ("content/uge.md:1:1: Adressen /uge/ er optaget: Siden laver selv en side dér. Giv filen et andet navn.",),
    ),
    "a former address": Case(
        former.former_addresses_are_free,
        {"content/om.md": "---\ntidligere adresser: /om-os/\n---\nOm os.\n"},
        {"content/om.md": "---\ntidligere adresser: /soeg/\n---\nOm os.\n"},
        ("content/om.md:2:21: tidligere adresser[1]: /soeg/ bruger siden selv, eller den kan ikke have været her. Slet linjen.",),
    ),
    "a page that all lead to": Case(
        files.pages_that_all_lead_to_are_there,
        LED_TO,
        {path: text for path, text in LED_TO.items() if path != "content/privatliv.md"},
        ("content/privatliv.md:1:1: Siden mangler, og menuen eller bunden af alle sider leder til den. Læg filen tilbage.",),
    ),
    "a file that belongs nowhere": Case(
        files.files_belong,
        {"areas/nordby/index.md": "Hej\n"},
        {"areas/nordby/indeks.md": "Hej\n"},
        ("areas/nordby/indeks.md:1:1: Filen hører ikke til her. Mente du «index.md»?",),
    ),
    "an event of another kind": Case(
        files.files_belong,
        fest(),
        {"areas/nordby/events/fest.txt": event()},
        ("areas/nordby/events/fest.txt:1:1: Et arrangement er en fil, hvis navn ender på .md. Giv den et nyt navn.",),
    ),
    "a drawing": Case(
        files.files_belong,
        {"areas/nordby/images/a.webp": picture(kind="WEBP")},
        {"areas/nordby/images/a.svg": "<svg/>"},
        (
            "areas/nordby/images/a.svg:1:1: Her ligger kun filer, hvis navne ender på .jpg, .jpeg, .png eller .webp. "
            "Gem den sådan, eller slet den.",
        ),
    ),
    "a document that is a program": Case(
        files.files_belong,
        document(PDF),
        {"areas/nordby/documents/program.docx": PDF},
        (
            "areas/nordby/documents/program.docx:1:1: Her ligger kun filer, hvis navne ender på .pdf. "
            "Gem den sådan, eller slet den.",
        ),
    ),
    "a word of a language": Case(
        languages.words_are_complete,
        TRANSLATED,
        TRANSLATED | language("en", Aflyst=None, Aflyzt="Cancelled", **{"{antal} datoer": "{antal} dates, {andet}"}),
        (
            "content/en/words.yml:78:1: ord: Her mangler «Aflyst» på sproget Made up. Skriv det under ord. "
            "(Missing word: «Aflyst»)",
            "content/en/words.yml:163:21: ord.{antal} datoer: «{antal} dates, {andet}» skal have det samme i tuborgklammer "
            "som «{antal} datoer», og intet andet.",
            "content/en/words.yml:164:3: ord.Aflyzt: «Aflyzt» er ikke et ord, siderne viser. Mente du «Aflyst»? "
            "Slet linjen, eller ret ordet.",
        ),
    ),
    "the Danish page of one in a language": Case(
        languages.pages_have_a_danish_one,
        {**TRANSLATED, "content/om.md": "Om\n", "content/en/about.md": "---\ntitle: About\ndansk: om.md\n---\n"},
        {**TRANSLATED, "content/en/about.md": "---\ntitle: About\ndansk: on.md\n---\n"},
        ("content/en/about.md:3:8: dansk: «on.md» er ikke en dansk side. Skriv filens navn, for eksempel det-sker.md.",),
    ),
    "a language's code": Case(
        languages.languages_go_by_their_code,
        TRANSLATED,
        {
            path.replace("/en/", f"/{code}/"): text.replace(b": en_QA", b": de_QA") if isinstance(text, bytes) else text
            for code in ("en", "Arabisk", "Zh_hans")
            for path, text in TRANSLATED.items()
        },
        (
            "content/Arabisk/words.yml:1:1: Mappen «Arabisk» er ikke et sprogs kode. Kald den for eksempel «de».",
            "content/Zh_hans/words.yml:1:1: Mappen «Zh_hans» er ikke et sprogs kode. Kald den for eksempel «zh-hans».",
            "content/en/words.yml:3:16: sprog og land: «de_QA» er et andet sprog end mappens. Skriv for eksempel en_QA.",
        ),
    ),
    "which way a language is read": Case(
        languages.languages_go_by_their_code,
        TRANSLATED | language("ar"),
        TRANSLATED
        | {path: text.replace(b": rtl", b": ltr") if isinstance(text, bytes) else text for path, text in language("ar").items()},
        ("content/ar/words.yml:2:10: retning: Sproget læses fra højre. Skriv retning: rtl.",),
    ),
    "the front page of a language": Case(
        languages.pages_have_a_danish_one,
        TRANSLATED,
        {path: text for path, text in TRANSLATED.items() if path != FRONT.format("en")},
        ("content/en/words.yml:1:1: Sproget har ingen forside. Lav filen index.md i den samme mappe.",),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_right_is_let_be(tmp_path: Path, case: Case) -> None:
    _, problems = load(programme(tmp_path, {FILE: AREA, **case.good}))
    assert problems == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_wrong_is_reported_once_and_where(tmp_path: Path, case: Case) -> None:
    """By this check and no other."""
    site, problems = load(programme(tmp_path, {FILE: AREA, **case.bad}))
    assert site
    assert tuple(map(str, problems)) == case.said
    assert list(case.check(tmp_path, site)) == problems


def test_every_check_is_tried() -> None:
    assert {case.check for case in CASES.values()} == set(CHECKS)


def test_every_check_says_what_it_ensures() -> None:
    assert all((check.__doc__ or "").startswith("Ensure that ") for check in CHECKS)
    assert len(set(CHECKS)) == len(CHECKS)


def test_the_programmes_own_events_are_checked_too(tmp_path: Path) -> None:
    tree = {"content/events/fest.md": event("gentag: hver uge", PICTURE)}
    _, problems = load(programme(tmp_path, tree))
    assert list(map(str, problems)) == [
        "content/events/fest.md:4:9: gentag: Skriv også, hvor længe det gentages, for eksempel gentag til: 2026-07-24.",
        "content/events/fest.md:5:16: billede.fil: «images/havn.jpg» findes ikke. Læg filen i content/images.",
    ]


def test_a_deadline_may_be_before_the_last_date_of_a_series(tmp_path: Path) -> None:
    tree = fest(*WEEKLY, "tilmelding: {mail: kontakt@example.org, frist: 2026-05-20}")
    assert load(programme(tmp_path, tree))[1] == []


def test_a_deadline_may_be_before_the_day_that_the_last_date_is_moved_to(tmp_path: Path) -> None:
    moved = ("ændringer: [{dato: 2026-05-29, ny start: 2026-06-05}]", "tilmelding: {mail: kontakt@example.org, frist: 2026-06-03}")
    assert load(programme(tmp_path, fest(*WEEKLY, *moved)))[1] == []


def test_a_date_moved_onto_one_that_is_changed_is_reported_once_where_it_was_moved(tmp_path: Path) -> None:
    changed = ("ændringer:", "  - {dato: 2026-05-08, status: udsolgt}", "  - {dato: 2026-05-15, ny start: 2026-05-08}")
    [problem] = load(programme(tmp_path, fest(*WEEKLY, *changed)))[1]
    assert str(problem).startswith(f"{FEST}:8:34: ændringer[2].ny start: Den nye dato er allerede ")


def test_two_areas_of_one_dot_are_both_asked_about_and_change_nothing(tmp_path: Path) -> None:
    fields = {"nordby": "punkt: moler\n", "sydby": "punkt: moler\nfarver: gul-nat\n", "vestby": "punkt: måne\n"}
    tree = {f"areas/{slug}/area.yml": AREA.replace("Nordby", slug) + own for slug, own in fields.items()}
    site, found = load(programme(tmp_path, tree), advice=True)
    assert site
    assert [(problem.path, problem.line, problem.rule.warning) for problem in found] == [
        ("areas/nordby/area.yml", 5, True),
        ("areas/sydby/area.yml", 5, True),
    ]
    assert found[0].message.startswith("sydby har også punktet moler.")
