"""File trees for tests: files from a mapping, on top of the smallest programme that loads.

root = programme(tmp_path, {"areas/nordby/area.yml": AREA, "areas/nordby/events/fest.md": event("pris: gratis")})
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from hypothesis import settings

modest = settings(max_examples=100, deadline=None)
"""For property tests: enough examples to find things, few enough to run often, and no clock."""

PROGRAMME = """\
navn: Kulturpunkt
giver: Region Nordjylland
beløb: 50.000 kr.
områder: 11
periode: 2025-03..2026-08
kerneelementer:
  - {nøgle: udvikling, titel: Udvikling, tekst: Bygge videre}
  - {nøgle: forankring, titel: Forankring, tekst: Leve videre}
kriterier: {titel: Et Kulturpunkt er …, punkter: [Et lokalområde]}
mål:
  - {titel: Lokalområder, niveau: lokalt niveau, tekst: Lokale mål}
opgaver: {titel: Vi beder om, punkter: [Finde sammen]}
"""
TIMELINE = """\
trin:
  - {nøgle: dialog, titel: Dialog, periode: 2025-03..2025-04}
  - {nøgle: kick-off, titel: Kick-off, periode: 2025-06-18}
"""
CONTACTS = """\
personer:
  - {navn: Navn Navnesen, telefon: 12 34 56 78}
mail: kontakt@example.org
adresse: {navn: Regionen, afdeling: Kultur, gade: Vejen 1, postnummer: 9000, by: Aalborg}
"""
MINIMAL = {"content/programme.yml": PROGRAMME, "content/timeline.yml": TIMELINE, "content/contacts.yml": CONTACTS}
"""The programme's own three files, and no area."""

AREA = """\
navn: Nordby
status: offentlig
kommune: Thisted
resumé: En by mod nord.
"""
"""An area.yml with what it must have; more fields can be put after it, from line 5 on."""


def write(root: Path, tree: Mapping[str, str | bytes]) -> Path:
    """Writes each path of `tree` below `root` and gives `root`. Texts lose their common indentation; bytes stay as they are."""
    for path, content in tree.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
    return root


def programme(root: Path, tree: Mapping[str, str | bytes] | None = None) -> Path:
    """The smallest programme, with `tree` on top of it."""
    return write(root, {**MINIMAL, **(tree or {})})


def event(*lines: str, text: str = "Alle er velkomne.\n") -> str:
    """An event's file: a title and a start, then `lines` from line 4 on, then the text."""
    return "\n".join(["---", "titel: Fest", "start: 2026-05-01 kl. 10.00", *lines, "---", text])
