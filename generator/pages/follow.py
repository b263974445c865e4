"""The page /foelg/: every calendar that one can follow, and how that is done in each program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator import urls
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, Page
from generator.pages.subscriptions import (
    Subscription,
    subscribe_to_all,
    subscribe_to_areas,
    subscribe_to_audiences,
    subscribe_to_categories,
    subscribe_to_free,
    subscribe_to_municipalities,
)

TITLE = "Følg med"


class _Way(NamedTuple):
    """Hold a way to follow a calendar, and what one does, in one line."""

    name: str
    text: str


WAYS = (
    _Way("Apple og andre", "Vælg linket på telefonen eller computeren, og sig ja til at abonnere."),
    _Way("Google", "Vælg linket på en computer, log ind, og sig ja til at tilføje. Så står den også på telefonen."),
    _Way("Outlook", "Vælg linket, log ind, og vælg Importér. Så står den alle de steder, du bruger Outlook."),
    _Way("Fil", "Filen er kalenderen, som den er i dag. Den fornyer sig ikke."),
)


def groups(context: SiteContext) -> list[tuple[str, Sequence[Subscription]]]:
    """Return every calendar by what it is a part of; no group is empty."""
    every = (
        ("Det hele", [subscribe_to_all(context)]),
        ("Et lokalområde", subscribe_to_areas(context)),
        ("En kommune", subscribe_to_municipalities(context)),
        ("Det, der er for dig", [*subscribe_to_audiences(context), *subscribe_to_free(context)]),
        ("Én slags", subscribe_to_categories(context)),
    )
    return [(title, calendars) for title, calendars in every if calendars]


def follow(context: SiteContext) -> Page:
    """Return the page."""
    values = {"title": TITLE, "ways": WAYS, "groups": [{"title": title, "calendars": of} for title, of in groups(context)]}
    description = "Få det, der sker, i din egen kalender: det hele, et lokalområde, en kommune, det gratis eller én slags."
    return Page(urls.FOLLOW, "follow.html", TITLE, description, values, colour="sky", crumbs=(Crumb(TITLE, None),))
