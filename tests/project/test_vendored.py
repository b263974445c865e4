"""Files that others made are the ones that theme/VENDORED.toml lists, with their licences."""

from __future__ import annotations

import re
import tomllib
from hashlib import sha256
from typing import Any

import pytest
from PIL import ImageFont

from tests.sites import PROJECT

FILES: list[dict[str, Any]] = tomllib.loads((PROJECT / "theme/VENDORED.toml").read_text("utf-8"))["file"]
NAMES = {"OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1", "ODbL-1.0": "Open Database License (ODbL) 1.0"}
KINDS = (".woff", ".woff2", ".ttf", ".otf", ".wasm", ".min.js", ".min.css", ".png", ".jpg", ".webp", ".gif", ".ico")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["path"])
def test_each_file_is_the_one_that_was_taken_in(file: dict[str, Any]) -> None:
    assert set(file) == {"path", "what", "version", "source", "licence", "licence_text", "sha256"}
    assert sha256((PROJECT / file["path"]).read_bytes()).hexdigest() == file["sha256"]
    assert NAMES[file["licence"]] in (PROJECT / file["licence_text"]).read_text("utf-8")


@pytest.mark.parametrize("file", [file for file in FILES if file["path"].endswith(".woff2")], ids=lambda file: file["path"])
def test_a_changed_typeface_has_no_reserved_name(file: dict[str, Any]) -> None:
    notice = (PROJECT / file["licence_text"]).read_text("utf-8").splitlines()[0]
    reserved = re.findall(r"Reserved Font Name [‘'\"](.+?)[’'\"]", notice)
    family, _ = ImageFont.truetype(PROJECT / file["path"]).getname()
    assert family
    assert [name for name in reserved if name in family] == []


def test_no_file_of_others_is_left_out() -> None:
    listed = {file["path"] for file in FILES}
    found = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "theme").rglob("*") if path.name.endswith(KINDS)}
    assert found <= listed
    assert {path.suffix for path in (PROJECT / "theme").rglob("*") if path.is_file()} <= {
        *(".css", ".js", ".html", ".svg", ".md", ".txt", ".toml", ".woff2", ".jinja")
    }
