"""Values that are needed once all of them are there: in memory, or where they are many in a file without a name."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator, Mapping, Sequence
from os import SEEK_END
from tempfile import TemporaryFile
from typing import Any, TypeVar

_IN_MEMORY = 5_000
"""With more values than this, all of a spool go to the disk."""

_Value = TypeVar("_Value")


class Spool(Mapping[str, _Value]):
    """Values by key. One on disk is read again each time that it is asked for.

    The file has no name, so no other program can write to it: that is why pickle may read it.
    """

    def __init__(self) -> None:
        self.in_memory: dict[str, _Value] = {}
        self.on_disk: dict[str, tuple[int, int]] = {}
        self.file = TemporaryFile()  # noqa: SIM115  it is gone when the spool is

    def put(self, key: str, value: _Value) -> None:
        """Add a value. Each key is put once."""
        self.in_memory[key] = value
        if self.on_disk or len(self.in_memory) > _IN_MEMORY:
            for each, held in self.in_memory.items():
                content = pickle.dumps(held, pickle.HIGHEST_PROTOCOL)
                self.on_disk[each] = self.file.seek(0, SEEK_END), len(content)
                self.file.write(content)
            self.in_memory.clear()

    def __getitem__(self, key: str) -> _Value:
        if key in self.in_memory:
            return self.in_memory[key]
        start, length = self.on_disk[key]
        self.file.flush()
        content = os.pread(self.file.fileno(), length, start)  # forked workers share the place in the file
        value: _Value = pickle.loads(content)  # noqa: S301  our own, in a file without a name
        return value

    def __iter__(self) -> Iterator[str]:
        yield from self.in_memory
        yield from self.on_disk

    def __len__(self) -> int:
        return len(self.in_memory) + len(self.on_disk)


class InKeyOrder(Sequence[_Value]):
    """The values of a mapping as a sequence, in the order of the given keys."""

    def __init__(self, values: Mapping[str, _Value], order: Sequence[str]) -> None:
        self.values, self.order = values, order

    def __getitem__(self, place: Any) -> Any:
        """Return the value at a place. Slices are not supported."""
        return self.values[self.order[place]]

    def __len__(self) -> int:
        return len(self.order)
