"""Whole sites built in spite of problems: what is published of them, what is said, and that nothing stops them."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import subprocess
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.build.build import refuse_loss_of_all
from generator.commands.build import LEFT_SOMETHING_OUT
from generator.content.load import load
from generator.model.area import Area
from generator.model.event import Event
from generator.model.site import Correction
from generator.model.story import Story
from generator.problems.problem import ContentError
from generator.problems.unforeseen import code_of, source_of
from generator.repository.history import History
from tests import processes, rebuilds, sites, trees
from tests.repositories import Repository

TODAY = "2026-04-20"
AREA, SONG = "areas/kysten/area.yml", "areas/kysten/events/sang.md"
_RAISES = """
import importlib.util, os, sys

wanted = {module: rest for module, *rest in (each.split("|") for each in os.environ["RAISE_IN"].split(";"))}

class Finder:
    def find_spec(self, module, path, parent=None):
        if module not in wanted:
            return None
        name, condition = wanted.pop(module)
        spec = importlib.util.find_spec(module)
        execute = spec.loader.exec_module
        def run(made):
            execute(made)
            really = getattr(made, name)
            def wrapped(*given, **more):
                if eval(condition):
                    raise KeyError("hemmeligt")
                return really(*given, **more)
            setattr(made, name, wrapped)
        spec.loader.exec_module = run
        return spec

sys.meta_path.insert(0, Finder())
"""
"""A sitecustomize.py that makes functions of the generator raise for what they are given."""


def event(title: str, *lines: str) -> str:
    return "\n".join(["---", f"titel: {title}", "start: 2026-05-01 kl. 19.00", *lines, "---", f"Om {title}.", ""])


def build(project: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build with --isolate."""
    whole = sites.environment_with(**{"KULTURPUNKT_TODAY": TODAY, **environment})
    return processes.python("generator.cli", "build", "--isolate", *options, folder=project, environment=whole)


def project_in(folder: Path) -> Path:
    """The miniature programme as a project of its own."""
    root = rebuilds.miniature(folder)
    settings = root / "mkdocs.yml"
    links = "validation: {links: {absolute_links: relative_to_docs}}\n"
    settings.write_text(settings.read_text("utf-8").replace("../../theme", str(rebuilds.THEME)) + links, "utf-8")
    return root


SECRETS = (
    "Hemmelig Person",
    "Skjult Navn",
    "87 65 43 21",
    "23 45 67 89",
    "Gammel Titel",
    "Gammelt Sted",
    "Skjult Fest",
    "Kladdens Fest",
    "Dansehallen",
)
FILES: dict[str, str | bytes] = {
    "aflyst.md": event("Gammel Titel", "status: usikkert", "sted: {navn: Gammelt Sted}"),
    "utf16.md": event("Gammel Titel", "status: aflyst").encode("utf-16"),
    "samtykke.md": event("Koncert", "kontakt: {navn: Hemmelig Person, telefon: 23 45 67 89, vis: måske}"),
    "flyttet.md": event("Bal", "ændringer: [{dato: 2026-05-01, ny start: i morgen, sted: {navn: Dansehallen}}]"),
    "kladde.md": event("Skjult Fest", "kladde: ja"),
    "pris.md": event("Marked", "billede: {fil: images/væk.jpg, beskrivelse: Et marked, foto: Hemmelig Person}", "pris: 70 kr."),
}


@pytest.fixture(scope="module")
def isolated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A site with a history of which much was taken back, in files that have a mistake; one area is a draft with a mistake."""
    project = project_in(tmp_path_factory.mktemp("isolated"))
    repository = Repository(project)
    old = event("Gammel Titel", "sted: {navn: Gammelt Sted}", "kontakt: {navn: Hemmelig Person, telefon: 23 45 67 89, vis: ja}")
    events = project / "areas/kysten/events"
    repository.commit(
        {f"areas/kysten/events/{name}": old for name in FILES} | {"areas/aabyen/events/fest.md": event("Kladdens Fest")}
    )
    for name, content in FILES.items():
        (events / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    draft = project / "areas/aabyen/area.yml"
    shown = project / "areas/kysten/area.yml"
    shown.write_text(shown.read_text("utf-8").replace("navn: Skjult Navn,", "navn: Skjult Navn, vis: måske,"), "utf-8")
    wrong = "kommune: Mors\nkontakt: {navn: Hemmelig Person, vis: måske}\n"
    draft.write_text(draft.read_text("utf-8").replace("offentlig", "kladde").replace("kommune: Morsø\n", wrong), "utf-8")
    about = project / "content/om.md"
    links = "Se [Aabyen *her*](/omraader/aabyen/), [Kysten](/omraader/kysten/) og [ballet](/det-sker/kysten/flyttet/).\n"
    about.write_text(about.read_text("utf-8") + links, "utf-8")
    return project, build(project, "--summary", "summary.md")


def test_the_site_is_published_and_the_exit_code_says_that_something_is_left_out(
    isolated: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    project, done = isolated
    assert done.returncode == LEFT_SOMETHING_OUT, done.stderr
    assert sites.broken_links(project / "site", "/base/") == []


def test_nothing_that_was_taken_back_or_may_have_been_is_anywhere(isolated: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    for path, content in sites.contents(isolated[0] / "site").items():
        for secret in SECRETS:
            assert secret.encode() not in content, path


def test_what_is_being_corrected_keeps_its_address_and_is_in_no_list(
    isolated: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    site = isolated[0] / "site"
    for name in ("aflyst", "utf16", "samtykke", "flyttet", "kladde"):
        folder = site / f"det-sker/kysten/{name}"
        assert [file.name for file in folder.iterdir()] == ["index.html"]
        page = (folder / "index.html").read_text("utf-8")
        assert "Oplysningerne om dette arrangement bliver rettet lige nu." in page
        assert "kysten@example.org" not in page, "its file cannot say that it may be shown"
        assert "12 34 56 78" in page
        assert '<meta name="robots" content="noindex">' in page
        for path, content in sites.contents(site).items():
            if not path.startswith((f"det-sker/kysten/{name}/", "om/", "rediger/fil/programmet.json")):
                assert f"kysten/{name}".encode() not in content, path
    assert "Bal" in (site / "det-sker/kysten/flyttet/index.html").read_text("utf-8")
    assert not (site / "omraader/aabyen").exists()
    assert not (site / "det-sker/aabyen").exists()


def test_an_event_without_an_optional_field_is_planned_as_ever(isolated: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    site = isolated[0] / "site"
    assert re.search(r"70\skr\.", (site / "det-sker/kysten/pris/index.html").read_text("utf-8"))
    assert "Marked" in (site / "det-sker/kalender.ics").read_text("utf-8")
    data = json.loads((site / "data/v1/arrangementer.json").read_text("utf-8"))
    assert {"Marked"} <= {each["title"] for each in data["events"]}


def test_links_of_content_to_what_is_not_shown_are_text_and_the_others_stay(
    isolated: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    about = (isolated[0] / "site/om/index.html").read_text("utf-8")
    assert "Se Aabyen <em>her</em>, <a " in about
    assert 'href="../omraader/kysten/">Kysten</a>' in about
    assert 'href="../det-sker/kysten/flyttet/">ballet</a>' in about


def test_the_summary_says_of_each_file_what_is_not_shown_and_why(isolated: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    project, done = isolated
    summary = (project / "summary.md").read_text("utf-8")
    for line in (
        "areas/aabyen/area.yml: er en kladde og vises ikke",
        "areas/kysten/events/aflyst.md: siden siger kun, at oplysningerne bliver rettet, fordi status ikke kan bruges",
        "areas/kysten/events/utf16.md: siden siger kun, at oplysningerne bliver rettet, fordi filen ikke kan læses",
        "areas/kysten/events/pris.md: vises uden billede",
        "content/om.md: linket til /omraader/aabyen/ er vist som tekst, for den side vises ikke.",
    ):
        assert line in summary
        assert line in done.stderr
    assert "23 45 67 89" not in summary


def test_a_link_of_content_to_a_draft_does_not_stop_a_strict_build(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    draft = project / "areas/aabyen/area.yml"
    draft.write_text(draft.read_text("utf-8").replace("offentlig", "kladde"), "utf-8")
    about = project / "content/om.md"
    about.write_text(about.read_text("utf-8") + "Se [Aabyen](/omraader/aabyen/) og [den](/omraader/aabyen/index.html).\n", "utf-8")
    # The site's own addresses as they are copied from a browser: pages of content/, months.
    contact = project / "content/kontakt.md"
    contact.write_text(
        contact.read_text("utf-8") + "[a](/) [b](/om/#x) [c](/det-sker/2026-01/) [d](/tidsplan/index.html)\n", "utf-8"
    )
    done = sites.mkdocs_build(project, project / "site", "--strict", KULTURPUNKT_TODAY=TODAY)
    assert done.returncode == 0, done.stderr
    assert "Se Aabyen og den." in (project / "site/om/index.html").read_text("utf-8")
    shown = (project / "site/kontakt/index.html").read_text("utf-8")
    links = dict(re.findall('href="([^"]*)">([abcd])<', shown))
    assert links == {"../": "a", "../om/#x": "b", "../det-sker/2026-01/": "c", "../tidsplan/": "d"}
    assert done.stderr.count("content/om.md: linket til /omraader/aabyen/ er vist som tekst") == 2


def test_a_strict_warning_is_said_and_leaves_the_old_site(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    about = project / "content/om.md"
    about.write_text(about.read_text("utf-8") + "[x](findes-ikke.md)\n", "utf-8")
    done = sites.mkdocs_build(project, project / "site", "--strict", KULTURPUNKT_TODAY=TODAY)
    assert done.returncode == 1
    assert "findes-ikke.md" in done.stderr
    assert "Aborted with 1 warnings in strict mode!" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
    isolated = build(project)
    assert isolated.returncode == LEFT_SOMETHING_OUT
    assert (project / "site/om/index.html").exists()
    assert isolated.stderr.count("content/om.md: Linket «findes-ikke.md» fører ikke nogen steder hen.") == 2
    assert "findes-ikke.md" not in (project / "site/om/index.html").read_text("utf-8")


def test_pages_of_content_that_cannot_be_read_are_shown_without_their_text(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    (project / "content/om.md").write_bytes("På en gammel måde".encode("latin-1"))
    (project / "content/index.md").unlink()
    (project / "content/index.md").mkdir()
    (project / "content/kontakt.md").write_text("---\ntitle: [Hemmelig\n---\nRing.\n", "utf-8")
    for name in ("contacts.yml", "timeline.yml"):
        (project / "content" / name).unlink()
    for name in ("pipe.md", "pipe.txt"):
        os.mkfifo(project / "content" / name)
    (project / "content" / b"\xff.md".decode("utf-8", "surrogateescape")).write_text("x", "utf-8")
    shutil.rmtree(project / ".cache", ignore_errors=True)
    (project / ".cache").write_text("a file where the cache would be", "utf-8")
    done = build(project)
    assert done.returncode == LEFT_SOMETHING_OUT, done.stderr
    assert (project / "site/index.html").exists()
    assert (project / "site/om/index.html").exists()
    assert "content/om.md: vises uden teksten" in done.stderr
    assert "Hemmelig" not in (project / "site/kontakt/index.html").read_text("utf-8")
    assert not (project / "site/pipe.txt").exists()
    assert done.stderr.count("content/pipe.txt: ") == 1
    pages = {path: content.decode() for path, content in sites.contents(project / "site").items() if path.endswith(".html")}
    assert not [path for path, page in pages.items() if 'href="mailto:"' in page or 'href="mailto:?' in page]
    assert "skriv til programmet (mailadressen bliver rettet lige nu)." in pages["rediger/beskeder/index.html"]
    assert "Tidsplanen bliver rettet" in pages["index.html"]
    assert "Alle" not in pages["tidsplan/index.html"].partition("<main")[2].partition("</main>")[0]
    assert sites.broken_links(project / "site", "/base/") == []


def test_exceptions_that_nobody_foresaw_leave_out_their_files_and_say_codes(tmp_path: Path) -> None:
    """One exception is about an event, and one about an area: the site is built without both."""
    project = project_in(tmp_path)
    trees.write(project, {"areas/aabyen/events/fest.md": event("Fest")})
    (tmp_path / "sitecustomize.py").write_text(_RAISES, "utf-8")
    wrong = (
        "generator.pages.events|event|given[1].name == 'fest';generator.pages.areas|partners_by_sector|given[0].slug == 'kysten'"
    )
    done = build(project, "--summary", "summary.md", PYTHONPATH=str(tmp_path), RAISE_IN=wrong)
    assert done.returncode == LEFT_SOMETHING_OUT, done.stderr
    summary = (project / "summary.md").read_text("utf-8")
    assert f"{AREA}: områdets og dets arrangementers sider siger kun, at oplysningerne bliver rettet" in summary
    assert "areas/aabyen/events/fest.md: siden siger kun, at oplysningerne bliver rettet" in summary
    assert summary.count("nævn koden KeyError-pages.") == 2
    assert "hemmeligt" not in summary
    for page in ("omraader/kysten", "det-sker/kysten/sang", "det-sker/aabyen/fest"):
        assert "bliver rettet lige nu" in (project / "site" / page / "index.html").read_text("utf-8")
    assert (project / "site/omraader/aabyen/kalender.ics").exists()


FAILURES = {
    "a page": ("generator.pages.events._others", SONG),
    "an area's page": ("generator.pages.areas.partners_by_sector", AREA),
    "a feed": ("generator.feeds.components._add_place", SONG),
    "a story": ("generator.feeds.stories._item", "areas/kysten/historier/koret.md"),
    "a card": ("generator.pages.event_card._more", SONG),
    "what is found": ("generator.search.documents._dates", SONG),
    "a poster": ("generator.pages.poster.poster", AREA),
}


@pytest.mark.parametrize(("where", "path"), FAILURES.values(), ids=FAILURES)
def test_an_exception_is_known_by_its_file_and_its_place(
    tmp_path: Path, where: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, _, name = where.rpartition(".")
    really = getattr(importlib.import_module(module), name)

    def fail(*given: Any) -> Any:
        every = (each for value in given for each in (value, getattr(value, "event", None)))
        about = [each.source for each in every if isinstance(each, Event | Area | Story)]
        about += [occurrence.event.source for value in given if isinstance(value, tuple | list) for occurrence in value]
        if path in about:
            raise KeyError("hemmeligt")
        return really(*given)

    monkeypatch.setattr(where, fail)
    with pytest.raises(KeyError) as caught:
        rebuilds.Rebuilder(rebuilds.miniature(tmp_path), tmp_path / "site").build(TODAY)
    assert source_of(caught.value) == path
    assert re.fullmatch(r"KeyError-[a-z_.]+-\d+", code_of(caught.value))


def test_an_exception_of_the_site_itself_stops_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    (tmp_path / "sitecustomize.py").write_text(_RAISES, "utf-8")
    done = build(project, PYTHONPATH=str(tmp_path), RAISE_IN="generator.feeds.sitemap|robots|True")
    assert done.returncode == 1
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    ("before", "correction", "refused"),
    [
        ("areas/nordby/area.yml", None, True),
        ("areas/nordby/area.yml", "ny", True),
        ("areas/nordby/area.yml", "nordby", False),
        ("content/om.md", None, False),
        (None, None, True),
        (None, "nordby", False),
    ],
    ids=[
        "all are gone",
        "all were moved a folder down",
        "one is being corrected",
        "there were none yet",
        "nobody knows whether there were any",
        "nobody knows, and one is being corrected",
    ],
)
def test_a_site_that_has_lost_all_its_areas_is_not_built(
    tmp_path: Path, before: str | None, correction: str | None, refused: bool
) -> None:
    site, _ = load(trees.programme(tmp_path))
    assert site
    site = replace(site, corrections=(Correction(correction, "", ""),) if correction else ())
    history = History(datetime(2026, 5, 1, tzinfo=UTC), {before: frozenset()} if before else {})
    with pytest.raises(ContentError, match=r"^areas:1:1: Alle områder er væk") if refused else nullcontext():
        refuse_loss_of_all(site, history)


def test_settings_that_are_not_understood_publish_nothing(tmp_path: Path) -> None:
    """A slip in `examples` would show the examples that were to be hidden."""
    root = rebuilds.miniature(tmp_path)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\neksempler: false\n", "utf-8")
    done = build(root)
    assert done.returncode == 1 and not (root / "site").exists()
    assert "«eksempler» kendes ikke." in done.stderr and "Traceback" not in done.stderr
