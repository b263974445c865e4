"""The MkDocs plugin: MkDocs' events call the generator, and nothing else here knows about MkDocs.

Pages of content/ are MkDocs' own pages with a body from us. Pages that the areas make (areas, events) do not go through
MkDocs one by one: the shell is rendered once for each kind and depth with placeholders in it, and each page fills them.
"""

from __future__ import annotations

import gc
import importlib
import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.utils import CountHandler

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.livereload import LiveReloadServer

    from generator.build.build import Build
    from generator.build.isolation_report import IsolationReport
    from generator.build.output import Output, Preview
    from generator.build.writer import Manifest
    from generator.problems.problem import Problem


class KulturpunktConfig(Config):
    """The plugin's options in mkdocs.yml."""

    examples = config_options.Type(bool, default=True)


class KulturpunktPlugin(BasePlugin[KulturpunktConfig]):
    """One instance lives through `mkdocs serve`; `build` and `output` are made anew for each build."""

    build: Build
    output: Output | Preview
    report: IsolationReport | None = None
    command = "build"

    def __init__(self) -> None:
        self.previewed: Manifest = {}
        self.problems: Sequence[Problem] = ()

    def on_startup(self, *, command: Any, dirty: bool) -> None:
        self.command = command
        for handler in logging.getLogger("mkdocs").handlers:
            handler.addFilter(_module("build.engine_words").InDanish())

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give MkDocs a folder of its own to write to, from where its files go into the site.

        Of Material nothing is published: MkDocs does not search its eleven thousand files, and its templates join in `on_env`.

        All that a build makes lives until it ends: looking for rubbish meanwhile would take a tenth of its time.
        """
        gc.disable()
        if self.command == "serve":
            _module("build.preview").forget_generator()
        config.theme.static_templates.discard("sitemap.xml")
        own = config.theme.custom_dir
        self.others = [folder for folder in config.theme.dirs if folder != own]
        config.theme.dirs = [folder for folder in config.theme.dirs if folder == own]
        output = _module("build.output")
        self.site = Path(config.site_dir)
        if place := output.overwritten(self.site, _own_folders(config)):
            raise PluginError(f"Siden kan ikke skrives i {self.site}: den er lavet af filer i {place}. Vælg en anden mappe.")
        is_preview = self.command == "serve"
        self.output = (
            output.Preview(self.site, self.previewed) if is_preview else output.Output(self.site, _root(config) / ".cache")
        )
        config.site_dir = str(self.output.engine)
        if report := os.environ.get("KULTURPUNKT_ISOLATION"):
            module = _module("build.isolation_report")
            self.report = module.IsolationReport.read(Path(report))
            logging.getLogger("mkdocs").addHandler(module.Warnings(self.report.said))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Load all content before MkDocs touches the site's folder, so that a problem leaves an earlier site as it was.

        The preview goes on with a problem, as a build of no page at all: MkDocs' server answers nothing after a build that failed.
        """
        build, errors, repository = map(_module, ("build.build", "problems.problem", "repository.links"))
        self.problems = ()
        try:
            self.build = build.Build.start(
                root=_root(config),
                theme=Path(config.theme.custom_dir or "theme"),
                today=os.environ.get("KULTURPUNKT_TODAY"),
                examples=self.config.examples,
                site_url=config.site_url or "/",
                repository=repository.repository_at(config.repo_url, config.edit_uri),
                preview=self.command == "serve",
                report=self.report,
            )
        except errors.ContentError as error:
            print(error, file=sys.stderr)
            if self.command != "serve":
                raise Abort("Indholdet har fejl, så siden er ikke bygget.") from None
            self.problems = error.problems
            config.nav = None
            config.theme.static_templates.clear()
        except errors.RefusedError as error:
            raise PluginError(f"KULTURPUNKT_TODAY: {error}") from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Remove Material's and the theme's own files and leftovers of programs; add the pages that Markdown may link to."""
        if self.problems:
            return Files([])
        is_leftover = _module("cache.leftovers").lies_among_leftovers
        docs = Path(config.docs_dir)
        for file in list(files):
            is_ours = file.src_dir is not None and Path(file.src_dir) == docs
            if is_leftover(file.src_uri) or (file.is_media_file() and not is_ours) or self.build.content.is_lost(file.src_uri):
                files.remove(file)
        self._mend(files, config)
        self.known = [file for address in self.build.content.lasting_addresses() for file in _linkable(config, address)]
        for file in self.known:
            files.append(file)
        return files

    def _mend(self, files: Files, config: MkDocsConfig) -> None:
        """Let no file of content/ stop a build in spite of problems: a page that cannot be read is shown without its text."""
        for file in list(files) if self.report else ():
            if self._can_be_read(file):
                continue
            files.remove(file)
            if file.is_documentation_page() and file.src_uri.isprintable():
                files.append(File.generated(config, file.src_uri, content=""))
            elif not (file.is_documentation_page() or self.build.content.is_reported(file.src_uri)):
                self._say(f"content/{file.src_uri}: er udeladt, fordi filen ikke kan læses.")
        for path in (*self.report.pages_of(config.nav), *self.build.content.led_to()) if self.report else ():
            if path not in files.src_uris:
                self._say(f"content/{path}: siden vises uden sin tekst.")
                files.append(File.generated(config, path, content=""))

    def _can_be_read(self, file: File) -> bool:
        """Whether a file is one that can be read. A pipe is not opened: nothing may ever come out of it."""
        try:
            file.url.encode()
            if file.abs_src_path and not stat.S_ISREG(os.lstat(file.abs_src_path).st_mode):
                return False
            file.content_string if file.is_documentation_page() else file.content_bytes
        except (OSError, ValueError):
            return False
        return not self.build.content.is_textless(file.src_uri)

    def _say(self, line: str) -> None:
        """Say something of the content: in the report where there is one, which is printed at the end, else on standard error."""
        if self.report:
            self.report.said.append(line)
        else:
            print(_module("text.letters").harmless(line), file=sys.stderr)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        if not self.problems:
            self.build.set_menu((str(page.title), page.url.removeprefix("./")) for page in nav.pages if page.title)
        return nav

    def on_page_markdown(self, markdown: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Put the named values into a page's text, title and description."""
        path, filled = page.file.src_uri, self.build.content.filled
        page.meta = {key: filled(value, path) if isinstance(value, str) else value for key, value in page.meta.items()}
        return filled(markdown, path)

    def on_page_content(self, html: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Take each Markdown page as HTML; what it becomes is known when all of them are."""
        path, url = f"content/{page.file.src_uri}", page.file.url.removeprefix("./")
        html, dead = self.build.content.without_dead_ends(html, url)
        for address in dead:
            self._say(f"{path}: linket til /{address} er vist som tekst, for den side vises ikke.")
        contents = [{"title": item.title, "anchor": item.id} for item in page.toc]
        self.build.add_document(path, url, str(page.title or ""), page.meta.get("description", ""), html, contents)
        return html

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Write the areas' pages and all feeds."""
        if self.problems:
            return env
        env.loader = jinja2.FileSystemLoader([*config.theme.dirs, *self.others])
        for known in self.known:
            files.remove(known)
        env.trim_blocks = env.lstrip_blocks = True
        env.bytecode_cache = _module("rendering.templates").SHELL
        context = {"config": config, "page": None, "base_url": "", "nav": None}
        shell = env.get_template("main.html")
        builder = _module("build.builder")
        made = builder.Builder(
            self.build,
            lambda layout: shell.render(**context, layout=layout),
            self.output.is_current,
            self.output.writer if self.command == "build" else None,
        )
        for file in made.files():
            self.output.write(file)
        self.previewed = self.output.writer.manifest
        return env

    def on_page_context(self, context: Any, *, page: EnginePage, config: MkDocsConfig, nav: Navigation) -> Any:
        return {**context, "layout": self.build.layout("content/" + page.file.src_uri)}

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        return {**context, "layout": self.build.not_found()} if template_name == "404.html" else context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the new site in the old one's place, unless the build is strict and there was something to warn of.

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
        if self.report:
            self.report.write()
        config.site_dir = str(self.site)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site as it was. That the disk is full is said without a traceback."""
        gc.enable()
        if hasattr(self, "output"):
            self.output.close()
        if self.report and not isinstance(error, MkDocsException):
            self.report.fail(error)
            self.report.write()
        if isinstance(error, OSError):
            letters, unforeseen = map(_module, ("text.letters", "problems.unforeseen"))
            where = f" ({error.filename})" if error.filename else ""
            said = f"Siden kunne ikke skrives, og den gamle er urørt: {unforeseen.refusal(error)}{where}"
            raise Abort(letters.harmless(said)) from None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch all that the site is made from. A change is reported at once, and what is wrong in the content is shown."""
        preview = _module("build.preview")
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


def _linkable(config: MkDocsConfig, address: str) -> Iterator[File]:
    """Yield a page or file that we write, under the names by which a link finds it: with and without `index.html` for a page."""
    written = f"{address}index.html" if address.endswith("/") or not address else address
    for name in dict.fromkeys((address.rstrip("/") or ".", written)):
        file = File.generated(config, name, content=b"", inclusion=InclusionLevel.INCLUDED)
        file.dest_uri = written
        yield file


_SAVING = 0.03
"""Seconds without another change after which the preview begins a build: an editor saves a file in a few steps."""


def _module(name: str) -> Any:
    """Return a module of the generator. None is imported before it is needed: `mkdocs --help` needs none."""
    return importlib.import_module(f"generator.{name}")


def _warned() -> bool:
    """Return whether MkDocs, which counts warnings in a strict build, will end it with an error."""
    return any(handler.get_counts() for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))


def _own_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return the folders that the site is made from, besides that of the pages, which MkDocs keeps a site out of by itself."""
    root = _root(config)
    own = (root / name for name in ("areas", "tests", "requirements", ".git", ".github", ".ci", ".cache"))
    return Path(__file__).parent, Path(config.theme.custom_dir or root / "theme"), *own


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent
