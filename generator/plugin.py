"""The MkDocs plugin: MkDocs' events call the generator, and nothing else here knows about MkDocs.

Pages of content/ are MkDocs' own pages with a body from us. Pages that the areas make (areas, events) do not go through
MkDocs one by one: the shell is rendered once for each kind and depth with marks in it, and each page fills the marks.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage

if TYPE_CHECKING:
    from generator.build import Build


class KulturpunktConfig(Config):
    """The plugin's options in mkdocs.yml."""

    examples = config_options.Type(bool, default=True)
    content = config_options.Type(str, default="")


class KulturpunktPlugin(BasePlugin[KulturpunktConfig]):
    """One instance lives through `mkdocs serve`; `build` is made anew for each build."""

    build: Build
    command = "build"

    def on_startup(self, *, command: Any, dirty: bool) -> None:
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Loads all content before MkDocs touches the site's folder, so that a problem leaves an earlier site as it was."""
        if self.command == "serve":
            _forget_generator()
        build = importlib.import_module("generator.build")
        errors = importlib.import_module("generator.problems")
        repository = importlib.import_module("generator.repository")
        try:
            self.build = build.Build.start(
                root=_root(config),
                content=Path(self.config.content) if self.config.content else None,
                theme=Path(config.theme.custom_dir or "theme"),
                today=os.environ.get("KULTURPUNKT_TODAY"),
                examples=self.config.examples,
                site_url=config.site_url or "/",
                repository=repository.repository_at(config.repo_url, config.edit_uri),
                preview=self.command == "serve",
            )
        except errors.ContentError as error:
            print(error, file=sys.stderr)
            raise Abort("Indholdet har fejl, så siden er ikke bygget.") from None
        except ValueError as error:
            raise PluginError(f"KULTURPUNKT_TODAY: {error}") from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Material's and the theme's own files give way to the published ones; the areas' pages join as files."""
        docs = Path(config.docs_dir)
        for file in list(files.media_files()):
            if file.src_dir is None or Path(file.src_dir) != docs:
                files.remove(file)
        for path in self.build.paths():
            files.append(File.generated(config, path, content=b""))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.build.menu = [(str(page.title), page.url.removeprefix("./")) for page in nav.pages if page.title]
        return nav

    def on_page_content(self, html: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Takes each Markdown page as HTML; what it becomes is known when all of them are."""
        contents = [{"title": item.title, "anchor": item.id} for item in page.toc]
        self.build.add_document(
            "content/" + page.file.src_uri,
            page.file.url.removeprefix("./"),
            str(page.title or ""),
            page.meta.get("description", ""),
            html,
            contents,
        )
        return html

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Fills the areas' pages and all feeds, before MkDocs writes files."""
        context = {"config": config, "page": None, "base_url": "", "nav": None}
        shell = env.get_template("main.html")
        for path, content in self.build.files(lambda sheet: shell.render(**context, sheet=sheet)):
            file = files.get_file_from_path(path)
            if file is None:
                file = File.generated(config, path, content=b"")
                files.append(file)
            file.content_bytes = content
        return env

    def on_page_context(self, context: Any, *, page: EnginePage, config: MkDocsConfig, nav: Navigation) -> Any:
        return {**context, "sheet": self.build.sheet("content/" + page.file.src_uri)}

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        return {**context, "sheet": self.build.not_found()} if template_name == "404.html" else context

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """The preview follows all that the site is made from."""
        for folder in (_root(config) / "areas", Path(config.theme.custom_dir or "theme"), Path(__file__).parent):
            server.watch(str(folder))
        return server


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _forget_generator() -> None:
    """Lets the preview see a change in the generator: its modules, but this one, are read again."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "generator" and name != __name__]:
        del sys.modules[name]
