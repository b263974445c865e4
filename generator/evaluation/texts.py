"""What people wrote in Markdown, as paragraphs of plain text."""

from __future__ import annotations

from generator.feeds.texts import plain


def paragraphs(markdown: str) -> list[str]:
    """Return the paragraphs of a text; none of an empty one."""
    return [part.strip() for part in (plain(markdown, "") or "").split("\n\n") if part.strip()]
