"""Builds synthetic programmes with this generator, and with Hugo and Material, in turn, and prints a report in Markdown."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmark import does, preview, report
from tests.benchmark.invention import PLAIN, RICH, Shape, localities
from tests.benchmark.measure import Watch, machine, spread
from tests.benchmark.programme import PROJECT, SIZES
from tests.benchmark.report import Measured, Size
from tests.benchmark.sides import Side, sides, versions

_AREAS_OF_A_REAL_COLLECTION = 11
_MANY = 3000
"""Above so many events each side is built once."""


def measured(every: Sequence[Side], folder: Path, areas: int, events: int, shape: Shape, rounds: int, parts: str) -> Size:
    """Measure each side: first what is measured once, then the rounds, in each of which all sides are built in turn."""
    programme = list(localities(areas, events, shape))
    every = [side for side in every if events <= side.most]
    found = {side.name: Measured() for side in every}
    place: Callable[[Side], Path] = lambda side: folder / _slug(side.name)  # noqa: E731
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as temporary:
        away = Path(temporary)
        for side in every:
            one = found[side.name]
            _say(f"{events} events, {side.name}: prepare")
            side.prepare(place(side), programme, away)
            once = side.same_work and "one process" not in side.name
            if once and "first" in parts:
                _say(f"{events} events, {side.name}: first build")
                one.first = side.first(place(side), away)
            else:
                side.full(place(side), away)
            if once and "clone" in parts:
                one.published = side.published(place(side), away)
            if "memory" in parts:
                one.memory = side.memory(place(side), away)
            _count(one, side.files(place(side)))
        dates = {side.name: side.dates(place(side)) for side in every if side.same_work}
        if len(set(dates.values())) > 1:
            raise RuntimeError(f"not the same work: {dates}")
        for number in range(rounds):
            for side in every:
                _say(f"{events} events, {side.name}: round {number + 1} of {rounds}")
                found[side.name].full.append(side.full(place(side), away))
                if "changed" in parts:
                    found[side.name].changed.append(side.changed(place(side), number))
    return found


def _count(one: Measured, files: Iterable[Path]) -> None:
    for file in files:
        one.files += 1
        one.pages += file.suffix == ".html"
        one.megabytes += file.stat().st_size / 1e6


def _slug(name: str) -> str:
    return name.lower().replace(",", "").replace(" ", "-")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _print(heading: str, size: Size, watch: Watch) -> None:
    print(f"\n### {heading}\n")
    for lines in (report.full_builds(size), report.other_builds(size), report.comparison(size)):
        print(*lines, "", sep="\n")
    print(f"Other programs used {watch.others():.0%} of the machine meanwhile.", flush=True)


def _previews(folder: Path, sizes: Mapping[int, Size]) -> None:
    print("\n### From saving an event to its page in the preview\n\n| events | s |\n|---|---|")
    for events in sizes:
        if events <= _MANY:
            print(f"| {events} | {spread(preview.waits(folder / str(events) / 'kulturpunkt'))} |", flush=True)


def main() -> None:
    """Say what each side does and measure each size."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--sizes", default="300,3000", help="numbers of events: 300, 3000, 30000")
    parser.add_argument("--rounds", type=int, default=3, help="of 300 and 3000 events; more events are built once")
    parser.add_argument(
        "--sides", default="", help="only the sides with one of these words in their names, and ours: hugo,material"
    )
    parser.add_argument("--parts", default="first,clone,changed,memory,real,preview", help="what is measured beside full builds")
    parser.add_argument("--folder", type=Path, default=PROJECT / ".cache/benchmark")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    words = [word for word in options.sides.lower().split(",") if word] or [""]
    ours, *rivals = sides()
    every = [ours, *(side for side in rivals if any(word in side.name.lower() for word in words))]
    print(f"{options.rounds} rounds in turn: median (least-most).\n")
    print(*(f"- {line}" for line in (*machine(options.folder), ", ".join(versions()))), "", does.table(), sep="\n", flush=True)
    sizes: dict[int, Size] = {}
    for events in sorted(int(size) for size in options.sizes.split(",")):
        watch, rounds = Watch(), options.rounds if events <= _MANY else 1
        sizes[events] = measured(every, options.folder / str(events), SIZES[events], events, RICH, rounds, options.parts)
        _print(f"{events} events in {SIZES[events]} areas", sizes[events], watch)
    if "real" in options.parts:
        watch, parts = Watch(), "memory" if "memory" in options.parts else ""
        size = measured(every, options.folder / "real", _AREAS_OF_A_REAL_COLLECTION, _MANY, PLAIN, options.rounds, parts)
        _print(f"{_MANY} short events in {_AREAS_OF_A_REAL_COLLECTION} areas, as real collections are", size, watch)
    if len(sizes) > 1:
        print("\n### Growth of a full build, medians\n", *report.growth(sizes), sep="\n")
    if "preview" in options.parts:
        _previews(options.folder, sizes)


if __name__ == "__main__":
    main()
