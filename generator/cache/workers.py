"""Does work ahead in forked processes. What they make lies in the cache and on the disk, where the process that asked finds it.

Nothing depends on a worker: what one has not done is made afterwards as if there were none.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

FEW_ITEMS, FEW_TEXTS = 8, 1_000
"""Below both of these, starting processes takes longer than they save."""
DIED = "En hjælpeproces stoppede, før den var færdig. Bygningen gør dens arbejde selv; det tager kun længere tid."
_NUMBER = 4
"""Bytes of an item's number in the pipe from which the workers take the next one."""

_Item = TypeVar("_Item")


def count() -> int:
    """Return how many processes can work side by side: none where there is one core, or where forking is not safe.

    macOS kills forked processes that use its frameworks, and a thread may hold a lock that a fork would never see released.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    wanted = os.environ.get("KULTURPUNKT_WORKERS", "")
    cores = int(wanted) if wanted.isdecimal() and sys.platform == "linux" else cores
    return cores if cores > 1 and threading.active_count() == 1 else 0


def are_worth_it(items: int, texts: int) -> bool:
    """Return whether so many items of so many texts are made sooner by several processes."""
    return items > 1 and (items >= FEW_ITEMS or texts >= FEW_TEXTS) and count() > 1


def ahead(work: Callable[[_Item], object], items: Sequence[_Item], result: Callable[[], Any] = bool) -> Iterator[Any]:
    """Do `work` for the items, each in one of the workers, the first items first; yield the `result` of each worker.

    A worker that fails, or is killed, has no result, which is said on standard error; `work` is then as good as not done for
    its items.
    """
    queue = _queue(len(items))
    pipes = [_start(work, items, result, queue) for _ in range(min(count(), len(items)))]
    os.close(queue)
    for process, pipe in pipes:
        with os.fdopen(pipe, "rb") as answer:
            content = answer.read()
        if os.waitpid(process, 0)[1] or not content:
            print(DIED, file=sys.stderr)
        else:
            yield pickle.loads(content)  # noqa: S301  from our own process, through a pipe without a name


def _queue(length: int) -> int:
    """Return a pipe in which the numbers of the items lie: what one worker has read, no other one reads."""
    reader, writer = os.pipe()
    os.write(writer, b"".join(number.to_bytes(_NUMBER, "big") for number in range(min(length, 65_536 // _NUMBER))))
    os.close(writer)
    return reader


def _start(work: Callable[[_Item], object], items: Sequence[_Item], result: Callable[[], Any], queue: int) -> tuple[int, int]:
    """Start a worker. Return its process and the pipe through which its result comes."""
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return process, reader
    failed = 1
    with suppress(BaseException):  # the process that asked does the same work again, and says what is wrong with it
        os.close(reader)
        while number := os.read(queue, _NUMBER):
            work(items[int.from_bytes(number, "big")])
        with os.fdopen(writer, "wb") as answer:
            pickle.dump(result(), answer, pickle.HIGHEST_PROTOCOL)
        failed = 0
    os._exit(failed)
