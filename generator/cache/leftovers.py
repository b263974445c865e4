"""Files that a system or a program leaves in a folder, which nobody wrote and no reader should meet."""

from __future__ import annotations

import os
import re
from pathlib import PurePath

_LEFTOVER = re.compile(
    r"""
    \..*                                                                      # .DS_Store ._fest.md .fest.md.swp .idea .gitkeep
    | .*~ | \#.*\# | ~\$.* | ~.*\.tmp                                         # an editor's copy, an open document's lock
    | thumbs\.db.* | ehthumbs(?:_vista)?\.db | desktop\.ini | icon\r          # how a folder looks
    | __macosx | __pycache__ | @eadir | \$recycle\.bin | system\ volume\ information | lost\+found
    | .*\.(?:bak|orig|rej|tmp|temp|sw[nop]|save(?:\.\d+)?|part|partial|crdownload|sb-[0-9a-z]+-[0-9a-z]+)
    | .*_(?:backup|base|local|remote)_\d+\..*                                 # a merge that stopped halfway
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_DELIBERATE = {".gitkeep", ".keep", ".gitignore", ".gitattributes"}


def is_leftover(name: str) -> bool:
    """Return whether a file or folder of this name was left by a program. Every name that begins with a dot is one."""
    return _LEFTOVER.fullmatch(name) is not None


def lies_among_leftovers(path: PurePath | str) -> bool:
    """Return whether a relative path, or a folder on its way, has the name of a leftover."""
    return any(map(is_leftover, PurePath(path).parts))


def is_committed_by_mistake(path: PurePath | str) -> bool:
    """Return whether a path in a repository is a leftover, and none of those that people put there for git."""
    return lies_among_leftovers(path) and PurePath(path).name not in _DELIBERATE


def holds_only_leftovers(folder: PurePath | str) -> bool:
    """Return whether leftovers are all that lies in a folder, as where git took away all that it knew. Raises OSError."""
    found = [
        os.path.relpath(os.path.join(below, name), folder)  # noqa: PTH118  os.walk gives texts
        for below, _, names in os.walk(folder)
        for name in names
    ]
    return bool(found) and all(map(lies_among_leftovers, found))
