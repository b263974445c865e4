"""The command `kulturpunkt`: check the content, build the site, serve it, and the rest of generator/commands/."""

from __future__ import annotations

import argparse
import importlib
import keyword
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from generator.commands import COMMANDS, CommandError
from generator.commands.argparse_danish import speak_danish
from generator.problems.problem import ContentError, RefusedError
from generator.problems.unforeseen import refusal
from generator.text.letters import harmless

_OF_HISTORY = ("ownership", "changed")
"""The commands that ask git only."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 when all is well, 1 when the content has problems, 2 where there is none.

    Only the module of that command is imported, because all of them together take longer than most commands.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file's name can be any bytes
    words = sys.argv[1:] if arguments is None else arguments
    speak_danish()
    parser = argparse.ArgumentParser(prog="kulturpunkt", description="Bygger Kulturpunkts side af content/ og areas/.")
    commands = parser.add_subparsers(dest="command", metavar="KOMMANDO", required=True)
    asked = [word for word in words[:1] if word in COMMANDS]
    for name in asked or COMMANDS:
        command = importlib.import_module(f"generator.commands.{name}{'_' * keyword.iskeyword(name)}")
        own = commands.add_parser(name, help=command.HELP)
        own.set_defaults(run=command.run)
        command.arguments(own)
    chosen = parser.parse_args(words)
    if chosen.command not in _OF_HISTORY and not Path("content").is_dir():
        print("Her er ingen mappe, der hedder content. Kør kommandoen i projektets mappe.", file=sys.stderr)
        return 2
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except CommandError as error:
        print(*map(harmless, str(error).split("\n")), sep="\n", file=sys.stderr)
        return 2
    except (ContentError, RefusedError) as error:
        print(error if isinstance(error, ContentError) else f"KULTURPUNKT_TODAY: {error}")
        return 1
    except BrokenPipeError:  # who reads, as `head`, has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(harmless(_failed(error)), file=sys.stderr)
        return 1
    return code


def _failed(error: OSError) -> str:
    """Return, in Danish, at which file or folder the system said no, and what it said."""
    places = " og ".join(str(place) for place in (error.filename, error.filename2) if place)
    return f"{places or 'Det'} kunne ikke læses eller skrives: {refusal(error)}"


if __name__ == "__main__":
    sys.exit(main())
