"""Builds a site from each hostile input, in a process with little memory, and prints what that took: `python -m tests.attack`."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import sites
from tests.attack.inputs import INPUTS, files
from tests.processes import limited
from tests.trees import write

MEGABYTES, SECONDS = 1024, 120
"""What one build may take of address space and of the processor."""
_ENVIRONMENT = {"KULTURPUNKT_TODAY": "2026-04-20", "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took: CPU seconds, MiB of memory, the size of its largest page in kB and of the site in MB."""

    outcome: str
    cpu: float
    peak: float
    page: int
    site: int


def cost_of(name: str, project: Path) -> Cost:
    """Build a project with one hostile input in its area."""
    shutil.rmtree(project / "areas")
    write(project, files(name))
    site = project / "site"
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    environment, within = os.environ | _ENVIRONMENT, limited(MEGABYTES, SECONDS)
    with (project / "said").open("wb") as said:
        build = subprocess.Popen(command, cwd=project, env=environment, stdout=said, stderr=said, preexec_fn=within)
        _, status, used = os.wait4(build.pid, 0)
        build.returncode = os.waitstatus_to_exitcode(status)
    made = [file for file in site.rglob("*") if file.is_file()] if site.exists() else []
    largest = max((file.stat().st_size for file in made if file.suffix == ".html"), default=0)
    outcome = "built" if build.returncode == 0 else _refusal((project / "said").read_text("utf-8", "replace"), build.returncode)
    cpu = used.ru_utime + used.ru_stime
    return Cost(outcome, cpu, used.ru_maxrss / 1024, largest // 1000, sum(file.stat().st_size for file in made) // 1_000_000)


def _refusal(said: str, code: int) -> str:
    """Return the first problem of a build that was refused; for any other end, that it broke."""
    problem = next((line for line in said.splitlines() if line.startswith("areas/")), "")
    return f"refused: {problem.split(': ', 1)[-1][:70]}" if problem and "Traceback" not in said else f"BROKEN ({code})"


def main() -> int:
    """Print a table, the worst first by what it took; return 1 where an input broke the build or its bounds."""
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    parser.add_argument("words", nargs="*", help="only inputs whose name holds one of these words")
    words = parser.parse_args().words
    chosen = [name for name in INPUTS if not words or any(word in name for word in words)]
    began, costs = time.monotonic(), {}
    with TemporaryDirectory() as folder:
        project = sites.copied_project(Path(folder), "content", "theme", "areas")
        shutil.rmtree(project / "content/ideas")
        for name in chosen:
            costs[name] = cost_of(name, project)
            print(".", end="", file=sys.stderr, flush=True)
    print("\n| input | CPU s | MiB | largest page kB | site MB | outcome |\n|---|---|---|---|---|---|")
    for name, cost in sorted(costs.items(), key=lambda item: -item[1].cpu):
        print(f"| {name} | {cost.cpu:.1f} | {cost.peak:.0f} | {cost.page} | {cost.site} | {cost.outcome} |")
    broken = [name for name, cost in costs.items() if cost.outcome.startswith("BROKEN")]
    worst = max(costs.values(), key=lambda cost: cost.cpu)
    print(
        f"\n{len(costs)} inputs in {time.monotonic() - began:.0f} s, at most {worst.cpu:.1f} s and "
        f"{max(cost.peak for cost in costs.values()):.0f} MiB each; broken: {', '.join(broken) or 'none'}."
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
