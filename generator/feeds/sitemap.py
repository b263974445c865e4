"""What search engines read: sitemap.xml and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def sitemap(paths: Iterable[str], site_url: str) -> str:
    """Return sitemap.xml with the addresses of all pages that may be found, sorted. Which are one page in several languages stands
    in each page: the format has no word for it."""
    addresses = sorted(escape(site_url + path, quote=False) for path in paths)
    entries = "".join(f"  <url><loc>{each}</loc></url>\n" for each in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'


def robots(site_url: str) -> str:
    """Return robots.txt: everybody may read everything, archives too."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"
