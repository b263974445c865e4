"""Reads HTML that anyone may have written."""

from __future__ import annotations

from html.parser import HTMLParser


class HtmlReader(HTMLParser):
    """A parser that reads on past a declaration that is none, as `<![:`, where Python's own raises AssertionError up to 3.13."""

    def parse_html_declaration(self, i: int) -> int:
        """Read a declaration, or what only begins like one as a comment."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)
