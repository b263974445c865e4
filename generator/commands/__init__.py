"""The commands of `kulturpunkt`, a module each: NAME, HELP, `arguments(parser)`, and `run(chosen)`, which gives the exit code."""

from __future__ import annotations

from generator.commands import build, changed, check, export, issue, new, ownership, reminder, schema, serve, status

COMMANDS = (check, build, serve, new, schema, status, ownership, issue, changed, export, reminder)
