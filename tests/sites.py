"""Builds real sites in a process of their own, and serves a folder under a base path."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote, urlsplit

import lxml.html

from generator.build.build import ARTIFACT_CACHE
from tests import processes

PROJECT = Path(__file__).parent.parent
SAMPLE = PROJECT / "tests/sample"
"""The areas, and the ideas that name them, as the tests know them: the project's own are edited by others and break no test."""
BASE = "/kulturpunkt/"
_ASSETS = Path(ARTIFACT_CACHE) / "assets"
_PIECE = 1500  # bytes, about a packet
_PIECES = 40  # at most: a long page comes in larger ones


def environment_with(**own: str) -> dict[str, str]:
    """This machine's environment without what would make another site, and with the test's own variables."""
    foreign = ("KULTURPUNKT_", "SITE_URL", "REPO_URL")
    return {name: value for name, value in os.environ.items() if not name.startswith(foreign)} | own


def mkdocs_build(
    project: Path, site: Path, *options: str, engine: str = "mkdocs", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs `mkdocs build` (or another engine's) in `project`, into `site`. Variables of the environment are given in capitals."""
    whole = environment_with(NO_MKDOCS_2_WARNING="1", **environment)
    return processes.python(engine, "build", "--site-dir", str(site), *options, folder=project, environment=whole)


def built(site: Path, *, project: Path = PROJECT, engine: str = "mkdocs", **environment: str) -> Path:
    """A site, built strictly; fails with what the build said."""
    result = mkdocs_build(project, site, "--strict", engine=engine, **environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return site


def source(path: str) -> Path:
    """Where a file of the content lies that tests may rely on."""
    return next(place / path for place in (SAMPLE, PROJECT) if (place / path).is_file())


def copied_project(folder: Path, *folders: str) -> Path:
    """The project in a folder of its own, without history, with the areas of the tests; all of it, or only some folders.

    The pictures that were made before come along, but not one that another process is writing.
    """
    for name in folders or ("content", "areas", "theme", ".cache/pictures"):
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("*.part"), dirs_exist_ok=True)
    for sampled in ("areas", "content/ideas"):
        if (folder / sampled).is_dir():
            shutil.rmtree(folder / sampled)
            shutil.copytree(SAMPLE / sampled, folder / sampled)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    return with_assets(folder)


def hand_on(project: Path) -> None:
    """Put what a build has made of pictures and of the theme where later copies of the project take it from."""
    pictures = ".cache/pictures"
    shutil.copytree(project / pictures, PROJECT / pictures, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.part"))
    (PROJECT / _ASSETS).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(project / _ASSETS, PROJECT / _ASSETS)


def with_assets(root: Path) -> Path:
    """The same project, with what builds of this one have made of the theme: it is used where the theme is the same."""
    if (PROJECT / _ASSETS).is_file():
        (root / _ASSETS).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT / _ASSETS, root / _ASSETS)
    return root


def contents(site: Path) -> dict[str, bytes]:
    """Every file's bytes, by path."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


@contextmanager
def served(site: Path, base: str = BASE, *, pause: float = 0) -> Iterator[str]:
    """The address of `site` under the base path, on this machine only.

    With a `pause` in seconds, pages come in pieces with as much between them, as over a poor connection.
    """
    handler = partial(_Handler, base=base, pause=pause, directory=str(site))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    """Takes as many callers at once as a page has files."""

    request_queue_size = 128


class _Handler(SimpleHTTPRequestHandler):
    """Serves below the base path, with 404.html for what is not there, as GitHub Pages does."""

    def __init__(self, *arguments: object, base: str, pause: float, **options: object) -> None:
        self.base, self.pause = base, pause
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.base)
        return super().translate_path("/" + path.removeprefix(self.base)) if inside else str(Path(self.directory) / "-outside-")

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # asked for by a browser with a window, for a file that names no icon
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        with page.open("rb") as file:
            self.copyfile(file)
        return None

    def copyfile(self, source: BinaryIO, _: object = None) -> None:  # type: ignore[override]
        slow = self.pause and source.name.endswith(".html")
        size = max(_PIECE, os.fstat(source.fileno()).st_size // _PIECES) if slow else -1
        while piece := source.read(size):
            self.wfile.write(piece)
            time.sleep(self.pause if slow else 0)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


class _Links(NamedTuple):
    """Where a page's links lead, and its ids, each as often as it stands there."""

    links: set[str]
    ids: list[str]


def _links_of(file: Path) -> _Links:
    tree = lxml.html.fromstring(file.read_bytes())
    return _Links(set(tree.xpath("//@href | //@src")), tree.xpath("//@id"))


def pages_of(site: Path) -> list[str]:
    """The paths of all pages, as they stand in addresses: `det-sker/`."""
    return sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("*.html"))


def broken_links(site: Path, base: str = BASE) -> list[str]:
    """Every link within the site that leads nowhere, and every id that a page has twice."""
    parsed: dict[str, _Links] = {}
    for page in pages_of(site):
        file = site / page / "index.html" if page.endswith("/") or not page else site / page
        parsed[page] = _links_of(file)
    faults = []
    for page, found in parsed.items():
        faults += [f"{page}: id {name} twice" for name in set(found.ids) if found.ids.count(name) > 1]
        for link in found.links:
            target, anchor = _target(page, link, base)
            if target is None:
                continue
            if not (site / target).exists() or (site / target).is_dir() != (target.endswith("/") or not target):
                faults.append(f"{page}: {link}")
            elif anchor and target in parsed and anchor not in parsed[target].ids:
                faults.append(f"{page}: {link} has no such anchor")
    return faults


def _target(page: str, link: str, base: str) -> tuple[str | None, str]:
    """The path from the site's root that a link on a page leads to; None for a link out of the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    if not parts.path:
        return page, parts.fragment
    here = base + page if not parts.path.startswith("/") else base
    absolute = os.path.normpath(os.path.join(os.path.dirname(here), parts.path))  # noqa: PTH118, PTH120  an address, not a file
    absolute += "/" if parts.path.endswith(("/", ".")) and not absolute.endswith("/") else ""
    return unquote(absolute.removeprefix(base.rstrip("/")).lstrip("/")), parts.fragment
