"""A cached file is read where this user's own build wrote it under this name, and nowhere else."""

from __future__ import annotations

import os
import stat
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

import pytest

from generator.cache import secret as secrets
from generator.cache.links import refuse_links
from generator.cache.store import read, write


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a/b.jpg", b"bytes")
    assert read(tmp_path / "a/b.jpg") == b"bytes"
    assert [file.name for file in (tmp_path / "a").iterdir()] == ["b.jpg"]


@pytest.mark.parametrize("checksum", [sha256, blake2b, lambda content: blake2b(content, digest_size=32)])
def test_a_checksum_that_anyone_can_compute_opens_nothing(tmp_path: Path, checksum: type[sha256]) -> None:  # type: ignore[valid-type]
    (tmp_path / "a").write_bytes(checksum(b"forged").digest() + b"forged")  # type: ignore[misc]
    assert read(tmp_path / "a") is None


def test_one_file_cannot_stand_for_another(tmp_path: Path) -> None:
    write(tmp_path / "a", b"mine")
    (tmp_path / "a").rename(tmp_path / "b")
    assert read(tmp_path / "b") is None


@pytest.mark.parametrize("linked", ["cache/parts", "cache"])
def test_nothing_is_read_or_written_through_a_link(tmp_path: Path, linked: str) -> None:
    file = tmp_path / "cache/parts/a"
    write(file, b"mine")
    (tmp_path / linked).rename(tmp_path / "elsewhere")
    (tmp_path / linked).symlink_to(tmp_path / "elsewhere")
    assert file.exists()
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    assert read(file) is None
    write(file, b"changed")
    assert {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()} == before


def test_a_link_in_the_place_of_a_file_is_replaced(tmp_path: Path) -> None:
    write(tmp_path / "parts/a", b"mine")
    (tmp_path / "parts/a").rename(tmp_path / "a")
    (tmp_path / "parts/a").symlink_to(tmp_path / "a")
    theirs = (tmp_path / "a").read_bytes()
    assert read(tmp_path / "parts/a") is None
    write(tmp_path / "parts/a", b"changed")
    assert read(tmp_path / "parts/a") == b"changed"
    assert (tmp_path / "a").read_bytes() == theirs


def test_an_unfinished_file_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"theirs")
    (tmp_path / "a.area.part").symlink_to(tmp_path / "theirs")
    write(tmp_path / "a.area", b"mine")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"


def test_a_folder_that_cannot_be_entered_is_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Any, *arguments: Any, **options: Any) -> Any:
        raise PermissionError(13, "Permission denied", str(file))

    for name in ("lstat", "stat", "mkdir", "open"):
        monkeypatch.setattr(os, name, refuse)
    monkeypatch.setattr(Path, "open", refuse)
    refuse_links(tmp_path / "cache/parts")
    write(tmp_path / "cache/parts/a.area", b"mine")
    assert read(tmp_path / "cache/parts/a.area") is None


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which a user without a secret will have one."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "kulturpunkt/cache-secret"


def fresh() -> bytes:
    """The secret as another process finds it."""
    return secrets.secret.__wrapped__()


def test_the_secret_is_made_once_and_its_owners_alone(state: Path) -> None:
    first = fresh()
    assert len(first) == 32
    assert fresh() == first == state.read_bytes()
    assert stat.S_IMODE(state.stat().st_mode) == 0o400
    assert [file.name for file in state.parent.iterdir()] == ["cache-secret"]


@pytest.mark.parametrize("mode", [0o644, 0o755, 0o600, 0o700])
def test_a_secret_as_git_would_write_it_is_replaced(state: Path, mode: int) -> None:
    state.parent.mkdir()
    state.write_bytes(b"x" * 32)
    state.chmod(mode)
    assert fresh() != b"x" * 32
    assert fresh() == state.read_bytes()


@pytest.mark.parametrize("what", ["link", "short", "folder", "pipe"])
def test_what_is_no_secret_is_not_used(state: Path, what: str) -> None:
    state.parent.mkdir()
    if what == "link":
        (state.parent / "other").write_bytes(b"x" * 32)
        (state.parent / "other").chmod(0o400)
        state.symlink_to("other")
    elif what == "short":
        state.write_bytes(b"")
        state.chmod(0o400)
    elif what == "folder":
        state.mkdir()
    else:
        os.mkfifo(state, 0o400)
    found = fresh()
    assert len(found) == 32
    assert found != b"x" * 32


def test_without_a_place_for_a_secret_there_is_one_for_this_process(state: Path) -> None:
    state.parent.write_bytes(b"a file stands in the way")
    assert len(fresh()) == 32
    assert fresh() != fresh()
