"""The colours of the design, as the theme's tokens have them in the light."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path


def colour(theme: Path, token: str) -> str:
    """Return a colour of the design (`--paper`) as `#FBF5E9`."""
    return colours(theme)[token]


@lru_cache(maxsize=1)
def colours(theme: Path) -> dict[str, str]:
    """Return all colours of the design by their tokens."""
    tokens = (theme / "css/tokens.css").read_text("utf-8").partition("@media")[0]
    return dict(re.findall(r"(--[a-z-]+):(#[0-9A-Fa-f]{6})", tokens))
