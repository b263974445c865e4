"""Checks of the links and pictures in the Markdown pages of content/, which the engine would only warn of, and not in Danish."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.addresses.site import Addresses
from generator.markdown.convert import anchors_of_page
from generator.markdown.lint import Finding, FindingKind, findings
from generator.model.folders import area_file, event_file
from generator.model.site import Site
from generator.problems.problem import Problem, did_you_mean, listed, quoted
from generator.problems.rules import text as rules
from generator.reading.places import problem_in_text
from generator.reading.sources import read_page

_NAMED_VALUE = re.compile(r"^ {0,3}#.*\{\{", re.MULTILINE)
"""A heading with a value that the build fills in: its anchor is not known here."""
_MOST_PROBLEMS = 20
"""In one page: who has made so many has made one mistake many times."""


def pages_lead_somewhere(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that each link and picture in a page of content/ has what it leads to or shows.

    A draft, and an example where these are not shown, is there all the same: the build shows a link to it as text.
    """
    addresses = Addresses.of(root, site, examples=True)
    for path in (page.source for page in site.pages):
        found = [each for each in findings(read_page(root, path).body) if each.kind in (FindingKind.LINK, FindingKind.PICTURE)]
        dead = [each for each in found if not _leads(root, addresses, path, each.value)]
        yield from islice(_of_headings(root, path, (each for each in found if each not in dead)), _MOST_PROBLEMS)
        for finding in dead[:_MOST_PROBLEMS]:
            if finding.kind is FindingKind.PICTURE:
                said = f"Billedet {quoted(finding.value)} findes ikke. Læg filen i content, eller slet linjen."
                yield problem_in_text(root, path, finding.offset, said, rules.DEAD_LINK)
                continue
            near = did_you_mean(finding.value, addresses.near(finding.value))
            cure = near or " Skriv filens navn, for eksempel om.md, eller sidens adresse, for eksempel /om/."
            said = f"Linket {quoted(finding.value)} fører ikke nogen steder hen.{cure}"
            yield problem_in_text(root, path, finding.offset, said, rules.DEAD_LINK)


def _leads(root: Path, addresses: Addresses, source: str, link: str) -> bool:
    """Return whether a link of a page leads out of the site, to a file of content/, or to a page."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return False
    if parts.scheme or parts.netloc or not parts.path:
        return True
    path = unquote(parts.path)
    if path.startswith("/"):
        below = path.removeprefix("/").removesuffix("index.html")
        return addresses.has(below) or _is_written(root, below)
    return (root / posixpath.normpath(posixpath.join(posixpath.dirname(source), path))).is_file()


def _of_headings(root: Path, source: str, links: Iterable[Finding]) -> Iterator[Problem]:
    """Yield a problem for each link to a heading that the text it leads to has not, by which a strict build ends."""
    for link in links:
        parts = urlsplit(link.value.strip())
        if not parts.fragment or parts.scheme or parts.netloc or parts.path.startswith("/"):
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path))) if parts.path else source
        if not path.endswith(".md"):
            continue
        text = read_page(root, path).body
        there = anchors_of_page(text)
        if unquote(parts.fragment) in there or _NAMED_VALUE.search(text):
            continue
        headings = [f"#{anchor}" for anchor in sorted(there)]
        cure = did_you_mean(f"#{parts.fragment}", headings) or (f" Skriv {listed(headings)}." if headings else "")
        said = f"Overskriften {quoted(f'#{parts.fragment}')} står ikke i {path}.{cure or ' Slet det, der står fra #.'}"
        yield problem_in_text(root, source, link.offset, said, rules.DEAD_LINK)


def _is_written(root: Path, address: str) -> bool:
    """Return whether there is a file of what has this address, or of what it is called in content/, whether it is shown or not."""
    match address.split("/"):
        case ["omraader", area, ""]:
            return (root / area_file(area)).is_file()
        case ["det-sker", owner, name, ""]:
            return (root / event_file(owner, name)).is_file()
    return not address.endswith("/") and (root / "content" / address).is_file()
