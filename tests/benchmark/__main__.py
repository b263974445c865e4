"""Builds synthetic programmes with this generator, Material and Hugo, in turn, and prints a report in Markdown."""

from __future__ import annotations

import argparse
import os
import sys
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmark.measure import Cost, ratios, spread
from tests.benchmark.programme import PROJECT, SIZES
from tests.benchmark.sides import Side, sides

CHANGED = "Kulturpunkt, one event changed"


def measured(every: list[Side], folder: Path, events: int, rounds: int) -> dict[str, list[Cost]]:
    """Costs by side, and of a rebuild by CHANGED; one round is each of them once. The first build of each is not counted."""
    folders = {side.name: folder / side.name.lower() for side in every}
    for side in every:
        side.prepare(folders[side.name], SIZES[events], events)
    ours = every[0]
    costs: dict[str, list[Cost]] = {name: [] for name in (*folders, CHANGED)}
    with TemporaryDirectory(dir=folder) as away:
        for side in every:
            side.build(folders[side.name], Path(away))
        for number in range(rounds):
            for side in every:
                costs[side.name].append(side.build(folders[side.name], Path(away)))
            ours.build_again(folders[ours.name])
            _change_a_title(folders[ours.name], number)
            costs[CHANGED].append(ours.build_again(folders[ours.name]))
    return costs


def _change_a_title(folder: Path, number: int) -> None:
    event = sorted(folder.glob("areas/*/events/*.md"))[number * 7]
    text = event.read_text("utf-8")
    event.write_text(text.replace("titel: ", f"titel: {number}. nye ", 1), "utf-8")


def report(every: list[Side], folder: Path, events: int, costs: dict[str, list[Cost]]) -> None:
    """One size's tables."""
    print(f"\n### {events} events in {SIZES[events]} areas\n")
    print("| | CPU s | wall s | peak MiB | pages | files |\n|---|---|---|---|---|---|")
    outputs = {side.name: side.files(folder / side.name.lower()) for side in every}
    for name, runs in costs.items():
        files = outputs.get(name, outputs[every[0].name])
        pages = sum(file.suffix == ".html" for file in files)
        cpu, wall = (spread([getattr(run, kind) for run in runs]) for kind in ("cpu", "wall"))
        print(f"| {name} | {cpu} | {wall} | {max(run.peak for run in runs):.0f} | {pages} | {len(files)} |")
    print("\n| ratio | CPU | wall |\n|---|---|---|")
    ours, material, hugo = (side.name for side in every)
    for name, other in ((ours, material), (ours, hugo), (CHANGED, material)):
        print(f"| {name} / {other} | {ratios(costs[name], costs[other])} |")


def report_growth(costs: dict[int, dict[str, list[Cost]]]) -> None:
    """How many times the CPU each side needs from one size to the next."""
    print("\n### Growth: CPU of a full build, medians\n")
    for small, large in pairwise(sorted(costs)):
        for name in costs[small]:
            few, many = (median(run.cpu for run in costs[size][name]) for size in (small, large))
            print(f"- {name}, {small} to {large} events: {many / few:.1f} times")


def main() -> None:
    """Says what each side does and measures each size."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--sizes", default="300,3000", help="numbers of events: 300, 3000, 30000")
    parser.add_argument("--rounds", type=int, default=3, help="0 only prepares: writes the programmes and makes their pictures")
    parser.add_argument("--folder", type=Path, default=PROJECT / ".cache/benchmark")
    options = parser.parse_args()
    every = sides()
    print(f"{options.rounds} rounds in turn, {os.cpu_count()} cores, Python {sys.version.split()[0]}. Median (least-most).\n")
    for side in every:
        print(f"- **{side.name}**: {side.does}.")
    costs = {}
    for events in sorted(int(size) for size in options.sizes.split(",")):
        folder = options.folder / str(events)
        costs[events] = measured(every, folder, events, options.rounds)
        if options.rounds:
            report(every, folder, events, costs[events])
    if len(costs) > 1 and options.rounds:
        report_growth(costs)


if __name__ == "__main__":
    main()
