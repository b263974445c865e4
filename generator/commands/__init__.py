"""The commands of `kulturpunkt`, a module each by its name: HELP, `arguments(parser)`, and `run(chosen)`: the exit code."""

from __future__ import annotations

COMMANDS = (
    *("check", "build", "serve", "new", "dots", "schema", "status", "ownership", "issue", "mail", "changed", "export", "reminder"),
    *("evaluate", "answers"),
)
