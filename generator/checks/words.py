"""Messages that several checks share."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problems.problem import did_you_mean, listed, quoted


def unknown(key: str, keys: Sequence[str]) -> str:
    """Return the message for a key that is none of `keys`."""
    return f"{quoted(key)} kendes ikke." + (f"{did_you_mean(key, keys)} Skriv {listed(keys)}." if keys else " Slet linjen.")
