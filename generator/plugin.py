"""The MkDocs plugin: MkDocs' events call the generator, and nothing else here knows about MkDocs.

Pages of content/ are MkDocs' own pages with a body from us. Pages that the areas make (areas, events) do not go through
MkDocs one by one: the shell is rendered once for each kind and depth with marks in it, and each page fills the marks.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.utils import CountHandler

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.livereload import LiveReloadServer

    from generator.build.build import Build
    from generator.build.output import Output, Preview
    from generator.build.writer import Manifest
    from generator.problems.problem import Problem


class KulturpunktConfig(Config):
    """The plugin's options in mkdocs.yml."""

    examples = config_options.Type(bool, default=True)
    content = config_options.Type(str, default="")


class KulturpunktPlugin(BasePlugin[KulturpunktConfig]):
    """One instance lives through `mkdocs serve`; `build` and `output` are made anew for each build."""

    build: Build
    output: Output | Preview
    command = "build"

    def __init__(self) -> None:
        self.previewed: Manifest = {}
        self.problems: Sequence[Problem] = ()

    def on_startup(self, *, command: Any, dirty: bool) -> None:
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """What MkDocs writes goes to a folder of its own, and from there into the site. Of Material nothing is published: MkDocs
        does not look through its eleven thousand files, and its templates join in `on_env`.

        All that a build makes lives until it ends: looking for rubbish meanwhile would take a tenth of its time.
        """
        gc.disable()
        if self.command == "serve":
            importlib.import_module("generator.build.preview").forget_generator()
        config.theme.static_templates.discard("sitemap.xml")
        own = config.theme.custom_dir
        self.others = [folder for folder in config.theme.dirs if folder != own]
        config.theme.dirs = [folder for folder in config.theme.dirs if folder == own]
        output = importlib.import_module("generator.build.output")
        self.site = Path(config.site_dir)
        if self.command == "serve":
            self.output = output.Preview(self.site, self.previewed)
        else:
            self.output = output.Output(self.site, _root(config) / ".cache")
        config.site_dir = str(self.output.engine)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Loads all content before MkDocs touches the site's folder, so that a problem leaves an earlier site as it was.

        The preview goes on with a problem, as a build of no page at all: MkDocs' server answers nothing after a build that failed.
        """
        build = importlib.import_module("generator.build.build")
        errors = importlib.import_module("generator.problems.problem")
        repository = importlib.import_module("generator.repository.links")
        self.problems = ()
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
            if self.command != "serve":
                raise Abort("Indholdet har fejl, så siden er ikke bygget.") from None
            self.problems = error.problems
            config.nav = None
            config.theme.static_templates.clear()
        except ValueError as error:
            raise PluginError(f"KULTURPUNKT_TODAY: {error}") from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Material's and the theme's own files give way to the published ones, and leftovers of programs to nothing.

        Pages that Markdown may link to join as files.
        """
        if self.problems:
            return Files([])
        is_leftover = importlib.import_module("generator.cache.leftovers").lies_among_leftovers
        docs = Path(config.docs_dir)
        for file in list(files):
            is_ours = file.src_dir is not None and Path(file.src_dir) == docs
            if is_leftover(file.src_uri) or (file.is_media_file() and not is_ours):
                files.remove(file)
        self.known = [_linkable(config, address) for address in self.build.lasting_addresses()]
        for file in self.known:
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        if not self.problems:
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
        """Writes the areas' pages and all feeds."""
        if self.problems:
            return env
        env.loader = jinja2.FileSystemLoader([*config.theme.dirs, *self.others])
        for known in self.known:
            files.remove(known)
        env.bytecode_cache = importlib.import_module("generator.rendering.templates").SHELL
        context = {"config": config, "page": None, "base_url": "", "nav": None}
        shell = env.get_template("main.html")
        builder = importlib.import_module("generator.build.builder")
        made = builder.Builder(self.build, lambda layout: shell.render(**context, layout=layout), self.output.is_current)
        for file in made.files():
            self.output.write(file)
        self.previewed = self.output.writer.manifest
        return env

    def on_page_context(self, context: Any, *, page: EnginePage, config: MkDocsConfig, nav: Navigation) -> Any:
        return {**context, "layout": self.build.layout("content/" + page.file.src_uri)}

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        return {**context, "layout": self.build.not_found()} if template_name == "404.html" else context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The new site takes the old one's place, unless the build is strict and there was something to warn of.

        What is left then goes with the process, which need not be looked through at its end.
        """
        if self.command == "build":
            gc.freeze()
        gc.enable()
        if not self.problems:
            del self.build
        if not (self.problems or _warned()):
            self.output.publish()
        self.output.close()
        del self.output
        config.site_dir = str(self.site)

    def on_build_error(self, *, error: Exception) -> None:
        """A build that fails leaves the site as it was; that the disk is full is said without a traceback."""
        gc.enable()
        if hasattr(self, "output"):
            self.output.close()
        if isinstance(error, OSError):
            where = f" ({error.filename})" if error.filename else ""
            raise Abort(f"Siden kunne ikke skrives, og den gamle er urørt: {error.strerror or error}{where}") from None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """The preview follows all that the site is made from, hears of a change at once, and shows what is wrong in the content."""
        preview = importlib.import_module("generator.build.preview")
        own = (config.docs_dir, config.config_file_path or "mkdocs.yml")
        for place in own:
            server.unwatch(place)
        if not os.environ.get("KULTURPUNKT_POLL"):
            server.observer = preview.Watcher()
            server.build_delay = _SAVING
        server.set_app(preview.Overlay(server.get_app(), lambda: self.problems, server.mount_path))
        folders = (_root(config) / "areas", Path(config.theme.custom_dir or "theme"), Path(__file__).parent)
        for place in (*own, *map(str, folders)):
            server.watch(place)
        return server


def _linkable(config: MkDocsConfig, address: str) -> File:
    """Return a page or file that we write, under the name by which a link finds it: the address without its last slash."""
    file = File.generated(config, address.rstrip("/"), content=b"")
    file.dest_uri = f"{address}index.html" if address.endswith("/") else address
    return file


_SAVING = 0.03
"""Seconds without another change after which the preview begins a build: an editor saves a file in a few steps."""


def _warned() -> bool:
    """Whether MkDocs, which counts warnings in a strict build, will end it with an error."""
    return any(handler.get_counts() for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent
