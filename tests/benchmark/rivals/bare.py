"""The same areas and events as plain Markdown, for MkDocs with Material and for Hugo with bare templates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from tests.benchmark.invention import PHOTOS, Happening, Locality
from tests.benchmark.programme import photo

_MATERIAL = """\
site_name: Kulturpunkt
site_url: https://kulturpunkt.example/kulturpunkt/
theme: {name: material, language: da, font: false}
plugins: [search]
markdown_extensions: [admonition, attr_list, def_list, footnotes, sane_lists, tables, toc]
nav:
  - Forside: index.md
"""
MENU_ENTRIES = 20
"""How many entries Material's menu has. With each page in the menu its time grows with the square of the pages."""

_HUGO = {
    "hugo.toml": """\
baseURL = "https://kulturpunkt.example/kulturpunkt/"
languageCode = "da"
title = "Kulturpunkt"
buildFuture = true
disableKinds = ["taxonomy", "term"]
""",
    "layouts/baseof.html": """\
<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"></head>
<body><header><a href="{{ "/" | relURL }}">{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "layouts/page.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n',
    "layouts/list.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
""",
}


def write_material(folder: Path, programme: Sequence[Locality]) -> None:
    """A project for MkDocs and Material: a page for each area and event, the first areas in the menu, search on."""
    docs = folder / "docs"
    write_photos(docs / "images")
    links = _links((locality.title, f"omraader/{locality.name}/index.md") for locality in programme)
    (docs / "index.md").write_text(f"# Kulturpunkt\n\n{links}", "utf-8")
    menu = (f"  - {locality.title}: omraader/{locality.name}/index.md\n" for locality in islice(programme, MENU_ENTRIES - 1))
    (folder / "mkdocs.yml").write_text(_MATERIAL + "".join(menu), "utf-8")
    for locality in programme:
        own = docs / "omraader" / locality.name
        own.mkdir(parents=True)
        links = _links((event.title, f"{event.name}.md") for event in locality.events)
        heading, images = f"# {locality.title}\n\n", "../../images"
        (own / "index.md").write_text(heading + _area_text(locality, images) + links, "utf-8")
        for event in locality.events:
            (own / f"{event.name}.md").write_text(f"# {event.title}\n\n{_event_text(event, images)}", "utf-8")


def write_hugo(folder: Path, programme: Sequence[Locality]) -> None:
    """A project for Hugo: the same pages; the lists are made by a template."""
    for name, text in _HUGO.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    write_photos(folder / "static/images")
    for locality in programme:
        own = folder / "content/omraader" / locality.name
        own.mkdir(parents=True)
        images = "/kulturpunkt/images"
        (own / "_index.md").write_text(f'---\ntitle: "{locality.title}"\n---\n{_area_text(locality, images)}', "utf-8")
        for event in locality.events:
            front = f'---\ntitle: "{event.title}"\ndate: {event.start}\n---\n'
            (own / f"{event.name}.md").write_text(front + _event_text(event, images), "utf-8")


def write_photos(folder: Path) -> None:
    """Write the photos that the programme shows into a new folder."""
    folder.mkdir(parents=True)
    for number in range(PHOTOS):
        (folder / f"foto-{number}.jpg").write_bytes(photo(number))


def _area_text(locality: Locality, images: str) -> str:
    return f"{_facts(locality.facts)}\n{_picture(locality.photo, images)}{locality.story}\n"


def _event_text(event: Happening, images: str) -> str:
    picture = "" if event.photo is None else _picture(event.photo, images)
    return f"{_facts(event.facts)}\n{picture}{event.text}"


def _facts(facts: Iterable[str]) -> str:
    """Front matter as a list that people read; what is nested in it is left out."""
    lines = (line.partition(": ") for fact in facts for line in fact.splitlines() if not line.startswith(" "))
    return "".join(f"- **{key.capitalize()}:** {value}\n" for key, _, value in lines if value and key not in ("titel", "navn"))


def _picture(number: int, images: str) -> str:
    return f"![Farvede cirkler på en himmel.]({images}/foto-{number}.jpg)\n\n"


def _links(entries: Iterable[tuple[str, str]]) -> str:
    return "".join(f"- [{title}]({address})\n" for title, address in entries)
