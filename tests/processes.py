"""Runs commands within bounds, and without the half second that a new Python takes to import everything."""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import resource
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.cli import main

Ended = subprocess.CompletedProcess[str]
_prepared = multiprocessing.get_context("forkserver")
_prepared.set_forkserver_preload(["mkdocs.commands.build", "generator.plugin", "generator.build.builder", "generator.build.output"])
_FORKED = ("mkdocs", "generator.cli")
_READ_AT_START = ("PYTHON", "LC_", "LANG", "TZ")
"""How variables begin that a Python reads before it runs anything."""


def limited(megabytes: int, seconds: int) -> Callable[[], None]:
    """What a process runs first (`preexec_fn`) to have no more address space and no more of the processor than this."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    return limit


def kulturpunkt(folder: Path, *arguments: str) -> Ended:
    """Runs `kulturpunkt` in this process, in a folder."""
    said, complained = io.StringIO(), io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
        try:
            code = main(arguments)
        except SystemExit as stop:  # argparse, for what is no such command
            code = int(stop.code or 0)
    return subprocess.CompletedProcess(arguments, code, said.getvalue(), complained.getvalue())


def python(module: str, *arguments: str, folder: Path, environment: Mapping[str, str]) -> Ended:
    """Runs `python -m module` in a process of its own: a fork where that is the same, or else a new Python."""
    as_here = all(os.environ.get(name) == value for name, value in environment.items() if name.startswith(_READ_AT_START))
    return (_forked if module in _FORKED and as_here else _started)(module, arguments, folder, environment)


def _started(module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Ended:
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _forked(module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Ended:
    with tempfile.TemporaryDirectory() as said:
        outputs = (f"{said}/out", f"{said}/err")
        process = _prepared.Process(target=_run, args=(module, arguments, folder, dict(environment), outputs))
        process.start()
        process.join()
        texts = [Path(output).read_text("utf-8") for output in outputs]
    assert process.exitcode is not None
    return subprocess.CompletedProcess((module, *arguments), process.exitcode, *texts)


def _run(module: str, arguments: Sequence[str], folder: Path, environment: dict[str, str], outputs: tuple[str, str]) -> None:
    for number, output in enumerate(outputs, start=1):
        os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
