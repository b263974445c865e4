"""Files that others made are the ones that theme/VENDORED.toml lists, with their licences."""

from __future__ import annotations

import tomllib
from hashlib import sha256
from typing import Any

import pytest

from tests.sites import PROJECT

FILES: list[dict[str, Any]] = tomllib.loads((PROJECT / "theme/VENDORED.toml").read_text("utf-8"))["file"]
NAMES = {"OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1", "ODbL-1.0": "Open Database License (ODbL) 1.0"}
KINDS = (".woff", ".woff2", ".ttf", ".otf", ".wasm", ".min.js", ".min.css", ".png", ".jpg", ".webp", ".gif", ".ico")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["path"])
def test_each_file_is_the_one_that_was_taken_in(file: dict[str, Any]) -> None:
    assert set(file) == {"path", "what", "version", "source", "licence", "licence_text", "sha256"}
    assert sha256((PROJECT / file["path"]).read_bytes()).hexdigest() == file["sha256"]
    assert NAMES[file["licence"]] in (PROJECT / file["licence_text"]).read_text("utf-8")


def test_no_file_of_others_is_left_out() -> None:
    listed = {file["path"] for file in FILES}
    found = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "theme").rglob("*") if path.name.endswith(KINDS)}
    assert found <= listed
    assert {path.suffix for path in (PROJECT / "theme").rglob("*") if path.is_file()} <= {
        *(".css", ".js", ".html", ".svg", ".md", ".txt", ".toml", ".woff2", ".jinja"),
    }
