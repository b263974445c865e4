"""Runs a command and says what it cost, and in which state the machine is; figures of several runs as text."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmark.programme import PROJECT

_LOOKS = 0.05
"""Seconds between two looks at the memory of processes: these are measured in a build of their own."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU (user and system, all processes) and wall clock in seconds; the largest process's peak memory in MiB."""

    cpu: float
    wall: float
    peak: float

    def __add__(self, other: Cost) -> Cost:
        """Return the cost of one after the other."""
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))


def cost_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command to its end. Raise RuntimeError with what it said when it fails."""
    with tempfile.TemporaryFile("w+") as said:
        begun = time.perf_counter()
        process = _started(command, folder, environment, said.fileno())
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{said.read()}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def memory_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float | None:
    """Run a command. Return the most MiB that its processes held at once, what they share counted once; None but on Linux."""
    process = _started(command, folder, environment, subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(map(_held, _family(process.pid))))
        time.sleep(_LOOKS)
    return most or None


def _started(command: Sequence[str], folder: Path, environment: Mapping[str, str], said: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=said, stderr=said)


def _family(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _family(int(child))


def _held(process: int) -> float:
    """Return a process's share of the memory in MiB: a page that three hold counts as a third."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def machine(folder: Path) -> list[str]:
    """Return what the numbers depend on: processor, cores, memory, file system, versions, commit, and how busy the machine is."""
    commit = _said("git", "-C", str(PROJECT), "rev-parse", "--short", "HEAD")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release()}, files on {_said('stat', '-f', '-c', '%T', str(folder))}"
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return [
        f"commit {commit}, Python {sys.version.split()[0]}",
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {system}",
        f"load before (1, 5, 15 minutes): {load}",
    ]


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def _processor() -> str:
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(": ")[2]
    return platform.machine()


class Watch:
    """What the machine does from now on, beside what this program and its children do."""

    def __init__(self) -> None:
        self._begun = self._now()

    def others(self) -> float:
        """Return the part of the machine's time that other programs used: 0.1 is a tenth of all cores."""
        wall, all_work, own_work = (now - then for now, then in zip(self._now(), self._begun, strict=True))
        return max(0.0, all_work - own_work) / (wall * (os.cpu_count() or 1))

    @staticmethod
    def _now() -> tuple[float, float, float]:
        used = [0] * 8
        with suppress(OSError):
            used = [int(ticks) for ticks in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
        user, nice, system, _, _, *interrupts = used
        return time.monotonic(), (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK"), sum(os.times()[:4])


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Return median with least and most: `1.35 (1.31-1.40)`; a single value as it is."""
    if len(values) == 1:
        return f"{values[0]:.{digits}f}"
    least, most = min(values), max(values)
    return f"{median(values):.{digits}f} ({least:.{digits}f}-{most:.{digits}f})"


def ratios(costs: Sequence[Cost], rivals: Sequence[Cost]) -> str:
    """Return CPU and wall clock as parts of another's in the same rounds."""
    pairs = list(zip(costs, rivals, strict=True))
    return (
        f"{spread([cost.cpu / rival.cpu for cost, rival in pairs])} | {spread([cost.wall / rival.wall for cost, rival in pairs])}"
    )
