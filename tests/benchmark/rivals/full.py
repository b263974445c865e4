"""Hugo and Material with the same outputs as this generator: `hugo/` and `material/`, with the synthetic programme as content."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import yaml
from PIL import Image

from tests.benchmark.invention import Locality
from tests.benchmark.programme import PROJECT, commit
from tests.benchmark.rivals.bare import MENU_ENTRIES, write_photos
from tests.benchmark.rivals.facts import Facts, area_facts, event_facts

_HERE = Path(__file__).parent
_OF_AN_AREA = (
    "html",
    "calendar",
    "poster",
    "week",
    "nextweek",
    "paper",
    "nextpaper",
    "mail",
    "nextmail",
    "weeks",
    "screen",
    "screenfeed",
    "embed",
    "embedmonth",
)
_FONT = PROJECT / "theme/fonts/punkt-sans-400-700.woff2"


def write_hugo(folder: Path, programme: Sequence[Locality]) -> None:
    """Write a project for Hugo, with our styles and fonts and one commit of history."""
    shutil.copytree(_HERE / "hugo", folder, dirs_exist_ok=True)
    shutil.copytree(PROJECT / "theme/css", folder / "assets/css")
    shutil.copytree(PROJECT / "theme/fonts", folder / "static/fonts")
    write_photos(folder / "assets/images")
    Image.new("RGB", (1200, 630), "#17242d").save(folder / "assets/card.jpg", quality=90)
    for locality in programme:
        own = folder / "content/omraader" / locality.name
        _write(own / "_index.md", {**area_facts(locality), "outputs": list(_OF_AN_AREA)}, locality.story)
        for event, facts in event_facts(locality):
            _write(own / f"{event.name}.md", {**facts, "type": "event", "outputs": ["html", "calendar"]}, event.text)
    commit(folder)


def write_material(folder: Path, programme: Sequence[Locality]) -> None:
    """Write a project for MkDocs and Material, with one commit of history; `social` finds a typeface instead of fetching one."""
    shutil.copytree(_HERE / "material", folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py"))
    fonts = folder / ".cache/plugin/social/fonts/Punkt"
    fonts.mkdir(parents=True, exist_ok=True)
    shutil.copy(_FONT, fonts / "Regular.ttf")
    docs = folder / "docs"
    write_photos(docs / "images")
    links = "".join(f"- [{locality.title}](omraader/{locality.name}/index.md)\n" for locality in programme)
    (docs / "index.md").write_text(f"# Kulturpunkt\n\n{links}", "utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        for locality in islice(programme, MENU_ENTRIES - 2):
            settings.write(f"  - {locality.title}: omraader/{locality.name}/index.md\n")
        settings.write(f"hooks: ['{_HERE / 'material/hooks.py'}']\n")
    for locality in programme:
        own = docs / "omraader" / locality.name
        _write(own / "index.md", {**area_facts(locality), "template": "area.html"}, f"# {locality.title}\n\n{locality.story}")
        for event, facts in event_facts(locality):
            more = {"template": "event.html", "date": facts["day"]}
            _write(own / f"{event.name}.md", {**facts, **more}, f"# {event.title}\n\n{event.text}")
    commit(folder)


def _write(file: Path, facts: Facts, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    front = yaml.dump(facts, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    file.write_text(f"---\n{front}---\n{text}", "utf-8")
