"""The preview: the problems of the content stand on the page that is open, and go when they are mended."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest

from generator.build.preview import Overlay, Watcher
from generator.problems.problem import Problem
from generator.problems.rules import fields
from tests.trees import write

HOSTILE = Problem("areas/<b>/e\u202evil.md", 3, 8, "titel", "«<script>alert(1)</script>» & «'\"» kan ikke læses.", fields.OTHER)
PAGE = b"<html><body><p>Fest</p></body></html>"


def answered(content: bytes, kind: str, problems: Sequence[Problem], path: str = "/base/") -> tuple[str, dict[str, str], bytes]:
    """What the browser gets where the server below answers with `content`."""
    given: list[Any] = []

    def app(_: object, start: Any) -> list[bytes]:
        start("200 OK" if content == PAGE else "404 Not Found", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    environ: dict[str, Any] = {"PATH_INFO": path}
    setup_testing_defaults(environ)

    def start_response(*answer: Any) -> Any:
        given.append(answer)

    body = b"".join(Overlay(app, lambda: problems, "/base/")(environ, start_response))
    status, headers = given[0]
    return status, dict(headers), body


def test_without_problems_every_answer_is_as_it_was() -> None:
    assert answered(PAGE, "text/html", ()) == ("200 OK", {"Content-Type": "text/html", "Content-Length": str(len(PAGE))}, PAGE)


def test_problems_stand_on_the_page_and_nothing_in_them_acts() -> None:
    status, headers, body = answered(PAGE, "text/html", [HOSTILE])
    html = body.decode()
    assert (status, headers["Content-Length"]) == ("200 OK", str(len(body)))
    assert html.startswith("<html><body><p>Fest</p><link ")
    assert html.endswith("</aside></body></html>")
    assert "1 fejl i 1 fil" in html
    assert "areas/&lt;b&gt;/e\\u{202E}vil.md</code>, linje 3, tegn 8" in html
    assert "titel: «&lt;script&gt;alert(1)&lt;/script&gt;» &amp; «&#39;&#34;» kan ikke læses." in html
    assert 'href="/base/rediger/beskeder/felterne/#andet"' in html
    assert "<script" not in html


def test_where_there_is_no_page_the_problems_are_one_that_asks_again() -> None:
    status, _, body = answered(b"404 Not Found", "text/html", [HOSTILE])
    assert status == "200 OK"
    assert b'<meta http-equiv="refresh" content="2">' in body
    assert "Der er ikke nogen side at vise endnu." in body.decode()
    assert b"rediger/beskeder" not in body


def test_other_files_are_never_changed() -> None:
    assert answered(b"BEGIN:VCALENDAR", "text/calendar", [HOSTILE])[2] == b"BEGIN:VCALENDAR"
    assert answered(b"", "text/html", [HOSTILE], "/base/preview.css")[1]["Content-Type"] == "text/css; charset=utf-8"


@contextmanager
def watched(folder: Path) -> Iterator[Event]:
    """Set when a change below the folder is reported."""
    seen = Event()

    class Handler:
        def dispatch(self, _: object) -> None:
            seen.set()

    watcher = Watcher()
    watcher.schedule(Handler(), str(folder), recursive=True)
    watcher.start()
    try:
        yield seen
    finally:
        watcher.stop()
        watcher.join()


@pytest.mark.parametrize("parent", ["site", ".work"])
def test_what_an_editor_writes_for_itself_begins_no_build(tmp_path: Path, parent: str) -> None:
    folder = write(tmp_path / parent, {"events/fest.md": "x"})
    with watched(folder) as seen:
        write(folder, {"events/.fest.md.swp": "x", "events/fest.md~": "x", ".idea/workspace.xml": "x", ".DS_Store": "x"})
        (folder / "events/fest.md~").rename(folder / "events/.gone")
        assert not seen.wait(0.3)
        write(folder, {"events/4913.tmp": "y"})
        (folder / "events/4913.tmp").rename(folder / "events/fest.md")
        assert seen.wait(5)


def test_what_an_editor_or_git_puts_in_the_place_of_another_is_seen_each_time(tmp_path: Path) -> None:
    """A file by renaming a new one to it; a folder by moving it away, or deleting it, and making it again."""
    write(tmp_path, {"mkdocs.yml": "x", "areas/nordby/area.yml": "x"})
    with watched(tmp_path / "mkdocs.yml") as seen:
        for _ in range(2):
            write(tmp_path, {"4913": "y", "another.yml": "y"})
            assert not seen.is_set()
            (tmp_path / "4913").replace(tmp_path / "mkdocs.yml")
            assert seen.wait(5)
            seen.clear()
    with watched(tmp_path / "areas") as seen:
        (tmp_path / "areas/nordby").rename(tmp_path / "away")
        assert seen.wait(5)
        shutil.rmtree(tmp_path / "areas")
        for name in ("nordby", "sydby"):
            sleep(0.05)
            seen.clear()
            write(tmp_path, {f"areas/{name}/area.yml": "x"})
            assert seen.wait(5)
