"""Writes proposed files into the working copy."""

from __future__ import annotations

from pathlib import Path


def put(target: Path, content: bytes) -> None:
    """Write a file beside its place and put it there, so that a file shared under another name is not changed."""
    target.parent.mkdir(exist_ok=True)
    beside = target.with_name(f".{target.name}.ny")
    beside.unlink(missing_ok=True)
    beside.write_bytes(content)
    beside.replace(target)
