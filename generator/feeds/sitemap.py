"""What search engines read: sitemap.xml and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

Translations = Mapping[str, Sequence[tuple[str, str]]]
"""Pairs of language and path, by the path of each page that is in several languages."""


def sitemap(paths: Iterable[str], site_url: str, translations: Translations) -> str:
    """Return sitemap.xml with the addresses of all pages that may be found, sorted, each with its translations."""
    entries = "".join(
        f"  <url><loc>{escape(site_url + path)}</loc>{_links(translations.get(path, ()), site_url)}</url>\n"
        for path in sorted(paths, key=lambda path: escape(site_url + path))
    )
    also = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if translations else ""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{also}>\n{entries}</urlset>\n'


def _links(languages: Iterable[tuple[str, str]], site_url: str) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(site_url + path)}/>' for code, path in languages
    )


def robots(site_url: str) -> str:
    """Return robots.txt: everybody may read everything, archives too."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"
