"""Several processes do work ahead; what one of them does not do is simply not done."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cache import workers


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes, also where pytest has threads of its own."""
    monkeypatch.setattr(workers, "count", lambda: 2)


def written(folder: Path) -> Callable[[int], None]:
    def write(item: int) -> None:
        (folder / str(item)).write_text(str(os.getpid()))

    return write


def test_each_item_is_done_once_and_each_worker_has_one_result(tmp_path: Path) -> None:
    done: list[int] = []

    def work(item: int) -> None:
        done.append(item)
        written(tmp_path)(item)

    results = list(workers.ahead(work, range(40), lambda: (os.getpid(), done)))
    assert sorted(item for _, items in results for item in items) == list(range(40))
    assert done == []
    assert {int(file.read_text()) for file in tmp_path.iterdir()} <= {process for process, _ in results} - {os.getpid()}


@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0, lambda: os._exit(0)])
def test_a_worker_that_dies_has_no_result_and_is_reported(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], end: Callable[[], object]
) -> None:
    def work(item: int) -> None:
        if item == 0:
            end()
        written(tmp_path)(item)

    assert len(list(workers.ahead(work, range(2), os.getpid))) <= 1
    assert capfd.readouterr().err == workers.DIED + "\n"
    assert not (tmp_path / "0").exists()


def test_few_items_are_not_worth_a_process() -> None:
    assert not workers.are_worth_it(7, 999)
    assert workers.are_worth_it(8, 8)
    assert workers.are_worth_it(2, 1000)
    assert not workers.are_worth_it(1, 5000)
