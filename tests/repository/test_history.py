"""Each file's history: real repositories, and what a calendar may rely on whatever people do to an event."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.load import load
from generator.danish.dates import ZONE
from generator.feeds import feeds
from generator.model.calendar import Calendar
from generator.model.event import Event
from generator.pages.context import SiteContext
from generator.repository.history import SHALLOW, History, read_history
from tests import trees
from tests.repositories import START, Repository

NOW = datetime(2026, 2, 1, 12, tzinfo=ZONE)
MIDNIGHT = datetime(2026, 2, 1, tzinfo=UTC)
EVENT = "areas/nordby/events/fest.md"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The smallest programme with an area and an event, committed once."""
    return Repository(tmp_path, {**trees.MINIMAL, "areas/nordby/area.yml": trees.AREA, EVENT: trees.event()})


def fest(root: Path) -> Event:
    site, problems = load(root)
    assert site and not problems, problems
    return next(event for event in site.all_events() if event.name == "fest")


def hour(number: int) -> datetime:
    return datetime.fromtimestamp(START + 3600 * number, UTC)


def test_a_file_tells_its_first_and_last_commit_and_its_changes(repository: Repository) -> None:
    repository.commit({EVENT: trees.event("pris: gratis")})
    repository.commit({"areas/nordby/index.md": "Hej\n"})
    revision = read_history(repository.root, NOW).revision(EVENT)
    assert (revision.created, revision.modified, revision.sequence) == (hour(0), hour(1), 1)


def test_an_event_changes_with_the_areas_places_since_it_was_written(repository: Repository) -> None:
    later = "areas/nordby/events/senere.md"
    repository.commit({"areas/nordby/area.yml": trees.AREA + "landsbyer: [Nordby]\n"})
    repository.commit({later: trees.event()})
    history = read_history(repository.root, NOW)
    revision = history.revision(*fest(repository.root).sources)
    assert (revision.created, revision.modified, revision.sequence) == (hour(0), hour(1), 1)
    assert history.revision(later).sequence == 0
    site, _ = load(repository.root)
    assert site
    assert history.revision(*next(event for event in site.all_events() if event.name == "senere").sources).sequence == 0


def test_a_file_is_its_name(repository: Repository) -> None:
    repository.git("mv", EVENT, "areas/nordby/events/gilde.md")
    repository.commit({})
    history = read_history(repository.root, NOW)
    assert history.revision("areas/nordby/events/gilde.md").created == hour(1)
    assert history.revision(EVENT).sequence == 1


def test_merged_work_counts(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "sidevej")
    repository.commit({EVENT: trees.event("pris: gratis")})
    repository.git("switch", "--quiet", "main")
    repository.commit({"areas/nordby/index.md": "Hej\n"})
    repository.git("merge", "--quiet", "--no-ff", "sidevej")
    revision = read_history(repository.root, NOW).revision(EVENT)
    assert (revision.modified, revision.sequence) == (hour(1), 1)


def test_letters_beyond_ascii_are_one_name_however_they_are_composed(repository: Repository) -> None:
    repository.commit({"content/Blå bog\nto.md": "x", "areas/nordby/images/a\u030a.txt": "x"})
    history = read_history(repository.root, NOW)
    assert history.revision("content/Blå bog\nto.md").created == hour(1)
    assert history.revision("areas/nordby/images/å.txt").created == hour(1)


def test_without_a_repository_or_commits_everything_is_of_the_builds_day(tmp_path: Path, repository: Repository) -> None:
    never = read_history(repository.root, NOW).revision("content/events/ny.md")
    assert (never.created, never.modified, never.sequence) == (MIDNIGHT, MIDNIGHT, 0)
    inside = tmp_path / "areas"
    assert read_history(inside, NOW) == History(MIDNIGHT), "the history of a repository around the project is not the project's"
    empty = tmp_path / "tom"
    empty.mkdir()
    Repository(empty)
    assert read_history(empty, NOW) == History(MIDNIGHT)


def test_without_git_there_is_no_history(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_history(repository.root, NOW) == History(MIDNIGHT)


def test_a_shallow_clone_is_noticed(repository: Repository, tmp_path: Path) -> None:
    repository.commit({EVENT: trees.event("pris: gratis")})
    clone = tmp_path / "klon"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(clone))
    history = read_history(clone, NOW)
    assert history.note == SHALLOW
    assert history.revision(*fest(clone).sources).modified == MIDNIGHT


def test_a_broken_repository_is_said_and_stops_nothing(repository: Repository) -> None:
    (repository.root / ".git/HEAD").write_text("ref: refs/heads/findes-ikke\x00", "utf-8")
    history = read_history(repository.root, NOW)
    assert history.note and history.note.startswith("Historikken kunne ikke læses")
    assert history.revision(EVENT).sequence == 0


def test_nothing_that_the_repository_names_is_run(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    program = repository.root / "ondt"
    program.write_text(f"#!/bin/sh\ntouch {repository.root}/kørt\n", "utf-8")
    program.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "pager.log", "diff.external", "gpg.program", "core.sshCommand"):
        repository.git("config", name, str(program))
    repository.git("config", "log.showSignature", "true")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(program))
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert read_history(repository.root, NOW).revision(EVENT).created == hour(0)
    assert not (repository.root / "kørt").exists()


def test_the_machines_language_and_clock_play_no_part(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    here = read_history(repository.root, NOW)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "ar_EG.UTF-8")
    assert read_history(repository.root, NOW) == here


def test_a_commit_at_an_impossible_time_stops_nothing(repository: Repository) -> None:
    late = {"GIT_COMMITTER_DATE": "@99999999999 +0000"}
    trees.write(repository.root, {EVENT: trees.event("pris: gratis")})
    repository.git("commit", "--quiet", "--all", "--message=x", **late)
    assert read_history(repository.root, NOW).revision(EVENT).modified.year <= 2100


EDITS = {
    "move": "start: 2026-05-0{n} kl. 10.00",
    "cancel": "status: aflyst",
    "rename": "titel: Gilde {n}",
    "except": "undtagen: 2026-05-1{n}",
    "place": None,
    "nothing": "",
}


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(1, 8)), min_size=1, max_size=5))
def test_an_event_keeps_its_uid_and_never_goes_back(edits: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        repository = Repository(Path(folder))
        fields = {"titel": "titel: Fest", "start": "start: 2026-05-01 kl. 10.00", "gentag": "gentag: hver dag"}
        fields["til"] = "gentag til: 2026-05-30"
        area, seen = trees.AREA, []
        for kind, number in [("nothing", 1), *edits]:
            changed = EDITS[kind]
            if changed is None:
                area = trees.AREA + f"landsbyer: [By {number}]\n"
            elif changed:
                fields[changed.partition(":")[0]] = changed.format(n=number)
            event = "\n".join(["---", *fields.values(), "---", "Velkommen.\n"])
            repository.commit({**trees.MINIMAL, "areas/nordby/area.yml": area, EVENT: event})
            seen.append(_published(repository.root))
    for (uids, sequence, modified), (later_uids, later_sequence, later_modified) in pairwise(seen):
        assert uids == later_uids == {"nordby.fest@kulturpunkt"}
        assert later_sequence >= sequence
        assert later_modified >= modified


def _published(root: Path) -> tuple[set[str], int, str]:
    """The UIDs, the SEQUENCE and LAST-MODIFIED of the event, as its calendar says them."""
    site, problems = load(root)
    assert site and not problems, problems
    written = dict(feeds(SiteContext(Calendar.at(site, NOW), root, True), read_history(root, NOW)))
    lines = written["det-sker/nordby/fest/kalender.ics"].decode().split("\r\n")

    def values(name: str) -> set[str]:
        return {line.partition(":")[2] for line in lines if line.startswith(name + ":")}

    (sequence,), (modified,) = values("SEQUENCE"), values("LAST-MODIFIED")
    return values("UID"), int(sequence), modified
