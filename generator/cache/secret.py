"""The secret that shows which cached files this user's own builds wrote.

Whoever can commit a file can put one into `.cache/` or `.site.build/`, with any content and any checksum. The secret lies outside
the project, so nobody who only writes files of the project can seal one that is read.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from secrets import token_bytes, token_hex
from stat import S_IMODE, S_ISREG

_SIZE = 32
_MODE = 0o400
"""Git never writes a file with these rights, so a committed secret is not taken for ours where the home is the project itself."""


@cache
def secret() -> bytes:
    """Return this user's secret, and make it the first time. Where it cannot be stored, it lasts as long as this process."""
    with suppress(OSError, RuntimeError):
        file = _folder() / "cache-secret"
        return _stored(file) or _made(file)
    return token_bytes(_SIZE)


def _folder() -> Path:
    """Return the folder for what a user's programs remember. Raises RuntimeError for a user without a home."""
    chosen = Path(os.environ.get("XDG_STATE_HOME", ""))
    return (chosen if chosen.is_absolute() else Path.home() / ".local/state") / "kulturpunkt"


def _stored(file: Path) -> bytes | None:
    """Return the secret in a file that is its owner's alone; None for any other file."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as opened:
        found = os.fstat(descriptor)
        own = S_ISREG(found.st_mode) and S_IMODE(found.st_mode) == _MODE and found.st_uid == os.geteuid()
        content = opened.read(_SIZE + 1) if own else b""
    return content if len(content) == _SIZE else None


def _made(file: Path) -> bytes:
    """Store a new secret in one step; return the one that another build stored at the same moment, if one did. Raises OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}-{token_hex(8)}")
    content = token_bytes(_SIZE)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(content)
        os.fchmod(descriptor, _MODE)
    try:
        os.link(draft, file)
    except FileExistsError:
        stored = _stored(file)
        if stored is None:
            draft.replace(file)
        return stored or content
    finally:
        draft.unlink(missing_ok=True)
    return content
