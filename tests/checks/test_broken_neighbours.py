"""A broken file hides what it holds: it is reported itself, and nothing that refers to it is said to be wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.cached_types import TYPES
from generator.cache.store import Store
from generator.content.load import load, load_incrementally
from tests.checks.test_checks import PDF
from tests.pictures import picture
from tests.trees import AREA, CONTACTS, PROGRAMME, TIMELINE, event, programme

NORDBY = "areas/nordby/area.yml"
FEST = "areas/nordby/events/fest.md"
KOR = "areas/nordby/historier/kor.md"
LINKS = (
    "[a](/omraader/nordby/) [b](/omraader/nordby/plakat/) [c](/det-sker/nordby/fest/) [d](/det-sker/nordby/fest/2026-05-08.ics) "
)
MORE = (
    "[e](/dokumenter/nordby/program.pdf) [f](/det-sker/2026-05/) [g](/det-sker/arkiv/2026/) [h](/kontakt/navn-navnesen.vcf) "
    "[i](/omraader/nordby/historier.xml) [j](/historier/nordby/kor/) [k](/det-sker/kommune/thisted/) "
    "[l](/skaerm/kommune/thisted/) [m](/uge/omraade/nordby/uger.xml)"
)
SOUND: dict[str, str | bytes] = {
    "content/programme.yml": PROGRAMME,
    "content/timeline.yml": TIMELINE,
    "content/contacts.yml": CONTACTS,
    "content/owners.yml": "områder:\n  nordby: [anna]\n",
    "content/ideas/en.md": "---\ntitel: Idé\nkerneelement: udvikling\nområde: nordby\n---\n" + LINKS + MORE + "\n",
    NORDBY: AREA
    + "kerneelementer: [udvikling]\ntrin: [{trin: dialog}]\nsteder: {havnen: {navn: Havnen}}\n"
    + "billede: {fil: images/havn.jpg, beskrivelse: Havnen, foto: Anna}\n",
    FEST: event(
        *("gentag: hver uge", "gentag til: 2026-05-29", "sted: havnen"),
        "ændringer: [{dato: 2026-05-15, sted: havnen}]",
        "dokumenter: [{titel: Program, fil: documents/program.pdf}]",
    ),
    KOR: "---\ntitel: Koret\ndato: 2026-01-01\nmål: Lokale mål\n---\nSang.\n",
    "areas/nordby/documents/program.pdf": PDF,
    "areas/nordby/images/havn.jpg": picture(),
    "areas/sydby/area.yml": AREA.replace("Nordby", "Sydby")
    + "punkt: moler\nkerneelementer: [forankring]\ntrin: [{trin: kick-off}]\n",
    "areas/sydby/index.md": LINKS + MORE + "\n",
    "areas/sydby/events/sang.md": event(text=LINKS + MORE + "\n"),
}
BROKEN = {
    "a field of an area": (NORDBY, b"kommune: Thisted", b"kommune: Thistd"),
    "an area that is no YAML": (NORDBY, b"navn: Nordby", b"navn: 'Nordby"),
    "a step": ("content/timeline.yml", b"periode: 2025-06-18", b"periode: i juni"),
    "a core element": ("content/programme.yml", b"periode: 2025-03..2026-08", b"periode: snart"),
    "a person": ("content/contacts.yml", b"12 34 56 78", b"12 34"),
    "the owners": ("content/owners.yml", b"[anna]", b"[Anna Hansen]"),
    "an event": (FEST, b"start: 2026-05-01", b"start: i maj"),
    "a story": (KOR, b"dato: 2026-01-01", b"dato: i maj"),
    "an event that begins with its text": (FEST, b"---\n", b"Kom til fest!\n---\n"),
}


def problem_paths(root: Path) -> set[str]:
    """The files with problems, as `check` and as a build find them, which must agree but for the texts."""
    found = {problem.path for problem in load(root, advice=True)[1]}
    assert {problem.path for problem in load_incrementally(root, Store(root / ".cache", TYPES), "code")[1]} == found
    return found


def test_sound_content_has_no_problems(tmp_path: Path) -> None:
    assert problem_paths(programme(tmp_path, SOUND)) == set()


@pytest.mark.parametrize(("path", "good", "bad"), BROKEN.values(), ids=BROKEN)
def test_only_the_broken_file_is_reported(tmp_path: Path, path: str, good: bytes, bad: bytes) -> None:
    root = programme(tmp_path, SOUND)
    before = (root / path).read_bytes()
    (root / path).write_bytes(before.replace(good, bad, 1))
    assert (root / path).read_bytes() != before
    assert problem_paths(root) == {path}


@pytest.mark.parametrize("path", [NORDBY, "content/timeline.yml", "content/programme.yml", "content/contacts.yml"])
def test_only_the_missing_file_is_reported(tmp_path: Path, path: str) -> None:
    root = programme(tmp_path, SOUND)
    (root / path).unlink()
    assert problem_paths(root) == {path}


@pytest.mark.parametrize(
    ("path", "wrong"), [("areas/nordby", "areas/Nordby"), (FEST, "areas/nordby/events/Fest!.md"), ("areas/nordby", "areas/_nordby")]
)
def test_only_the_wrong_name_is_reported(tmp_path: Path, path: str, wrong: str) -> None:
    root = programme(tmp_path, SOUND)
    (root / path).rename(root / wrong)
    assert problem_paths(root) == {wrong if wrong.endswith(".md") else f"{wrong}/area.yml"}


@pytest.mark.parametrize("path", ["areas/nordby/documents/program.pdf", "areas/nordby/images/havn.jpg", FEST])
@pytest.mark.parametrize("make", [lambda file: file.symlink_to("/etc/hostname"), Path.mkdir], ids=["a link", "a folder"])
def test_only_what_is_no_file_is_reported(tmp_path: Path, path: str, make: Callable[[Path], None]) -> None:
    root = programme(tmp_path, SOUND)
    (root / path).unlink()
    make(root / path)
    assert problem_paths(root) == {path}


def test_what_no_broken_file_can_hold_is_reported_beside_it(tmp_path: Path) -> None:
    """Mistakes that wait for another one to be mended are the ones that come back."""
    wrong = "[x](/omraader/vestby/) [y](/det-sker/nordby/bal/) [z](/det-sker/2026-13/)"
    tree: dict[str, str | bytes] = {
        "content/timeline.yml": "trin: [{nøgle: dialog}]\n",
        NORDBY: "navn: Nordby\n",
        "areas/nordby/events/bal-paa-havnen.md": event("gentag: hver uge", text=wrong + "\n").replace("Fest", "Bal"),
        "areas/sydby/area.yml": AREA.replace("Nordby", "Sydby") + "kerneelementer: [musik]\n",
        "areas/sydby/events/sang.md": event("sted: skolen"),
    }
    found = [(problem.path, problem.rule.code) for problem in load(programme(tmp_path, {**SOUND, **tree}), advice=True)[1]]
    assert set(found) - {(NORDBY, "mangler")} == {
        ("content/timeline.yml", "mangler"),
        ("areas/nordby/events/bal-paa-havnen.md", "hvor-laenge"),
        ("areas/nordby/events/bal-paa-havnen.md", "doedt-link"),
        ("areas/sydby/area.yml", "valg"),
        ("areas/sydby/events/sang.md", "ukendt-sted"),
    }
    assert found.count(("areas/nordby/events/bal-paa-havnen.md", "doedt-link")) == 3
