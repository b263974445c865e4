"""The lock files agree with pyproject.toml, as far as can be said without a network: `make lock-check` says the rest."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.sites import PROJECT

NAMED = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
GROUPS = NAMED["dependency-groups"]
RUNNING = [*NAMED["project"]["dependencies"], *(PROJECT / "requirements/build.in").read_text("utf-8").split("\n")]
LOCKS = {
    "site.lock": RUNNING,
    "test.lock": [*RUNNING, *GROUPS["test"]],
    "bench.lock": GROUPS["bench"],
    "portability.lock": GROUPS["portability"],
    "audit.lock": GROUPS["audit"],
    "uv.lock": GROUPS["uv"],
}
LOCKED = re.compile(r"([a-z0-9-]+)==([A-Za-z0-9.+!]+)(?: ; [^\\\n]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)")


def locked(file: str) -> dict[str, Version]:
    """The version of each package; fails for a line that is not one of a package with its hashes."""
    text = (PROJECT / "requirements" / file).read_text("utf-8")
    assert LOCKED.sub("", text) == "", f"{file}: a line without hash or version; run make lock"
    return {match[1]: Version(match[2]) for match in LOCKED.finditer(text)}


def test_every_lock_file_is_known() -> None:
    assert {file.name for file in (PROJECT / "requirements").glob("*.lock")} == set(LOCKS)
    assert set(GROUPS) == {"test", "bench", "portability", "audit", "uv"}


@pytest.mark.parametrize(("file", "named"), LOCKS.items())
def test_what_is_named_is_locked_within_its_range(file: str, named: list[str]) -> None:
    versions = locked(file)
    for requirement in (Requirement(line) for line in named if line):
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        assert name in versions, f"{file}: {name} is missing; run make lock"
        assert versions[name] in requirement.specifier, (
            f"{file}: {name} {versions[name]} is not {requirement.specifier}; run make lock"
        )


def test_tests_run_with_the_versions_that_build_the_site() -> None:
    site, test = locked("site.lock"), locked("test.lock")
    assert {name: test.get(name) for name in site} == site


def test_nothing_is_installed_but_by_its_hash() -> None:
    for path in (PROJECT / "Makefile", *(PROJECT / ".ci").iterdir(), *(PROJECT / ".github/workflows").iterdir()):
        for line in path.read_text("utf-8").splitlines():
            if re.search(r"(pip|PIP\)).* install ", line) and "--no-deps --no-build-isolation --editable ." not in line:
                assert "--require-hashes" in line, f"{path.name}: {line}"


@pytest.mark.parametrize(
    ("version", "used"), [("0.8.24", False), ("0.9.0", True), ("0.13.9 (1a2b 2026-10-07)", True), ("1.0.0", True)]
)
def test_a_uv_on_path_is_used_where_it_is_new_enough(version: str, used: bool, tmp_path: Path) -> None:
    for place in ("on-path", ".venv/bin"):
        uv = tmp_path / place / "uv"
        uv.parent.mkdir(parents=True)
        uv.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo "uv {version}" || echo {place} "$UV_DEFAULT_INDEX" "$@"\n', "utf-8")
        uv.chmod(0o755)
    for name in (".ci/uv", "pyproject.toml", "requirements/uv.lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / name, tmp_path / name)
    shutil.copy(PROJECT / "requirements/uv.lock", tmp_path / ".venv")
    own = {
        "PATH": f"{tmp_path / 'on-path'}:{os.environ['PATH']}",
        "PYTHON": sys.executable,
        "PIP_INDEX_URL": "https://index.example/simple",
    }
    done = subprocess.run([tmp_path / ".ci/uv", "pip", "freeze"], env=own, capture_output=True, text=True, check=True)
    assert done.stdout == f"{'on-path' if used else '.venv/bin'} https://index.example/simple pip freeze\n"
