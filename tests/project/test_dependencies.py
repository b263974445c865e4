"""What we take of dependencies beyond what they promise. None of it is missed by a site: when it goes, this is what tells.

| of | what | without it |
|---|---|---|
| MkDocs | `observer`, `build_delay` of the preview's server | the preview asks for changes now and then, and begins a build later |
| MkDocs | `CountHandler` in a strict build | a build that is refused for its warnings takes the site's place all the same |
| Markdown | the names of two methods of `InlineProcessor` | each text is searched twenty times more |
| Jinja | `escape` among the names that a template's code knows | each text is escaped, which takes four times as long |
| pydantic | the four fields that are all of a model | what was cached becomes models that cannot be compared or copied |
| PyYAML | `CParser`, and what it asks of its loader | content is read several times slower, or `14.30` becomes a number |
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from markdown.treeprocessors import InlineProcessor
from mkdocs.commands import build
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils import CountHandler
from pydantic import BaseModel
from watchdog.events import FileModifiedEvent

from generator import plugin
from generator.build import preview
from generator.markdown import convert, quick
from generator.model.programme import Person
from generator.reading import yaml_nodes
from generator.rendering import templates
from tests.trees import write


def noting(own: Callable[..., object], asked: list[tuple[object, ...]]) -> Callable[..., object]:
    """The same, which notes what it was given."""

    def noted(*given: object) -> object:
        asked.append(given)
        return own(*given)

    return noted


class Watcher:
    """Stands where the one that asks the system would."""

    def __init__(self) -> None:
        self.handlers: list[Any] = []
        self.started = False

    def schedule(self, handler: Any, path: str, *, recursive: bool) -> None:
        self.handlers.append(handler)

    def start(self) -> None:
        self.started = True

    def stop(self) -> None:
        self.started = False


class Server(LiveReloadServer):
    """Notes how long it waits for the next change."""

    waited: list[float]

    @property
    def build_delay(self) -> float:
        self.waited.append(self.delay)
        return self.delay

    @build_delay.setter
    def build_delay(self, delay: float) -> None:
        self.waited, self.delay = [], delay


def test_our_watcher_reports_to_the_preview_and_waits_as_long_as_we_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "Watcher", Watcher)
    monkeypatch.delenv("KULTURPUNKT_POLL", raising=False)
    seen: list[bool] = []

    def builder() -> None:
        seen.append(watcher.started)
        server.shutdown()

    own = [str(tmp_path / "content"), str(tmp_path / "mkdocs.yml")]
    config: Any = SimpleNamespace(docs_dir=own[0], config_file_path=own[1], theme=SimpleNamespace(custom_dir=str(tmp_path)))
    write(tmp_path, {"content/index.md": "", "mkdocs.yml": ""})
    server = Server(builder, "127.0.0.1", 0, str(tmp_path))
    for place in own:
        server.watch(place)
    plugin.KulturpunktPlugin().on_serve(server, config=config, builder=builder)
    watcher: Any = server.observer
    assert len(watcher.handlers) == len(own) + 3
    watcher.handlers[0].on_any_event(FileModifiedEvent(own[0]))
    server.serve()  # type: ignore[no-untyped-call]
    assert seen == [True]
    assert server.waited == [plugin._SAVING]


def test_a_strict_build_counts_warnings_where_we_look() -> None:
    assert {"CountHandler", "addHandler"} <= set(build.build.__code__.co_names)
    logger, counter = logging.getLogger("mkdocs"), CountHandler(level=logging.WARNING)
    logger.addHandler(counter)
    try:
        logging.getLogger("mkdocs.x").info("nothing")
        assert not plugin._warned()
        logging.getLogger("mkdocs.x").warning("something")
        assert plugin._warned()
    finally:
        logger.removeHandler(counter)


@pytest.mark.parametrize("name", ["_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"])
def test_markdown_asks_our_methods(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(quick._Inline, name, noting(getattr(quick._Inline, name), asked))
    assert hasattr(InlineProcessor, name)
    assert convert.converted("Et *nyt* ord") == "<p>Et <em>nyt</em> ord</p>"
    assert asked


def test_templates_escape_by_our_function(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(templates, "_COMPILED", templates.Compiled(lasts=False))
    monkeypatch.setattr(templates, "_escaped", noting(templates._escaped, asked))
    write(tmp_path, {"page.html": "{% macro item(text) %}<i>{{ text }}</i>{% endmacro %}{{ title }}{{ item(title) }}"})
    made = templates.environment(tmp_path, title="Å & b").get_template("page.html").render()
    assert made == "Å &amp; b<i>Å &amp; b</i>"
    assert asked.count(("Å & b",)) == 2


def test_a_model_is_its_four_fields() -> None:
    assert BaseModel.__slots__ == ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
    read = Person.model_validate({"navn": "Anna Andersen", "telefon": "12 34 56 78"})
    again = Person.of(dict(read.__dict__))
    assert again == read
    assert hash(again) == hash(read)
    assert repr(again) == repr(read)
    assert again.model_dump() == read.model_dump()
    assert again.model_copy(update={"name": "Bo"}).name == "Bo"


@pytest.mark.parametrize("name", ["resolve", "descend_resolver", "ascend_resolver"])
def test_the_fast_parser_of_yaml_asks_our_loader(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    assert yaml.__with_libyaml__
    assert yaml_nodes._Loader.__base__ is yaml.cyaml.CParser  # type: ignore[attr-defined]
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(yaml_nodes._Loader, name, noting(getattr(yaml_nodes._Loader, name), asked))
    top = yaml_nodes.composed.__wrapped__("kl: 14.30\nja: [no, 2026]\n")
    assert top
    assert yaml_nodes.plain(top) == {"kl": "14.30", "ja": ["no", "2026"]}
    assert asked
