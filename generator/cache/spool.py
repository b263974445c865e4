"""Values that wait until all are there: as many as there is room for in memory, the others in a file without a name."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from os import SEEK_END
from tempfile import TemporaryFile
from typing import Any, TypeVar

_IN_MEMORY = 2_500
"""Values of one kind that wait in memory."""

_Value = TypeVar("_Value")


class Spool(Mapping[str, _Value]):
    """Values by key. One that waits in the file is read anew each time that it is asked for."""

    def __init__(self) -> None:
        self.near: dict[str, _Value] = {}
        self.far: dict[str, int] = {}
        self.file = TemporaryFile()  # noqa: SIM115  it goes with its last reader

    def put(self, key: str, value: _Value) -> None:
        """Adds a value; each key is put once."""
        if len(self.near) < _IN_MEMORY:
            self.near[key] = value
        else:
            self.far[key] = self.file.seek(0, SEEK_END)
            pickle.dump(value, self.file, pickle.HIGHEST_PROTOCOL)

    def clear(self) -> None:
        """Lets go of all of them."""
        self.near.clear()
        self.far.clear()

    def __getitem__(self, key: str) -> _Value:
        if key in self.near:
            return self.near[key]
        self.file.seek(self.far[key])
        value: _Value = pickle.load(self.file)  # noqa: S301  our own, in a file without a name
        return value

    def __iter__(self) -> Iterator[str]:
        yield from self.near
        yield from self.far

    def __len__(self) -> int:
        return len(self.near) + len(self.far)


class InKeyOrder(Sequence[_Value]):
    """The values of a mapping, in an order of their keys."""

    def __init__(self, values: Mapping[str, _Value], order: Sequence[str]) -> None:
        self.values, self.order = values, order

    def __getitem__(self, place: Any) -> Any:
        """One of them by its place; slices are not asked for."""
        return self.values[self.order[place]]

    def __len__(self) -> int:
        return len(self.order)
