"""What a team would write in MkDocs' hooks to make this generator's outputs. MkDocs calls the `on_…` functions by their names."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from PIL import Image

from tests.benchmark.rivals.material.calendars import calendars
from tests.benchmark.rivals.material.data import data, structured_data
from tests.benchmark.rivals.material.pages import markdown_pages, other_pages
from tests.benchmark.rivals.material.programme import Event, Facts, Programme, plain, read

_WIDTHS, _KINDS = (480, 960, 1600), {"jpg": 75, "avif": 50}
_known: dict[str, Any] = {}
"""The programme and the templates' environment, from one hook to the next."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read all events, and add the pages and pictures that follow from them."""
    programme = _known["programme"] = _read(files)
    _known["events"] = {event.url: event for event in programme.events}
    for path, text in markdown_pages(programme):
        files.append(File.generated(config, path, content=text))
    for photo in [file for file in files.media_files() if file.src_uri.startswith("images/")]:
        for path, made in _pictures(Path(photo.abs_src_path or ""), Path(config.config_file_path or "").parent / ".cache/pictures"):
            files.append(File.generated(config, path, abs_src_path=str(made)))
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Keep the environment for the pages that are not MkDocs' own."""
    _known["environment"] = env
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object) -> dict[str, Any]:
    """Give an event's and an area's template what it shows."""
    programme: Programme = _known["programme"]
    if event := _known["events"].get(page.url):
        others = [entry for entry in programme.next_by_area[event.facts["area"]][:4] if entry[0] is not event][:3]
        context |= {"event": event, "others": others, "structured_data": structured_data(event, config.site_url or "")}
    elif area := page.meta.get("area"):
        context |= {"comes": programme.next_by_area.get(area, []), "every": programme.by_area[area]}
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is not a page of MkDocs."""
    programme, site, folder = _known["programme"], config.site_url or "", Path(config.site_dir)
    for path, content in calendars(programme, site):
        _write(folder / path, content)
    for made in (data(programme, site), other_pages(programme, site, _known["environment"])):
        for path, text in made:
            _write(folder / path, text.encode())


def _read(files: Files) -> Programme:
    areas: list[tuple[str, Facts]] = []
    events = []
    for file in files.documentation_pages():
        facts, body = read(file.content_string)
        if "day" in facts:
            events.append(Event(facts, file.url, plain(body)))
        elif "area" in facts:
            areas.append((file.url, {name: value for name, value in facts.items() if name != "template"}))
    return Programme(tuple(areas), tuple(events))


def _pictures(photo: Path, cache: Path) -> list[tuple[str, Path]]:
    """Return each width and kind of a photo: its path in the site and the file, which is made once."""
    cache.mkdir(parents=True, exist_ok=True)
    made = []
    for width in _WIDTHS:
        for kind, quality in _KINDS.items():
            file = cache / f"{photo.stem}-{photo.stat().st_size}-{width}.{kind}"
            if not file.exists():
                picture = Image.open(BytesIO(photo.read_bytes()))
                picture.thumbnail((width, 5000))
                picture.save(file, quality=quality)
            made.append((f"images/{width}/{photo.stem}.{kind}", file))
    return made


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
