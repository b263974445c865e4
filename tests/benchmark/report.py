"""The benchmark's tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from tests.benchmark.measure import Cost, ratios, spread


@dataclass(slots=True)
class Measured:
    """What was measured of one side at one size: each round's full build and build after a change, and what is measured once."""

    full: list[Cost] = field(default_factory=list)
    changed: list[Cost] = field(default_factory=list)
    first: Cost | None = None
    published: Cost | None = None
    memory: float | None = None
    pages: int = 0
    files: int = 0
    megabytes: float = 0.0


Size = Mapping[str, Measured]
"""By the name of the side."""


def full_builds(size: Size) -> Iterator[str]:
    """Yield the lines of a table of full builds: what each cost, and how much it made."""
    yield "| full build | CPU s | wall s | largest process MiB | all MiB | pages | files | MB |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, one in size.items():
        cpu, wall = (spread([getattr(cost, kind) for cost in one.full]) for kind in ("cpu", "wall"))
        peak = max(cost.peak for cost in one.full)
        memory = f"{one.memory:.0f}" if one.memory else ""
        yield f"| {name} | {cpu} | {wall} | {peak:.0f} | {memory} | {one.pages} | {one.files} | {one.megabytes:.0f} |"


def other_builds(size: Size) -> Iterator[str]:
    """Yield the lines of a table of the builds that are not full, each as `CPU / wall`."""
    several = {name: one for name, one in size.items() if one.first or one.published or one.changed}
    if several:
        yield "| CPU / wall s | first build, nothing cached | cloned and built, pictures cached | one event changed |"
        yield "|---|---|---|---|"
        for name, one in several.items():
            changed = " / ".join(spread([getattr(cost, kind) for cost in one.changed]) for kind in ("cpu", "wall") if one.changed)
            yield f"| {name} | {_once(one.first)} | {_once(one.published)} | {changed} |"


def comparison(size: Size) -> Iterator[str]:
    """Yield the lines of a table of the first side's costs as parts of the others'."""
    name, *rivals = size
    ours = size[name]
    yield f"| {name} / | full build: CPU | wall | one event changed: CPU | wall |\n|---|---|---|---|---|"
    for rival in rivals:
        other = size[rival]
        changed = ratios(ours.changed, other.changed or other.full) if ours.changed else " | "
        yield f"| {rival} | {ratios(ours.full, other.full)} | {changed} |"


def growth(sizes: Mapping[int, Size]) -> Iterator[str]:
    """Yield the lines of a table of how many times the CPU and the memory each side needs from one size to the next."""
    yield "| growth | from | to | CPU | largest process |\n|---|---|---|---|---|"
    for small, large in pairwise(sorted(sizes)):
        for name in (name for name in sizes[small] if name in sizes[large]):
            few, many = sizes[small][name].full, sizes[large][name].full
            cpu, peak = (_median(many, kind) / _median(few, kind) for kind in ("cpu", "peak"))
            yield f"| {name} | {small} | {large} | × {cpu:.1f} | × {peak:.1f} |"


def _median(costs: Sequence[Cost], kind: str) -> float:
    return float(median(getattr(cost, kind) for cost in costs))


def _once(cost: Cost | None) -> str:
    return f"{cost.cpu:.2f} / {cost.wall:.2f}" if cost else ""
