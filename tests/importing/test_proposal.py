"""A second import changes, moves and cancels what the first one made, and nothing that a person has changed since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.load import load, load_readable
from generator.danish.dates import Moment
from generator.importing.areas import import_area, import_file
from generator.importing.describe import as_lines, as_markdown
from generator.importing.formats import read_source
from generator.importing.imported import Reading, SourceError
from generator.importing.merge import merged
from generator.importing.outcome import ImportProposal, Kind
from generator.importing.proposal import propose_import
from generator.importing.written import fields_of
from generator.model.event import Event
from generator.model.site import Site
from tests.importing.calendars import APPLE, ASSOCIATION, CHOIR, GOOGLE, NOW, OUTLOOK, WORDPRESS, YEAR, calendar
from tests.trees import AREA, event, modest, programme, write

SONG = "UID:sang\nDTSTART:20260501T190000\nDTEND:20260501T210000\nSUMMARY:Sang på havnen\nLOCATION:Havnen\nDESCRIPTION:Kom."
FEST = "UID:fest\nDTSTART:20260601T190000\nSUMMARY:Fest"
PATH = "areas/nordby/events/sang-paa-havnen.md"
SOURCES = "kilder:\n  koret:\n    adresse: https://example.org/kor.ics\n    udelad: Bestyrelsesmøde\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return programme(tmp_path, {"areas/nordby/area.yml": AREA + SOURCES + "steder:\n  havnen: {navn: Havnen}\n"})


def proposed(root: Path, *events: str) -> ImportProposal:
    """What a calendar of some events proposes now."""
    return propose(root, read_source(calendar(*events).encode(), YEAR))


def propose(root: Path, reading: Reading) -> ImportProposal:
    site = load(root)[0]
    assert site
    [area] = site.areas
    return propose_import(root, area, {"koret": reading}, area.sources, NOW)


def imported(root: Path, *events: str) -> dict[Kind, list[str]]:
    """Imports a calendar into the tree; the paths by what became of them."""
    proposal = proposed(root, *events)
    write(root, {file.path: file.text.encode() for file in proposal.files})
    found: dict[Kind, list[str]] = {}
    for outcome in proposal.outcomes:
        found.setdefault(outcome.kind, []).append(outcome.path)
    return found


def edited(root: Path, before: str, after: str, path: str = PATH) -> None:
    text = (root / path).read_text("utf-8")
    assert before in text
    (root / path).write_text(text.replace(before, after), "utf-8")


def text_of(root: Path) -> str:
    return (root / PATH).read_text("utf-8").partition("kilde:")[0]


def test_an_event_is_written_as_a_person_would_and_a_second_run_changes_nothing(root: Path) -> None:
    assert imported(root, SONG) == {Kind.NEW: [PATH]}
    assert text_of(root) == "---\ntitel: Sang på havnen\nstart: 2026-05-01 kl. 19.00\nslut: 21.00\nsted: havnen\n"
    assert (root / PATH).read_text("utf-8").endswith("---\nKom.\n")
    assert load(root)[1] == []
    assert imported(root, SONG) == {}


@pytest.mark.parametrize("text", [GOOGLE, OUTLOOK, APPLE, ASSOCIATION, WORDPRESS], ids=["google", "outlook", "apple", "dk", "wp"])
def test_what_programs_export_passes_the_check_and_stays_as_it_is(root: Path, text: str) -> None:
    reading = read_source(text.encode(), YEAR)
    first = propose(root, reading)
    assert {outcome.kind for outcome in first.outcomes} == {Kind.NEW}
    write(root, {file.path: file.text.encode() for file in first.files})
    assert load(root)[1] == []
    assert propose(root, reading).outcomes == ()


def test_a_change_a_move_and_a_cancellation_of_the_source_are_followed(root: Path) -> None:
    imported(root, SONG)
    assert imported(root, SONG.replace("Kom.", "Kom og syng.")) == {Kind.CHANGED: [PATH]}
    moved = SONG.replace("20260501", "20260508")
    assert imported(root, moved) == {Kind.MOVED: [PATH]}
    assert "start: 2026-05-08 kl. 19.00\nslut: 21.00\nstatus: flyttet\nfør: 2026-05-01 kl. 19.00\n" in text_of(root)
    assert imported(root, moved) == {}
    assert imported(root, moved + "\nSTATUS:CANCELLED") == {Kind.CANCELLED: [PATH]}
    assert "status: aflyst\n" in text_of(root)
    assert load(root)[1] == []


def test_what_is_gone_is_cancelled_and_not_deleted_and_comes_back(root: Path) -> None:
    imported(root, SONG, FEST)
    assert imported(root, FEST) == {Kind.GONE: [PATH]}
    assert "status: aflyst\n" in text_of(root)
    assert imported(root, FEST) == {}
    assert imported(root, SONG, FEST) == {Kind.CHANGED: [PATH]}
    assert "status" not in text_of(root)


def test_a_source_that_is_empty_or_cut_cancels_nothing(root: Path) -> None:
    imported(root, SONG, FEST)
    assert [outcome.said for outcome in proposed(root).outcomes] == [("Kilden er tom. Intet er aflyst på grund af det.",)]
    cut = read_source(calendar(FEST, SONG, end="").encode()[:-30], YEAR)
    assert propose(root, cut).files == ()


def test_what_a_person_has_changed_stays_and_is_reported_once(root: Path) -> None:
    imported(root, SONG)
    edited(root, "titel: Sang på havnen", "titel: Sang ved vandet # vores ord")
    assert imported(root, SONG) == {}, "the source says nothing new"
    changed = SONG.replace("SUMMARY:Sang på havnen", "SUMMARY:Fællessang").replace("Kom.", "Kom og syng.")
    proposal = proposed(root, changed)
    assert [(each.key, each.before, each.after) for outcome in proposal.outcomes for each in outcome.fields] == [
        ("tekst", "Kom.", "Kom og syng."),
        ("titel", "titel: Sang ved vandet # vores ord", "titel: Fællessang"),
    ]
    assert set(imported(root, changed)) == {Kind.CHANGED, Kind.CONFLICT}
    assert "titel: Sang ved vandet # vores ord\n" in text_of(root)
    assert "Kom og syng." in (root / PATH).read_text("utf-8")
    assert imported(root, changed) == {}


def test_dates_are_changed_together_or_not_at_all(root: Path) -> None:
    imported(root, SONG)
    edited(root, "slut: 21.00", "slut: 22.00")
    assert imported(root, SONG.replace("20260501T19", "20260502T18").replace("20260501T21", "20260502T20")) == {
        Kind.CONFLICT: [PATH]
    }
    assert "start: 2026-05-01 kl. 19.00\nslut: 22.00\nsted: havnen\n" in text_of(root)


def test_what_a_person_adds_or_takes_away_stays(root: Path) -> None:
    imported(root, SONG)
    edited(root, "sted: havnen\n", "pris: 50 kr.\n# husk billetter\n")
    before = text_of(root)
    assert imported(root, SONG) == {}
    assert imported(root, SONG + "\nX-COST:100") == {Kind.CONFLICT: [PATH]}
    assert text_of(root) == before
    edited(root, "50 kr.", "50 kr.\nstatus: udsolgt")
    assert imported(root, FEST)[Kind.CONFLICT] == [PATH]
    assert imported(root, FEST) == {}


def test_files_of_people_are_never_touched_and_doubles_are_reported(root: Path) -> None:
    own = "areas/nordby/events/egen.md"
    write(root, {own: event().replace("titel: Fest", "titel: Sang på havnen").replace("kl. 10", "kl. 19")})
    before = (root / own).read_bytes()
    proposal = proposed(root, SONG, SONG.replace("UID:sang", "UID:sang2"))
    assert {outcome.kind for outcome in proposal.outcomes} == {Kind.DOUBLE}
    assert own in proposal.outcomes[0].said[0]
    assert proposal.files == ()
    imported(root, FEST)
    assert (root / own).read_bytes() == before


def test_the_same_event_twice_in_a_source_is_proposed_once(root: Path) -> None:
    found = imported(root, SONG, SONG.replace("UID:sang", "UID:sang2"))
    assert found[Kind.NEW] == [PATH]
    assert len(found[Kind.DOUBLE]) == 1


def test_what_is_past_left_out_or_already_cancelled_is_not_proposed(root: Path) -> None:
    board = FEST.replace("SUMMARY:Fest", "SUMMARY:Bestyrelsesmøde")
    past = SONG.replace("20260501", "20260101")
    assert imported(root, board, past, FEST.replace("UID:fest", "UID:x") + "\nSTATUS:CANCELLED") == {}


def test_a_skipped_date_that_was_promised_is_cancelled(root: Path) -> None:
    imported(root, CHOIR)
    path = "areas/nordby/events/kor-oever.md"
    skipped = CHOIR.replace("20260210T190000\n", "20260210T190000,20260303T190000\n")
    assert imported(root, skipped) == {Kind.CHANGED: [path]}
    text = (root / path).read_text("utf-8")
    assert "undtagen: 2026-02-10\nændringer:\n  - dato: 2026-03-03 kl. 19.00\n    status: aflyst\n" in text
    assert imported(root, skipped) == {}
    assert load(root)[1] == []


def test_past_dates_of_a_list_stay_when_the_source_forgets_them(root: Path) -> None:
    dates = "UID:x\nDTSTART:20260115T190000\nRDATE:20260115T190000,20260301T190000,20260401T190000\nSUMMARY:Café"
    imported(root, dates)
    assert imported(root, dates.replace("20260115", "20260301").replace("20260301T190000,20260301", "20260301")) == {}
    gone = imported(root, "UID:x\nDTSTART:20260301T190000\nRDATE:20260301T190000\nSUMMARY:Café")
    assert gone == {Kind.CHANGED: ["areas/nordby/events/cafe.md"]}
    assert "- dato: 2026-04-01 kl. 19.00\n    status: aflyst" in (root / "areas/nordby/events/cafe.md").read_text("utf-8")


def test_a_copy_of_an_imported_file_is_a_persons(root: Path) -> None:
    imported(root, SONG)
    copy = "areas/nordby/events/a-kopi.md"
    write(root, {copy: (root / PATH).read_bytes().replace("Sang på havnen".encode(), b"Noget andet").replace(b"05-01", b"09-01")})
    before = (root / copy).read_bytes()
    assert imported(root, SONG.replace("Kom.", "Kom nu.")) == {Kind.CHANGED: [PATH]}
    assert (root / copy).read_bytes() == before


def test_a_broken_file_that_was_imported_is_not_imported_again(root: Path) -> None:
    imported(root, SONG)
    edited(root, "start: 2026-05-01 kl. 19.00", "start: snart")
    assert imported(root, SONG) == {Kind.REFUSED: [""]}


def test_what_the_check_refuses_is_reported_and_the_rest_goes_on(root: Path) -> None:
    area = (root / "areas/nordby/area.yml").read_text("utf-8")
    write(root, {"areas/nordby/area.yml": area})
    long = FEST.replace("SUMMARY:Fest", f"SUMMARY:{'Lang ' * 60}")
    assert len(imported(root, long, SONG)[Kind.NEW]) == 2
    assert load(root)[1] == []


def fetched(answers: dict[str, bytes | Exception]) -> Callable[[str], bytes]:
    def fetch(address: str) -> bytes:
        found = answers[address]
        if isinstance(found, Exception):
            raise found
        return found

    return fetch


def _site(root: Path) -> Site:
    return load_readable(root)[0]


def test_only_allowed_addresses_are_fetched_and_one_failure_stops_no_other(root: Path) -> None:
    more = "  andre:\n    adresse: https://example.org/andre.ics\n  tredje:\n    adresse: https://example.org/tredje.ics\n"
    write(root, {"areas/nordby/area.yml": AREA + SOURCES + more})
    answers: dict[str, bytes | Exception] = {
        "https://example.org/kor.ics": calendar(SONG).encode(),
        "https://example.org/tredje.ics": MemoryError(),
    }
    [area] = _site(root).areas
    refused = import_area(root, _site(root), area, NOW, fetching=fetched(answers))
    assert len(refused.faults) == 3 and "content/sources.yml" in refused.faults[0]
    write(root, {"content/sources.yml": "områder:\n  nordby:\n    - https://example.org/\n"})
    answers["https://example.org/andre.ics"] = SourceError("Kilden svarede ikke.")
    found = import_area(root, _site(root), area, NOW, fetching=fetched(answers))
    assert [file.path for file in found.files] == [PATH]
    assert found.faults == (
        "andre: Kilden svarede ikke.",
        "tredje: Kilden kan ikke læses (MemoryError). Skriv det til den, der passer siden.",
    )


def test_a_file_is_imported_too_and_what_is_said_is_harmless(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "kor.ics"
    file.write_text(calendar(SONG.replace("Sang på havnen", "@alle [x](https://example.org) <b>"), FEST), "utf-8")
    [area] = _site(root).areas
    found = import_file(root, area, "koret", file, NOW)
    assert [outcome.kind for outcome in found.outcomes] == [Kind.NEW, Kind.NEW]
    text = as_markdown(found)
    assert "@&#8203;alle \\[x\\](https://&#8203;example.org)" in text
    assert "Fest, man. 1. juni kl. 19.00" in "\n".join(as_lines(found))
    file.write_text("intet", "utf-8")
    assert (
        import_file(root, area, "koret", file, NOW)
        .faults[0]
        .startswith("koret: Listen har ingen overskrift for navnet og ingen overskrift for dagen.")
    )


EVENTS = st.lists(
    st.tuples(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30),
        st.integers(0, 300),
        st.one_of(st.none(), st.integers(0, 23)),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=120),
    ),
    min_size=1,
    max_size=3,
)


@settings(modest, max_examples=15)
@given(EVENTS)
def test_whatever_a_source_says_a_second_import_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, written: list[tuple[str, int, int | None, str]]
) -> None:
    root = programme(tmp_path_factory.mktemp("root"), {"areas/nordby/area.yml": AREA})
    rows = ["Titel;Dato;Kl.;Tekst"]
    for place, (title, day, hour, text) in enumerate(written):
        said = date(2026, 2, 2) + timedelta(days=day)
        quoted = [f'"{each}"' for each in (f"{place} {title}".replace('"', ""), text.replace('"', ""))]
        rows.append(f"{quoted[0]};{said};{'' if hour is None else f'{hour}.30'};{quoted[1]}")
    try:
        reading = read_source("\n".join(rows).encode(), YEAR)
    except SourceError:
        return
    first = propose(root, reading)
    assert not first.faults
    write(root, {file.path: file.text.encode() for file in first.files})
    assert [each for each in load(root)[1] if not each.rule.warning] == []
    again = propose(root, reading)
    assert again.files == ()


def test_a_later_event_with_the_same_words_is_written_once_more(root: Path) -> None:
    assert imported(root, SONG, SONG.replace("UID:sang", "UID:2").replace("20260501", "20261001")) == {
        Kind.NEW: [PATH, "areas/nordby/events/sang-paa-havnen-2026.md"]
    }


def test_merging_does_not_depend_on_how_a_person_writes_a_field(root: Path) -> None:
    imported(root, SONG)
    edited(root, "titel: Sang på havnen", 'titel: "Sang på havnen"')
    [area] = _site(root).areas
    [before] = area.events
    assert isinstance(before, Event)
    said = read_source(calendar(SONG).encode(), YEAR).events[0]
    done = merged(before, fields_of(replace(said, start=Moment(date(2026, 5, 1), time(18))), area))
    assert done and {each.key for each in done.changed} == {"start"}
    assert done.text.startswith('---\ntitel: "Sang på havnen"\nstart: 2026-05-01 kl. 18.00\n')


def test_a_list_that_says_of_the_sign_up_what_no_field_holds_keeps_it_in_the_text(root: Path, tmp_path: Path) -> None:
    said = ("ja", "nej", "hos Anna i *caféen*", "anna@example.org")
    rows = (f"Aften {number};{number}. maj 2026;19;{booking}" for number, booking in enumerate(said, 1))
    (tmp_path / "liste.csv").write_text("Titel;Dato;Kl.;Tilmelding\n" + "\n".join(rows), "utf-8")
    [area] = load(root)[0].areas  # type: ignore[union-attr]
    proposal = import_file(root, area, "liste", tmp_path / "liste.csv", NOW)
    texts = [file.text for file in proposal.files]
    assert len(texts) == len(said)
    for text, there in zip(
        texts,
        ("Tilmelding: ja\n", "tilmelding: ingen\n", "Tilmelding: hos Anna i *caféen*\n", "mail: anna@example.org\n"),
        strict=True,
    ):
        assert there in text
        assert ("\ntilmelding:" in text) != ("\nTilmelding:" in text)
