"""Runs a command and says what it cost; figures of several runs as text."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU (user and system, all children) and wall clock in seconds; the largest process's peak memory in MiB."""

    cpu: float
    wall: float
    peak: float


def cost_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Runs a command to its end. Raises RuntimeError with what it said when it fails."""
    with tempfile.TemporaryFile("w+") as said:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{said.read()}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Median with least and most: `1.35 (1.31-1.40)`."""
    least, most = min(values), max(values)
    return f"{median(values):.{digits}f} ({least:.{digits}f}-{most:.{digits}f})"


def ratios(costs: Sequence[Cost], others: Sequence[Cost]) -> str:
    """CPU and wall clock as parts of another's in the same rounds."""
    cpu = [cost.cpu / other.cpu for cost, other in zip(costs, others, strict=True)]
    wall = [cost.wall / other.wall for cost, other in zip(costs, others, strict=True)]
    return f"{spread(cpu)} | {spread(wall)}"
