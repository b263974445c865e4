"""A programme of three areas that say everything, half and nothing of how it went, for tests of what the results become."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from generator.content.load import load
from generator.danish.dates import now_from
from generator.model.calendar import Calendar
from generator.model.site import published
from generator.pages.context import SiteContext
from tests import trees
from tests.pictures import picture
from tests.trees import AREA

NOW = now_from("2026-06-15 12:00")
PARTNERS = "partnere: [{navn: Skolen, sektor: skole}, {navn: Koret, sektor: kultur}]\n"
FULL = (
    AREA
    + PARTNERS
    + """\
kerneelementer: [udvikling]
mål:
  - {mål: Flere synger., status: nået, tekst: Vi blev ti flere.}
  - {mål: Et hus., status: delvist}
  - Et orgel.
samarbejder: [{partnere: [Skolen, Koret], tekst: De synger sammen.}]
i praksis: [{kerneelement: udvikling, tekst: Sangaftenen blev til et kor.}]
lever videre: [{hvad: Koret, hvem: Skolen}]
pengene: [{post: Noder, beløb: 1.200 kr.}]
resultater: [Koret er vokset.]
billede: {fil: images/havn.jpg, beskrivelse: Havnen., foto: Anna Ja, samtykke: ja}
billeder: [{fil: images/kaj.jpg, beskrivelse: Kajen., foto: Bo Tavs}]
trin: [{trin: dialog, dato: 2025-04}]
"""
)
HALF = AREA.replace("Nordby", "Sydby") + "partnere: [{navn: Skolen, sektor: kommune}]\nmål: [Flere spiser.]\n"
NOTHING = AREA.replace("Nordby", "Vestby")
SAID = """\
efter:
  antal: 42
  optælling: talt
  hjælpere: 5
  timer: 12,5
  kunstnere: 3
  tekst: Hele salen sang med.
  læring: Begynd en time før.
  citater: [{tekst: Vi kommer igen., rolle: En nabo}]
  billeder: [{fil: images/fest.jpg, beskrivelse: Salen., foto: Anna Ja, samtykke: ingen}]
"""


def event(title: str, start: str, *more: str) -> str:
    """Return an event's file."""
    return "\n".join(["---", f"titel: {title}", f"start: {start}", *more, "---", "Velkommen.\n"])


def tree() -> dict[str, str | bytes]:
    """Return the files of the three areas: Nordby says everything, Sydby half of it, Vestby nothing."""
    return {
        "areas/nordby/area.yml": FULL,
        "areas/nordby/events/fest.md": event("Fest", "2026-05-01 kl. 10.00", SAID),
        "areas/nordby/events/sang.md": event(
            "Sang", "2026-05-05 kl. 19.00", "gentag: hver uge", "gentag til: 2026-07-07", "undtagen: 2026-05-12", "efter:",
            "  - {dato: 2026-05-05, antal: ca. 20}", "  - {dato: 2026-05-19, antal: 0}",
            "ændringer: [{dato: 2026-05-26, status: aflyst}]",
        ),
        "areas/nordby/historier/koret.md": "---\ntitel: Koret blev ved\ndato: 2026-06-01\n---\nDet begyndte i maj.\n",
        **{f"areas/nordby/images/{name}.jpg": picture((64, 48), colour) for name, colour in _COLOURS.items()},
        "areas/sydby/area.yml": HALF,
        "areas/sydby/events/fest.md": event("Fest", "2026-05-01 kl. 10.00", "efter: {antal: 40, optælling: talt}"),
        "areas/sydby/events/mad.md": event("Mad", "2026-05-02 kl. 18.00"),
        "areas/sydby/events/senere.md": event("Senere", "2026-08-02 kl. 18.00"),
        "areas/vestby/area.yml": NOTHING,
        "content/spoergsmaal.yml": "spørgsmål: [{nøgle: sammen, spørgsmål: Arbejder I sammen?, svar: [lidt, meget], før: 4 2}]\n",
    }  # fmt: skip


_COLOURS = {"havn": "navy", "kaj": "green", "fest": "red"}


def context_of(root: Path, files: dict[str, str | bytes], now: datetime = NOW) -> SiteContext:
    """Return the site of these files, which have no problems, at a moment."""
    site, problems = load(trees.programme(root, files))
    assert site and not problems, problems
    return SiteContext(Calendar.at(published(site, examples=True), now), root, True, picture_cache=root / ".cache/pictures")
