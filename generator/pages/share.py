"""What people paste where they tell others of an event: a few lines with an address, without letters that only look nice."""

from __future__ import annotations

from generator.danish.formatting import capital
from generator.model.occurrences import Occurrence
from generator.pages.context import SiteContext


def share_text(context: SiteContext, occurrence: Occurrence) -> str | None:
    """Return the text to share an event by, on one of its dates; None where it is over.

    What a reader must know stands first, since others show only the first lines: how it stands, what, when, where and the price.
    """
    happening, card = occurrence.event, context.cards.event(occurrence)
    if card.state == "past":
        return None
    where = card.where or ("Online" if occurrence.online else card.area)
    first = (
        card.title_in_letters,
        capital(card.when_and_time),
        card.was,
        card.series and capital(card.series),
        where,
        card.price if not card.off else None,
        "Tilmelding" if card.booking == "tilmelding" and not card.off else None,
    )
    parts = ("\n".join(filter(None, first)), card.status_note, happening.summary, f"{context.site_url}{card.url}")
    return "\n\n".join(filter(None, parts))
