"""Sites that several tests look at, built once for each `today`, whichever of pytest's processes asks first."""

from __future__ import annotations

import fcntl
import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests import browsers, sites

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

_LONGEST = ("browser", "build", "project")

SiteAt = Callable[..., Path]
"""What gives the folder of a site, of its day and of `examples`."""
BEFORE, DURING, AFTER = "2025-05-10", "2026-05-01 12:00", "2026-11-22"


def pytest_xdist_auto_num_workers() -> int:
    """Start one process more than there are processors: a browser's test waits for frames a quarter of its time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the rooms whose files take longest first, so that no process is left alone with one at the end."""
    items.sort(key=lambda item: item.nodeid.split("/")[1] not in _LONGEST)


def pytest_collection_finish() -> None:
    """Look seldom for what is no longer used, and never among what was imported: it takes a tenth of the tests' time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


Once = Callable[[str, Callable[[Path], object]], Path]
"""What gives a folder by its name, which the first of pytest's processes that asks for it makes."""


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Folders that are made once for all tests."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder = shared / name
        with folder.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                make(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def project(once: Once) -> Path:
    """The project with the areas of the tests. It is read and built, and no test changes it."""
    return once("project", sites.copied_project)


@pytest.fixture(scope="session")
def site_at(once: Once, project: Path) -> SiteAt:
    """The project's site at a `today`, with or without examples."""

    def site(today: str, *, examples: bool = True) -> Path:
        def make(folder: Path) -> None:
            sites.built(folder, project=project, KULTURPUNKT_TODAY=today, KULTURPUNKT_EXAMPLES=str(examples).lower())
            sites.hand_on(project)

        return once(f"site {today} {examples}".replace(":", "."), make)

    return site


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser. `make test` has seen to it that there is one; without it the tests fail."""
    with browsers.started() as started:
        yield started
