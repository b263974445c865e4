"""What `kulturpunkt export` writes: Markdown at the same addresses, safe, and built by other engines."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import paths
from generator.cli import main
from generator.content.load import load
from generator.danish.dates import ZONE
from generator.export.markdown import escaped, for_others, portable
from generator.export.tree import tree
from generator.model.calendar import Calendar
from generator.pages.context import SiteContext
from generator.repository.history import read_history
from tests import sites, trees
from tests.conftest import DURING

ZENSICAL = sites.PROJECT / ".venv-portability/bin/zensical"
EXTENSIONS = ["admonition", "attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc"]
NOT_EXPORTED = re.compile(
    r"404\.html|(?:uge|skaerm|indlejr|data|was)/.*|indhold/|resultater/del/|soeg/|rediger/(?:status|fil)/|.*plakat(?:er)?/|det-sker/(?:kommune/[^/]+|\d{4}-\d{2})/"
)
"""Lists and prints made of the other pages, and tools of this site. Any other page has a template in theme/export, or a `text`."""


@pytest.fixture(scope="module")
def exported(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's site, exported."""
    folder = tmp_path_factory.mktemp("export") / "tree"
    result = subprocess.run(
        [Path(sys.executable).with_name("kulturpunkt"), "export", folder],
        cwd=project,
        env={**os.environ, "KULTURPUNKT_TODAY": DURING},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "filer er skrevet i" in result.stdout
    return folder


def test_each_page_is_a_markdown_file_at_its_address(exported: Path, site_at: Callable[..., Path]) -> None:
    pages = [page for page in sites.pages_of(site_at(DURING)) if not NOT_EXPORTED.fullmatch(page)]
    docs = exported / "docs"
    written = {file.relative_to(docs).as_posix() for file in docs.rglob("*.md")}
    assert written == {page.removesuffix("/") + ".md" if page else "index.md" for page in pages}


def test_feeds_and_data_are_the_same(exported: Path, site_at: Callable[..., Path]) -> None:
    made, site = sites.contents(exported / "docs"), sites.contents(site_at(DURING))
    feeds = [path for path in site if path.endswith((".ics", ".csv", ".json", ".xml", ".vcf")) and path != "sitemap.xml"]
    feeds = [path for path in feeds if path in made]
    assert {"det-sker/kalender.ics", "det-sker/nyt.xml", "data/v1/arrangementer.csv", "data/v1/omraader.json"} <= set(feeds)
    assert all(made[path] == site[path] for path in feeds)


def test_an_event_keeps_what_was_written_of_it(exported: Path) -> None:
    page = (exported / "docs/det-sker/nordmors/1-maj-ejerslev-havn.md").read_text("utf-8")
    front = yaml.safe_load(page.split("---\n")[1])
    assert front["kulturpunkt"]["start"] == "2026-05-01 kl. 10.00"
    assert "- **Hvornår:** fredag den 1. maj 2026 kl. 10.00-17.00\n- **Hvor:** Ejerslev Havn\n" in page
    assert "- **Lokalområde:** [Nordmors](../../omraader/nordmors.md)" in page
    assert "- **10.00:** Åbningstale" in page


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_engines_of_today_build_it_strictly(exported: Path, tmp_path: Path, engine: str) -> None:
    site = sites.built(tmp_path / "site", project=exported, engine=engine)
    assert "Ejerslev Havn" in (site / "det-sker/nordmors/1-maj-ejerslev-havn/index.html").read_text("utf-8")


def test_lists_of_many_events_are_whole(tmp_path: Path) -> None:
    days = [date(2026, 1, 1) + timedelta(days=3 * place) for place in range(120)]
    events = {f"areas/nordby/events/dag-{day}.md": f"---\ntitel: Dag\nstart: {day} kl. 10.00\n---\n" for day in days}
    own = {
        **dict.fromkeys(paths.LED_TO, "---\ntitle: Det sker\n---\n"),
        "mkdocs.yml": "nav: []\n",
        "areas/nordby/area.yml": trees.AREA,
    }
    trees.programme(tmp_path, {**own, **events})
    site, problems = load(tmp_path)
    assert site and not problems
    context = SiteContext(Calendar.at(site, datetime(2026, 6, 15, tzinfo=ZONE)), tmp_path, True)

    files = dict(tree(context, read_history(tmp_path, context.now), sites.PROJECT / "theme", tmp_path / "pictures"))

    lists = (files["docs/det-sker.md"] + files["docs/det-sker/arkiv/2026.md"]).decode()
    assert sorted(re.findall(r"dag-(\d{4}-\d\d-\d\d)\.md", lists)) == [str(day) for day in days]


@pytest.mark.skipif(not ZENSICAL.exists(), reason="Zensical is not installed: make portability")
def test_zensical_builds_it_strictly_and_every_link_leads_somewhere(exported: Path) -> None:
    result = subprocess.run([ZENSICAL, "build", "--strict"], cwd=exported, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    docs, site = exported / "docs", exported / "site"
    assert {file.relative_to(docs).with_suffix("") for file in docs.rglob("*.md") if file.name != "index.md"} == {
        file.relative_to(site).parent for file in site.glob("*/**/index.html")
    }
    assert [fault for fault in sites.broken_links(site) if not fault.startswith("404.html")] == []


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=60))
@trees.modest
def test_a_line_of_text_shows_as_it_was_written(text: str) -> None:
    line = " ".join(text.split())
    html = markdown.markdown(f"- **Felt:** {escaped(line)}", extensions=EXTENSIONS)
    assert html == f"<ul>\n<li><strong>Felt:</strong> {_in_html(line)}</li>\n</ul>".replace(": </li>", ":</li>")


@pytest.mark.parametrize(
    "line", ["1. maj", "- nej", "> op", "# et", "===", "+ 2", "[a](b)", "*stjerne*", "<b>", "&amp;", "2.000 kr."]
)
def test_a_paragraph_that_looks_like_markup_is_text(line: str) -> None:
    assert markdown.markdown(escaped(line), extensions=EXTENSIONS) == f"<p>{_in_html(line)}</p>"


def test_own_headings_keep_their_addresses_links_lead_to_files_and_code_stays_as_it_is() -> None:
    text = "## Det gør du på GitHub\n\n```yaml\n## Program\n[se](../om/)\n```\n\n"
    text += "[a](beskeder/#b) [c](https://d.example/) [e](/rediger/felter/)\n"
    files = {"beskeder/": "rediger/beskeder.md", "/rediger/felter/": "rediger/felter.md"}
    made = for_others(text, files.__getitem__)
    for written, said in (
        ("GitHub\n", "GitHub {: #det-goer-du-paa-github }\n"),
        *((f"]({page}", f"]({file}") for page, file in files.items()),
    ):
        text = text.replace(written, said)
    assert made == text
    assert '<h2 id="det-goer-du-paa-github">Det gør du på GitHub</h2>' in markdown.markdown(made, extensions=EXTENSIONS)


def test_markdown_is_preserved_where_cleaning_takes_nothing_away() -> None:
    text = "## Program\n\n- **Kl. 10**: [sang](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    assert portable(text, "../") == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("14. november: Kor", "<p>14. november: Kor</p>"),
        ("Hej\n- a", "<p>Hej</p>\n<ul>\n<li>a</li>\n</ul>"),
        ("#nordmors", "<p>#nordmors</p>"),
    ],
)
def test_what_others_would_read_otherwise_is_html(text: str, html: str) -> None:
    assert portable(text, "../") == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>Hej",
        "[her](javascript:alert(1))",
        "Hej <b onclick=alert(1)>du</b>",
        "![](https://example.org/spor.gif)",
        "<!-- skjult -->Hej",
        "Hej\n{: onclick=alert(1) }",
        "*Hej*{ onclick=alert(1) }",
        "## Hej { onclick=alert(1) }",
        "<style>body{display:none}</style>Hej",
    ],
)
def test_what_could_act_is_cleaned_in_the_tree_too(text: str) -> None:
    made = portable(text, "../") or ""
    html = markdown.markdown(made, extensions=EXTENSIONS)
    assert not re.search(r"<(script|style|img)|<[^>]+onclick|javascript:|<!--", html)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mit.txt").write_text("mit", "utf-8")
    assert main(["export", str(tmp_path)]) == 2
    assert "er ikke en tom mappe. Vælg en ny." in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mit.txt"]


def test_content_with_problems_is_not_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    trees.programme(tmp_path, {"areas/nordby/area.yml": "navn: Nordby\n"})
    monkeypatch.chdir(tmp_path)
    assert main(["export", str(tmp_path / "ud")]) == 1
    assert "areas/nordby/area.yml" in capsys.readouterr().out
    assert not (tmp_path / "ud").exists()


def _in_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_where_a_page_stood_before_one_finds_it(tmp_path: Path) -> None:
    """Posters and tools of this site are not exported, nor is what leads to them."""
    example, now = sites.PROJECT / "tests/example", datetime(2026, 5, 1, tzinfo=ZONE)
    site, _ = load(example)
    assert site
    context = SiteContext(Calendar.at(site, now), example, examples=True)
    files = {path for path, _ in tree(context, read_history(example, now), sites.PROJECT / "theme", tmp_path)}
    assert {"docs/omraader/gammelaa.md", "docs/det-sker/kysten/nytaarsaften.md"} <= files
    assert not [path for path in files if "plakat" in path]
