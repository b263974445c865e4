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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the rooms whose files take longest first, so that no process is left alone with one at the end."""
    items.sort(key=lambda item: item.path.parent.name not in _LONGEST)


def pytest_collection_finish() -> None:
    """Look seldom for what is no longer used, and never among what was imported: it takes a tenth of the tests' time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def site_at(tmp_path_factory: pytest.TempPathFactory) -> SiteAt:
    """The project's own site at a `today`, with or without examples."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def site(today: str, *, examples: bool = True) -> Path:
        folder = shared / f"site {today} {examples}".replace(":", ".")
        with folder.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                options = {"KULTURPUNKT_TODAY": today, "KULTURPUNKT_EXAMPLES": str(examples).lower()}
                sites.built(folder, project=sites.PROJECT, **options)
        return folder

    return site


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser. `make test` has seen to it that there is one; without it the tests fail."""
    with browsers.started() as started:
        yield started
