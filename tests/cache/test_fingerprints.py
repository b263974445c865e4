"""A fingerprint is another one whenever something that matters is another, and only then."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cache import fingerprints
from tests.trees import write

TREE: dict[str, str | bytes] = {"a.yml": "navn: A", "events/fest.md": "---\ntitel: Fest\n---\n", "images/havn.jpg": b"x" * 50_000}
CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda folder: (folder / "a.yml").write_text("navn: B"),
    "a picture of the same length": lambda folder: (folder / "images/havn.jpg").write_bytes(b"x" * 49_999 + b"y"),
    "a name": lambda folder: (folder / "events/fest.md").rename(folder / "events/bal.md"),
    "a place": lambda folder: (folder / "events/fest.md").rename(folder / "fest.md"),
    "a file more": lambda folder: (folder / "events/x.md").write_bytes(b""),
    "a folder more": lambda folder: (folder / "documents").mkdir(),
    "a file less": lambda folder: (folder / "a.yml").unlink(),
    "a right": lambda folder: (folder / "a.yml").chmod(0o755),
    "a link": lambda folder: (folder / "events/x.md").symlink_to("fest.md"),
    "a pipe, which is not read": lambda folder: os.mkfifo(folder / "pipe"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_in_a_folder_is_seen(tmp_path: Path, change: Callable[[Path], object]) -> None:
    folder = write(tmp_path / "a", TREE)
    before = fingerprints.of_folder(folder)
    change(folder)
    assert fingerprints.of_folder(folder) != before


def test_where_a_folder_lies_and_when_it_was_written_is_nothing(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name, TREE) for name in ("one", "other"))
    os.utime(other / "a.yml", (0, 0))
    (other / "__pycache__").mkdir()
    write(one, {"__pycache__/x.pyc": "x"})
    write(other, {"__pycache__/x.pyc": "y"})
    assert fingerprints.of_folder(one) == fingerprints.of_folder(other)


def test_bytes_cannot_stand_for_names(tmp_path: Path) -> None:
    one = write(tmp_path / "one", {"a": "b", "c": ""})
    other = write(tmp_path / "other", {"a": "", "b": "c"})
    assert fingerprints.of_folder(one) != fingerprints.of_folder(other)


def test_a_folder_in_a_folder_a_thousand_times_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1100):
        os.mkdir("a")  # noqa: PTH102  deeper than a path can be long
        os.chdir("a")
    assert fingerprints.of_folder(tmp_path)
    for _ in range(1100):
        os.chdir("..")
        os.rmdir("a")  # noqa: PTH106


def test_values_are_reported_apart() -> None:
    assert fingerprints.of_values("a", "b") != fingerprints.of_values("ab")
    assert fingerprints.of_values(1) != fingerprints.of_values("1")
    assert fingerprints.of_values("a", None) == fingerprints.of_values("a", None)
