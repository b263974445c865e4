"""What a change does to what was public: compared in real repositories, at a `now` of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks import ADVICE, OF_CHANGES
from tests.processes import kulturpunkt
from tests.repositories import Repository
from tests.trees import AREA, MINIMAL, event, write

NORDBY = "areas/nordby/area.yml"
FEST = "areas/nordby/events/fest.md"
STORY = "areas/nordby/historier/godt.md"
PDF = "areas/nordby/documents/plan.pdf"
SOUND: dict[str, str | bytes] = {
    **MINIMAL,
    NORDBY: AREA,
    FEST: event(),
    "areas/nordby/events/proeve.md": event("eksempel: ja").replace("Fest", "Prøve"),
    "areas/nordby/events/brudt.md": "---\ntitel: Brudt\n---\n",
    "areas/kladden/area.yml": AREA.replace("Nordby", "Kladden").replace("offentlig", "kladde"),
    "areas/kladden/events/fest.md": event().replace("Fest", "Gilde"),
    "areas/eksemplet/area.yml": AREA.replace("Nordby", "Eksemplet").replace("offentlig", "eksempel"),
    "areas/eksemplet/events/fest.md": event(),
    STORY: "---\ntitel: Det gik godt\ndato: 2026-06-01\n---\nDet gjorde det.\n",
    PDF: b"%PDF-1.4 plan",
    "areas/kladden/documents/plan.pdf": b"%PDF-1.4 kladde",
    "content/presse.md": "---\ntitle: Presse\n---\nTil pressen.\n",
    "content/events/start.md": event().replace("Fest", "Start"),
}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A public area, a draft and an example, committed once, on 1 December 2026."""
    monkeypatch.setenv("KULTURPUNKT_TODAY", "2026-12-01")
    return Repository(tmp_path / "root", SOUND)


def warnings(root: Path, base: str = "HEAD") -> list[str]:
    """What `check` asks about, without what was broken before."""
    said = kulturpunkt(root, "check", "--base", base).stdout.splitlines()
    return [line.replace(":1:1: advarsel: ", ": ") for line in said if ": advarsel: " in line]


def move(before: str, after: str) -> Callable[[Path], object]:
    def moved(root: Path) -> None:
        (root / after).parent.mkdir(parents=True, exist_ok=True)
        (root / before).rename(root / after)

    return moved


def rewrite(path: str, before: str, after: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_text((root / path).read_text("utf-8").replace(before, after), "utf-8")


SAID = {
    "an event is deleted": (lambda root: (root / FEST).unlink(), f"{FEST}: Arrangementet har en side, som nu forsvinder"),
    "an event has another name": (move(FEST, "areas/nordby/events/bal.md"), f"areas/nordby/events/bal.md: Filen hed {FEST}"),
    "an event goes to another area": (move(FEST, "areas/kladden/events/bal.md"), f"areas/kladden/events/bal.md: Filen hed {FEST}"),
    "the programme's event is deleted": (
        lambda root: (root / "content/events/start.md").unlink(),
        "content/events/start.md: Arrangementet har en side",
    ),
    "a story is deleted": (lambda root: (root / STORY).unlink(), f"{STORY}: Siden var offentlig, og nu forsvinder den"),
    "a document is deleted": (lambda root: (root / PDF).unlink(), f"{PDF}: Filen kunne hentes på siden, og nu forsvinder den"),
    "a document has another name": (
        move(PDF, PDF.replace("plan", "ny")),
        f"{PDF.replace('plan', 'ny')}: Filen kunne hentes på siden",
    ),
    "a page is deleted": (lambda root: (root / "content/presse.md").unlink(), "content/presse.md: Siden var offentlig"),
    "an area has another name": (move("areas/nordby", "areas/nordmark"), "areas/nordmark/area.yml: Området lå i areas/nordby"),
    "an area becomes a draft": (
        rewrite(NORDBY, "offentlig", "kladde"),
        f"{NORDBY}:2:9: advarsel: status: Området var offentligt. Nu forsvinder",
    ),
}


@pytest.mark.parametrize(("change", "said"), SAID.values(), ids=SAID)
def test_a_public_address_that_goes_is_asked_about_once(
    repository: Repository, change: Callable[[Path], object], said: str
) -> None:
    change(repository.root)
    repository.commit({})
    [warning] = warnings(repository.root, "HEAD^")
    assert warning.startswith(said)


def test_an_area_that_is_deleted_is_asked_about_once_and_not_for_each_event(repository: Repository) -> None:
    for file in sorted((repository.root / "areas/nordby").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    [warning] = warnings(repository.root)
    assert warning.startswith(f"{NORDBY}: Området har en side, som nu forsvinder med alle dets arrangementer")


def test_a_municipality_that_has_no_area_any_more_is_asked_about(repository: Repository) -> None:
    """Others may show its frames, and no page is left at their address."""
    rewrite(NORDBY, "Thisted", "Morsø")(repository.root)
    assert warnings(repository.root) == [], "an example is there still"
    rewrite("areas/eksemplet/area.yml", "Thisted", "Morsø")(repository.root)
    rewrite("areas/kladden/area.yml", "Thisted", "Morsø")(repository.root)
    [warning] = warnings(repository.root)
    assert warning.startswith(f"{NORDBY}:3:10: advarsel: kommune: Der er ikke mere noget område i Thisted Kommune. "), warning


def test_how_to_call_it_off_is_said(repository: Repository) -> None:
    (repository.root / FEST).unlink()
    [warning] = warnings(repository.root)
    assert "Læg filen tilbage. Er det aflyst, så skriv status: aflyst." in warning


@pytest.mark.parametrize(
    "path",
    [
        *("areas/nordby/events/proeve.md", "areas/nordby/events/brudt.md", "areas/kladden/events/fest.md"),
        *("areas/eksemplet/events/fest.md", "areas/kladden/documents/plan.pdf", "areas/kladden", "areas/eksemplet"),
    ],
)
def test_what_nobody_could_see_may_go(repository: Repository, path: str) -> None:
    (repository.root / path).rename(repository.root / "væk")
    assert warnings(repository.root) == []


def test_what_is_called_off_corrected_or_broken_has_its_address_still(repository: Repository) -> None:
    for written in (event("status: aflyst"), event().replace("Fest", "Bal"), "---\ntitel: Fest\n---\n"):
        write(repository.root, {FEST: written})
        assert warnings(repository.root) == []


def test_it_may_be_meant_so_it_fails_nothing(repository: Repository) -> None:
    repository.commit({"areas/nordby/events/brudt.md": event().replace("Fest", "Hel")})
    (repository.root / FEST).unlink()
    done = kulturpunkt(repository.root, "check", "--base", "HEAD", "--format", "github")
    assert done.returncode == 0
    assert done.stdout.startswith(f"::warning file={FEST},line=1,col=1,title=En side forsvinder::Arrangementet har en side")
    assert done.stdout.endswith("Ingen fejl, men 1 advarsel\n")


PAST = (
    "areas/nordby/events/{}.md:3:8: advarsel: start: Det er allerede forbi: {}. Mente I {}, så ret årstallet. "
    "Er det holdt, og skal det i arkivet, så lad det stå."
)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (event(), PAST.format("ny", "fredag den 1. maj 2026", 2027)),
        (event().replace("2026-05-01", "2026-12-01"), None),
        (event().replace("2026-05-01", "2025-12-24"), PAST.format("ny", "onsdag den 24. december 2025", 2026)),
        (event("slut: 2026-12-24 kl. 12.00"), None),
        (event("gentag: hver uge", "gentag til: 2026-06-30"), PAST.format("ny", "fredag den 26. juni 2026", 2027)),
        (event("gentag: hver uge", "gentag til: 2026-12-30"), None),
        (event("eksempel: ja"), None),
    ],
)
def test_a_new_event_with_no_date_to_come_is_asked_about(repository: Repository, lines: str, said: str | None) -> None:
    write(repository.root, {"areas/nordby/events/ny.md": lines.replace("Fest", "Ny")})
    assert warnings(repository.root) == ([said] if said else [])


def test_an_event_that_was_there_may_pass(repository: Repository) -> None:
    repository.commit({FEST: event("pris: gratis")})
    assert warnings(repository.root, "HEAD^") == []


def test_without_git_or_a_base_nothing_is_compared(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository.root / FEST).unlink()
    assert "advarsel" not in kulturpunkt(repository.root, "check").stdout
    monkeypatch.setenv("PATH", "/nowhere")
    assert warnings(repository.root) == []
    (repository.root / ".git").rename(repository.root.parent / "git")
    assert warnings(repository.root) == []


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD;ls", "HEAD^9"])
def test_a_base_that_is_none_is_said(repository: Repository, revision: str) -> None:
    done = kulturpunkt(repository.root, "check", f"--base={revision}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"«{revision}» er ikke en udgave")


def test_each_says_what_it_ensures() -> None:
    assert all((check.__doc__ or "").startswith("Ensure that ") for check in (*ADVICE, *OF_CHANGES))
