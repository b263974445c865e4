"""Runs commands within bounds, and without the half second that a new Python takes to import everything."""

from __future__ import annotations

import contextlib
import io
import json
import multiprocessing
import os
import resource
import runpy
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.cli import main

Ended = subprocess.CompletedProcess[str]
_prepared = multiprocessing.get_context("forkserver")
_prepared.set_forkserver_preload(["mkdocs.commands.build", "generator.plugin", "generator.build.builder", "generator.build.output"])
_FORKED = ("mkdocs", "generator.cli")
_READ_AT_START = ("PYTHON", "LC_", "LANG", "TZ")
"""How variables begin that a Python reads before it runs anything."""
_CALLER = """\
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as prepared:
    prepared.connect({address!r})
    socket.send_fds(prepared, [json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()], [1, 2])
    sys.exit(int(prepared.recv(9)))
"""


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


@contextlib.contextmanager
def callable_kulturpunkt() -> Iterator[Path]:
    """The path of a `kulturpunkt` that scripts may call: it runs in a fork of a process that has imported everything."""
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as calls:
        address, caller = f"{folder}/calls", Path(folder, "kulturpunkt")
        caller.write_text(f"#!{sys.executable} -SE\n{_CALLER.format(address=address)}", "utf-8")
        caller.chmod(0o755)
        calls.bind(address)
        calls.listen()
        answering = _prepared.Process(target=_answer, args=(calls,))
        answering.start()
        calls.close()
        yield caller
        answering.kill()
        answering.join()


def _started(module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Ended:
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _forked(module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Ended:
    with tempfile.TemporaryDirectory() as said:
        files = [Path(said, name) for name in ("out", "err")]
        process = _prepared.Process(target=_written, args=(module, arguments, folder, dict(environment), files))
        process.start()
        process.join()
        texts = [file.read_text("utf-8") for file in files]
    assert process.exitcode is not None
    return subprocess.CompletedProcess((module, *arguments), process.exitcode, *texts)


def _answer(calls: socket.socket) -> None:
    while True:
        with calls.accept()[0] as call:
            request, outputs, *_ = socket.recv_fds(call, 1 << 20, 2)
            process = multiprocessing.get_context("fork").Process(
                target=_run, args=("generator.cli", *json.loads(request), outputs)
            )
            process.start()
            process.join()
            for output in outputs:
                os.close(output)
            call.sendall(str(process.exitcode).encode())


def _written(module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str], files: Sequence[Path]) -> None:
    _run(module, arguments, folder, environment, [os.open(file, os.O_WRONLY | os.O_CREAT) for file in files])


def _run(module: str, arguments: Sequence[str], folder: Path | str, environment: Mapping[str, str], outputs: Sequence[int]) -> None:
    for number, (name, output) in enumerate(zip(("stdout", "stderr"), outputs, strict=True), start=1):
        os.dup2(output, number)
        setattr(sys, name, os.fdopen(number, "w", buffering=1, encoding="utf-8", errors="surrogateescape", closefd=False))
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
