"""The JSON Schemas of the content files: all that `check` accepts validates, and what is plainly broken does not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from playwright.sync_api import Browser
from pydantic import ValidationError

from generator.danish.patterns import MONTHS, WEEKDAYS
from generator.editing.schema.editors import schema
from generator.editing.schema.spelling import any_case, spelling
from generator.model.event import Category, EventFacts
from generator.reading.sources import read_markdown, read_yaml
from generator.text.letters import folded
from tests.sites import PROJECT
from tests.trees import modest

CONTENT = {
    "area": "areas/*/area.yml",
    "event": "*/*/events/*.md",
    "idea": "content/ideas/*.md",
    "story": "*/*/historier/*.md",
    "questions": "content/spoergsmaal.yml",
    "programme": "content/programme.yml",
    "timeline": "content/timeline.yml",
    "contacts": "content/contacts.yml",
    "owners": "content/owners.yml",
    "sources": "content/sources.yml",
}
AREA = {"navn": "Nordby", "status": "offentlig", "kommune": "Thisted", "resumé": "En by."}
EVENT = {"titel": "Fest", "start": "2026-05-01"}


@cache
def validator(name: str) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema(name))
    return Draft202012Validator(schema(name))


def as_others_read(value: Any) -> Any:
    """What a reader of YAML 1.2 makes of plain texts: numbers, booleans and nothing."""
    if isinstance(value, dict):
        return {key: as_others_read(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_others_read(inner) for inner in value]
    if value in ("", "true", "false"):
        return {"": None, "true": True, "false": False}[value]
    number = re.fullmatch(r"[-+]?[0-9]+(\.[0-9]*)?", value)
    return (float if number[1] else int)(value) if number else value


def written(pattern: str) -> Iterator[Any]:
    """What stands in all files of one kind, here and in the miniature programme."""
    for root in (PROJECT, PROJECT / "tests/example"):
        for file in sorted({*root.glob(pattern), *root.glob(pattern.replace("*/*/", "*/", 1))}):
            path = file.relative_to(root).as_posix()
            yield (read_markdown if file.suffix == ".md" else read_yaml)(root, path).data


@pytest.mark.parametrize("name", CONTENT)
def test_all_content_validates_however_its_texts_are_read(name: str) -> None:
    found = list(written(CONTENT[name]))
    assert found
    for data in found:
        assert list(validator(name).iter_errors(data)) == []
        assert list(validator(name).iter_errors(as_others_read(data))) == []


TOLERATED: list[tuple[str, dict[str, Any]]] = [
    ("event", {**EVENT, "Resume": "Kom.", "MAALGRUPPE": ["Børn", "alle"], "gentag_til": None, "pris": ""}),
    ("event", {"Titel": "Fest", "START": "fredag den 1. maj 2026 kl. 10"}),
    ("event", {**EVENT, "kategori": "Faellesskab", "status": "Få-pladser", "pladser": 80, "målgruppe": "unge"}),
    ("event", {**EVENT, "tilmelding": "ingen", "program": {"mad": ["Øens Mølle", {"navn": "Grøn Thy"}], "punkter": []}}),
    ("event", {**EVENT, "sted": {"navn": "Havnen", "postnummer": 7900, "koordinater": "56.92, 8.92"}, "arrangør": ["A", ""]}),
    ("event", {**EVENT, "tilmelding": {"mail": "a@example.org", "frist": "1/5-2026"}, "flere datoer": "2026-05-08 kl. 14"}),
    ("area", {**AREA, "partnere": {"navn": "Skolen", "sektor": "Skole"}, "steder": {"havnen": {"navn": "Havnen"}}, "mål": []}),
    ("area", {**AREA, "kontakt": {"vis": "Ja", "telefon": 25458090, "mail": "A@Example.org"}, "billede": {}}),
    ("event", {"Overskrift": "Fest", "Dato": "3. maj 2026", "Tid": "kl. 19-21", "Hvor": "havnen", "Entré": "50,-"}),
    ("event", {"titel": "Fest", "Hvornår": "3. maj 2026 kl. 19", "billetter": "50 kr.", "frist": "1. maj 2026"}),
    ("event", {**EVENT, "målgruppe": "Børn, unge og voksne.", "status": "Aflyst pga. sygdom", "online": "www.example.org"}),
    ("event", {**EVENT, "undtagen": "2026-10-13, 20. oktober 2026", "flere datoer": ["2026-05-08; 2026-05-09 kl. 14"]}),
    ("event", {**EVENT, "tilmelding": {"tlf.": "tlf. 12345678", "e-mail": "<a@b.dk>"}, "kontakt": "formanden, tlf. 12 34 56 78"}),
    ("event", {**EVENT, "sted": "Laden, Eksempelvej 1, 7900 Nykøbing Mors"}),
    ("event", {**EVENT, "links": "www.example.org", "online": "https://a.dk/?fbclid=" + "x" * 900, "eksempel": "✓"}),
    ("area", {**AREA, "landsbyer": "Sundby, Solbjerg", "kerneelementer": "udvikling, forankring", "hjemmeside": "example.org"}),
    (
        "area",
        {**AREA, "partnere": [{"Banken": "erhverv"}], "mål": [{"Et hus": "delvist"}], "resultater": [{"Koret": "fra 11 til 41"}]},
    ),
    ("area", {**AREA, "pengene": {"Telt": "12.000 kr.", "Kaffe": 500}, "links": [{"Vores side": "https://example.org"}]}),
    ("area", {**AREA, "trin": [{"dialog": "april 2025"}], "praksis": {"udvikling": "Et kor."}, "lever videre": {"Koret": "Anna"}}),
    ("event", {**EVENT, "program": {"punkter": [{"19.30": "Koncert"}]}, "efter": {"citater": [{"En gæst": "Vi kommer igen."}]}}),
    ("owners", {"programmet": "example/kulturpunkt", "områder": {"nordby": None, "sydby": ["Anna-Hansen", "@bo"]}}),
]


@pytest.mark.parametrize(("name", "data"), TOLERATED)
def test_what_the_model_reads_validates(name: str, data: dict[str, Any]) -> None:
    assert list(validator(name).iter_errors(data)) == []


BROKEN: list[tuple[str, Any]] = [
    ("event", {"start": "2026-05-01"}),
    ("event", {**EVENT, "tittel": "Fest"}),
    ("event", {**EVENT, "start": "på fredag"}),
    ("event", {**EVENT, "start": ""}),
    ("event", {**EVENT, "slut": "om aftenen"}),
    ("event", {**EVENT, "kategori": "musikk"}),
    ("event", {**EVENT, "gentag": "nu og da"}),
    ("event", {**EVENT, "titel": "x" * 81}),
    ("event", {**EVENT, "pladser": 0}),
    ("event", {**EVENT, "online": "på vores side"}),
    ("event", {**EVENT, "målgruppe": "børn, hunde"}),
    ("event", {**EVENT, "status": "vist nok"}),
    ("event", {"titel": "Fest", "pris": "50 kr."}),
    ("event", {**EVENT, "sted": {"adresse": "Vejen 1"}}),
    ("event", {**EVENT, "sted": "Ved Havnen!"}),
    ("event", {**EVENT, "billede": {"fil": "havnen.jpg", "foto": "A"}}),
    ("event", {**EVENT, "pris": ["50 kr."]}),
    ("event", {**EVENT, "eksempel": "måske"}),
    ("event", {**EVENT, "program": {"punkter": [{"kl": "kl. ti", "titel": "Tale"}]}}),
    ("event", ["titel"]),
    ("area", {key: value for key, value in AREA.items() if key != "kommune"}),
    ("area", {**AREA, "kommune": "Mors"}),
    ("area", {**AREA, "partnere": [{"navn": "Skolen", "sekter": "Skole"}]}),
    ("area", {**AREA, "links": [{"Vores side": {"adresse": "https://example.org"}}]}),
    ("area", {**AREA, "ejere": "mig"}),
    ("area", {**AREA, "steder": {"havnen": {"adresse": "Havnevej 1"}}}),
    ("area", {**AREA, "kontakt": {"mail": "ingen"}}),
    ("area", {**AREA, "koordinater": "Mors"}),
    ("owners", {"programmet": ["anna hansen"]}),
    ("owners", {"områder": {"nordby": ["x" * 40]}}),
    ("timeline", {}),
    ("contacts", {"mail": "a@example.org"}),
]


@pytest.mark.parametrize(("name", "data"), BROKEN)
def test_what_is_broken_does_not_validate(name: str, data: Any) -> None:
    assert list(validator(name).iter_errors(data))


MISSPELT = st.sampled_from("aeoæøåAEOÆØÅé -_ti")
NUMBERS, YEARS = st.integers(0, 32), st.integers(2020, 2030)
EVERY, UNITS = ("hver ", "den ", "2. ", "sidste "), (*WEEKDAYS, "uge", "15.")
SOME_DAYS = (
    *("2026‑05‑03", "d.3. maj 2026", "søn. 3/5-2026", "3.5.26", "May 3rd, 2026", "maj 3. 2026", "20260503", "03052026", "3. maj"),
    *("3/5", "3.", "søndag", "SØNDAG D. 3 MAJ 2026.", "2026.05.03", "3. maj '26", "3. maj 26", "2026 5 3", "loerdag 2/5 2026"),
)
SOME_HOURS = ("14", "kl. 14", "kl.14.30", "16,30.", "1630", "24.00", "midnat", "2 pm", "klokken 14", "fra 14", "T14:00:00", "")
SIGNS = ("-", "–", " til ", ", ", " og ", "..", " — ", "…", "; ", " & ")
SAID = (
    *(
        "hver",
        "anden",
        "torsdag",
        "tirsdage",
        "uge",
        "dag",
        "måned",
        "måneden",
        "i",
        "den",
        "sidste",
        "og",
        "første",
        "1.",
        "15.",
        "14",
        "om",
    ),
    *(
        "mandag",
        "til",
        "fredag",
        "hverdage",
        "månedligt",
        "weekend",
        "formiddag",
        "undtagen",
        "aften",
        "tirs-",
        "man-fre",
        "år",
        "1/12",
    ),
    *("hvert", "kvartal", "halve", "t.o.m.", "1. december", "en", "gang", "ugen", "hveranden"),
)
TEXTS = st.one_of(
    st.text(MISSPELT, max_size=8),
    st.sampled_from([*Category, *WEEKDAYS, *MONTHS, "hver 14. dag", "kl. 7", "1. maj 2026", "2026-05-01T10:00", "4.-5. maj"]),
    st.builds("{} den {}. {} {}".format, st.sampled_from(WEEKDAYS), NUMBERS, st.sampled_from(MONTHS), YEARS),
    st.builds("{}-{}-{}{}{}".format, YEARS, NUMBERS, NUMBERS, st.sampled_from([" ", "T", ", kl. "]), NUMBERS),
    st.builds("{}{} {}".format, st.sampled_from(EVERY), st.sampled_from(UNITS), st.sampled_from(["", "i måneden"])),
    st.lists(st.sampled_from(SAID), min_size=1, max_size=6).map(" ".join),
    st.builds("{} {} {}".format, st.sampled_from(SOME_DAYS), st.sampled_from(SIGNS), st.sampled_from([*SOME_DAYS, *SOME_HOURS])),
    st.builds("{} {}{}{}".format, st.sampled_from(SOME_DAYS), *[st.sampled_from(each) for each in (SOME_HOURS, SIGNS, SOME_HOURS)]),
)
TIMES = ("start", "slut", "gentag", "gentag til", "undtagen", "flere datoer", "før")
KEYS = (*TIMES, "kategori", "målgruppe", "sted", "online", "tilmelding", "titel")


@settings(modest, max_examples=400)
@given(st.sampled_from(KEYS), TEXTS)
def test_whatever_the_model_reads_validates(key: str, text: str) -> None:
    data = {**EVENT, "gentag": "hver uge", key: text}
    try:
        EventFacts.model_validate(data)
    except ValidationError:
        return
    assert list(validator("event").iter_errors(data)) == []


@modest
@given(st.sampled_from(EventFacts.field_keys()), st.text(MISSPELT, max_size=4), st.data())
def test_a_key_is_known_by_every_spelling_that_is_read_as_it(key: str, noise: str, draw: st.DataObject) -> None:
    letters = key.replace("å", draw.draw(st.sampled_from(["å", "aa", "Å"]))).replace("ø", draw.draw(st.sampled_from(["ø", "oe"])))
    place = draw.draw(st.integers(0, len(letters)))
    tried = draw.draw(st.sampled_from([letters, letters.upper(), letters[:place] + noise + letters[place:]]))
    known = re.fullmatch(rf"[\s_-]*{spelling(key)}[\s_-]*", tried) is not None
    assert known == (folded(tried) == folded(key))


@pytest.mark.parametrize(
    ("pattern", "cased"),
    [("[a-z]+@dk", "[a-zA-Z]+@[dD][kK]"), (r"\d[a-zæ]\.x", r"\d[a-zA-ZæÆ]\.[xX]"), ("(?:på|[T,]s)", "(?:[pP][åÅ]|[tT,][sS])")],
)
def test_a_pattern_takes_capitals_too(pattern: str, cased: str) -> None:
    assert any_case(pattern) == cased


def test_every_field_is_reported_of_in_danish() -> None:
    for name in CONTENT:
        for mapping in (schema(name), *schema(name)["$defs"].values()):
            for key, field in mapping.get("properties", {}).items():
                assert field["title"], (name, key)
                assert field["description"].endswith("."), (name, key)


SAMPLES = (
    *("Målgruppe", "maal-gruppe", "kl. 10.30", "2026-05-01 kl. 10", "1. maj 2026", "hver 14. dag", "A@b.dk", "7900", "ja", ""),
    *("https://example.org/a", "images/a.jpg", "25 45 80 90", "56.92, 8.92", "2025-08..2025-11", "anna-hansen", "org/hold"),
)


def patterns(shape: Any) -> Iterator[str]:
    """Every pattern somewhere inside a schema."""
    if isinstance(shape, dict):
        yield from shape.get("patternProperties", {})
        yield from [shape["pattern"]] if isinstance(shape.get("pattern"), str) else []
        for inner in shape.values():
            yield from patterns(inner)
    elif isinstance(shape, list):
        for inner in shape:
            yield from patterns(inner)


def test_patterns_are_read_alike_by_other_programs(chromium: Browser) -> None:
    """In the browser's own reading of them, strictly (`u`), as editors and validators do."""
    every = sorted({pattern for name in CONTENT for pattern in patterns(schema(name))})
    texts = [*Category, *SAMPLES]
    page = chromium.new_page()
    tried = "([every, texts]) => every.map(one => texts.map(text => new RegExp(one, 'u').test(text)))"
    found = page.evaluate(tried, [every, texts])
    page.close()
    assert found == [[re.search(pattern, text) is not None for text in texts] for pattern in every]
    assert all(map(any, zip(*found, strict=True))), "each text is of some kind"


def test_an_editor_says_an_example_instead_of_a_pattern() -> None:
    start = schema("event")["properties"]["start"]
    assert start["patternErrorMessage"] == "Skriv for eksempel 2026-05-01 kl. 10.00."
    assert all("patternErrorMessage" in choice for choice in schema("event")["properties"]["pris"]["anyOf"] if "pattern" in choice)


def test_the_schema_of_events_is_published(site_at: Any) -> None:
    file: Path = site_at("2026-05-01 12:00") / "data/v1/skema/arrangement.json"
    assert json.loads(file.read_bytes()) == schema("event")
