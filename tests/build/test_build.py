"""Real builds of the project's own content."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests import sites
from tests.conftest import AFTER, BEFORE, DURING, SiteAt

FIXED_PAGES = (
    *("", "om/", "omraader/", "omraader/nordmors/", "det-sker/", "det-sker/arkiv/", "tidsplan/", "ideer/", "kontakt/"),
    *("tilgaengelighed/", "privatliv/", "rediger/", "404.html", "det-sker/programmet/kick-off/"),
    "det-sker/nordmors/1-maj-ejerslev-havn/",
)


def text_of(site: Path, page: str) -> str:
    """A page's words, with single spaces."""
    html = (site / page / "index.html" if not page.endswith(".html") else site / page).read_text("utf-8")
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def test_all_pages_are_there(site_at: SiteAt) -> None:
    assert set(FIXED_PAGES) <= set(sites.pages_of(site_at(AFTER)))


def test_eleven_areas_have_a_page(site_at: SiteAt) -> None:
    pages = [page for page in sites.pages_of(site_at(AFTER)) if re.fullmatch(r"omraader/(?!plakater/)[^/]+/", page)]
    assert len(pages) == 11


@pytest.mark.parametrize("today", [BEFORE, DURING, AFTER])
def test_every_link_leads_somewhere(site_at: SiteAt, today: str) -> None:
    assert sites.broken_links(site_at(today)) == []


def test_every_link_leads_somewhere_without_examples(site_at: SiteAt) -> None:
    assert sites.broken_links(site_at(AFTER, examples=False)) == []


def test_the_sitemap_lists_what_may_be_found(site_at: SiteAt) -> None:
    tree = ET.parse(site_at(AFTER) / "sitemap.xml")  # noqa: S314  our own file
    listed = {element.text or "" for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert "https://kulturpunkt.example/kulturpunkt/omraader/nordmors/" in listed
    assert not any("havblikket" in address or "404" in address for address in listed)


def test_examples_are_marked_and_preserved_from_search_engines(site_at: SiteAt) -> None:
    html = (site_at(AFTER) / "omraader/havblikket/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert '<span class="mark">Eksempel</span>' in html
    real = (site_at(AFTER) / "omraader/nordmors/index.html").read_text("utf-8")
    assert "noindex" not in real


@pytest.mark.parametrize("today", [BEFORE, AFTER])
def test_without_examples_they_are_nowhere(site_at: SiteAt, today: str) -> None:
    names = [folder.name for folder in (sites.SAMPLE / "areas").iterdir() if folder.name != "nordmors"]
    for file in site_at(today, examples=False).rglob("*"):
        content = re.sub(rb"<template.*?</template>", b"", file.read_bytes(), flags=re.DOTALL) if file.is_file() else b""
        assert not any(name.encode() in content for name in names), file
        assert b'class="mark"' not in content or file.suffix == ".css", file


def test_one_real_area_alone_is_said_as_such(site_at: SiteAt) -> None:
    """After the round's last day no more are to come."""
    assert "En af de 11 lokalområder har en side her" in text_of(site_at(AFTER, examples=False), "omraader/")


def test_before_during_and_after_tell_three_truths(site_at: SiteAt) -> None:
    before, during, after = site_at(BEFORE), site_at(DURING), site_at(AFTER)
    assert "Vi er ved trin 3 af 12" in text_of(before, "")
    assert "Vi er ved trin 9 og 10 af 12" in text_of(during, "")
    assert "Programmet er afsluttet" in text_of(after, "")
    day = "det-sker/nordmors/1-maj-ejerslev-havn/"
    assert "om 356 dage" in text_of(before, day)
    assert "I gang nu" in text_of(during, day)
    assert "Afholdt" in text_of(after, day)
    assert "Kulturpunkt Nordmors på Ejerslev Havn" not in text_of(after, "det-sker/")
    assert "Kulturpunkt Nordmors på Ejerslev Havn" in text_of(after, "det-sker/arkiv/")


def test_two_builds_strict_and_lenient_by_one_process_or_more_are_the_same_to_the_byte(
    site_at: SiteAt, project: Path, tmp_path: Path
) -> None:
    elsewhere = {"TZ": "America/New_York", "LANG": "C", "PYTHONHASHSEED": "7", "KULTURPUNKT_WORKERS": "1"}
    result = sites.mkdocs_build(project, tmp_path / "site", KULTURPUNKT_TODAY=DURING, **elsewhere)
    assert result.returncode == 0, result.stderr
    usual = r"INFO +- +(?:Cleaning site directory|Building documentation to|Documentation built in)"
    assert [line for line in result.stderr.splitlines() if re.match("INFO|WARNING", line) and not re.match(usual, line)] == []
    assert sites.contents(tmp_path / "site") == sites.contents(site_at(DURING))


def test_a_today_that_is_none_is_said(project: Path, tmp_path: Path) -> None:
    result = sites.mkdocs_build(project, tmp_path / "site", KULTURPUNKT_TODAY="i går")
    assert result.returncode == 1
    assert "KULTURPUNKT_TODAY: «i går» er ikke en dato" in result.stderr


def test_the_programmes_words_are_preserved(site_at: SiteAt) -> None:
    about = text_of(site_at(AFTER), "om/")
    for words in (
        "Hvor der er ildsjæle og andre kræfter, der kan aktiveres, og som vil påtage sig at indgå i projektet.",
        "Eks. på tværs af generationer, målgrupper og sektorer",
        "Underskrive en samarbejdsaftale med Region Nordjylland og følge projektet til dørs.",
        "Gennem projektet styrkes oplevelsen af livskvalitet og attraktivitet i 11 nordjyske lokalområder.",
        "Undervejs tilbyder Region Nordjylland løbende sparring med lokalområderne",
    ):
        assert words in about


FORK, REPOSITORY = "https://kultur.example/", "https://code.example/fork"


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A copy of the project with a new page, links of all kinds and leftovers of programs; and its site, for a fork's address."""
    root = sites.copied_project(tmp_path_factory.mktemp("fork") / "project")
    links = (
        "[a](/omraader/nordmors/) [b](omraader/nordmors/) [c](/rediger/felter/) [d](/det-sker/kalender.ics) [e](/det-sker/arkiv/)"
    )
    page = root / "content/om.md"
    page.write_text(f"{page.read_text('utf-8')}\n{links}\n", "utf-8")
    (root / "content/presse.md").write_text("---\ntitle: Presse\ndescription: For journalister.\n---\n## Tal\n\nHej.\n", "utf-8")
    for left in ("content/Thumbs.db", "content/om.md~", "content/._om.md", "content/__MACOSX/om.md", "areas/nordmors/.DS_Store"):
        (root / left).parent.mkdir(exist_ok=True)
        (root / left).write_bytes(b"\xff")
    (root / "content/.#om.md").symlink_to("nowhere")
    return root, sites.built(root / "site", project=root, SITE_URL=FORK, REPO_URL=REPOSITORY)


def test_pages_may_lead_to_all_that_is_made(fork: tuple[Path, Path]) -> None:
    html = (fork[1] / "om/index.html").read_text("utf-8")
    addresses = ("omraader/nordmors/", "omraader/nordmors/", "rediger/felter/", "det-sker/kalender.ics", "det-sker/arkiv/")
    assert [f'href="../{address}">{name}</a>' in html for name, address in zip("abcde", addresses, strict=True)] == [True] * 5


def test_leftovers_of_programs_are_not_published(fork: tuple[Path, Path]) -> None:
    names = ("Thumbs", "~", "._", "__MACOSX", ".DS_Store", ".#")
    assert [path for path in sites.contents(fork[1]) if any(name in path for name in names)] == []


def test_a_new_markdown_page_is_a_page(fork: tuple[Path, Path]) -> None:
    assert "Hej." in text_of(fork[1], "presse/")


def test_a_fork_publishes_under_its_own_address(fork: tuple[Path, Path], project: Path, tmp_path: Path) -> None:
    below = sites.built(tmp_path / "site", project=project, SITE_URL=f"{FORK}a/b/", REPO_URL=REPOSITORY)
    for site, base in ((fork[1], "/"), (below, "/a/b/")):
        assert sites.broken_links(site, base) == []
        about = (site / "om/index.html").read_text("utf-8")
        form = (site / "rediger/fil/index.html").read_text("utf-8")
        address = f"{FORK}{base.lstrip('/')}"
        assert f'<link rel="canonical" href="{address}om/">' in about
        assert f"{REPOSITORY}/edit/main/" in form
        assert f"Sitemap: {address}sitemap.xml" in (site / "robots.txt").read_text("utf-8")
        assert f'href="{base}kontakt/"' in (site / "404.html").read_text("utf-8")


def test_a_problem_stops_the_build_and_leaves_the_old_site(fork: tuple[Path, Path]) -> None:
    root, site = fork
    before = sites.contents(site)
    event, area = root / "areas/nordmors/events/1-maj-ejerslev-havn.md", root / "areas/nordmors/area.yml"
    whole = {file: file.read_bytes() for file in (event, area)}
    event.write_bytes(whole[event].replace(b"start: ", b"start: 31. februar "))
    area.write_text("navn: Nordmors\nstatos: offentlig\n", "utf-8")
    result = sites.mkdocs_build(root, site)
    for file, content in whole.items():
        file.write_bytes(content)
    assert result.returncode == 1
    assert "areas/nordmors/area.yml:2:1: statos: Feltet kendes ikke. Mente du «status»?" in result.stderr
    assert re.search(r"1-maj-ejerslev-havn\.md:\d+:8: start: .* er ikke en dato", result.stderr)
    assert "fejl i 2 filer" in result.stderr
    assert "Traceback" not in result.stderr
    assert sites.contents(site) == before
