"""The levels of headings below a page's own, without jumps."""

from __future__ import annotations

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Outline:
    """Gives each heading a level below the page's own (h2 to h4), however far apart they were written."""

    def __init__(self) -> None:
        self.above: list[str] = []

    def level(self, written: str) -> str:
        """Return the tag of the next heading, which was written with another."""
        self.above = [*(tag for tag in self.above if tag < written), written]
        return self.current

    @property
    def current(self) -> str:
        """Return the tag of the heading that was read last."""
        return f"h{min(len(self.above) + 1, 4)}"
