"""The commands, a module each by its name (`import_` for `import`): HELP, `arguments(parser)`, and `run(chosen)`: the exit code."""

from __future__ import annotations


class CommandError(Exception):
    """Raised where a command cannot do what is asked of it; its text says why, in Danish, and the command exits with 2."""


COMMANDS = (
    *("check", "build", "serve", "new", "move", "dots", "schema", "status", "ownership", "issue", "mail", "changed", "export"),
    *("reminder", "evaluate", "answers", "import", "mailing"),
)
