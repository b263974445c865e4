"""An area's poster for the notice board: one A4 with its next month and a code that leads to its page."""

from __future__ import annotations

from io import BytesIO

import segno
from markupsafe import Markup

from generator import urls
from generator.danish import formatting
from generator.model.area import Area, Status
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, Page

_SHOWN = 8
_MASK = 2


def poster(context: SiteContext, area: Area) -> Page:
    """The page /omraader/<slug>/plakat/, made to be printed."""
    url = urls.poster(area.slug)
    address = context.site_url + urls.area(area.slug)
    occurrences = [occurrence for occurrence in context.calendar.of_owner(area.slug) if occurrence.ends > context.now]
    months = {occurrence.start.day.replace(day=1) for occurrence in occurrences}
    first = max(min(months), context.now.date().replace(day=1)) if months else context.now.date().replace(day=1)
    of_month = [occurrence for occurrence in occurrences if occurrence.start.day.replace(day=1) <= first]
    values = {
        "name": area.name,
        "municipality": area.municipality.in_full,
        "summary": area.summary,
        "dot": context.cards.dot_of(area.slug),
        "example": area.status is Status.EXAMPLE,
        "month": formatting.capital(formatting.month_year(first)),
        "events": context.cards.events(of_month[:_SHOWN]),
        "more": max(0, len(of_month) - _SHOWN),
        "address": address,
        "code": _code(address),
        "area_url": urls.area(area.slug),
    }
    return Page(
        url,
        "poster.html",
        f"Plakat for {area.name}",
        f"En plakat til opslagstavlen: det sker i {area.name}.",
        values,
        hidden=True,
        crumbs=(Crumb("Lokalområder", urls.AREAS), Crumb(area.name, urls.area(area.slug)), Crumb("Plakat", None)),
    )


def _code(address: str) -> Markup:
    """A QR code as SVG, large enough for a phone two steps away; it stands a quarter of damage.

    Its mask is given: to try all eight and choose costs five times as much, and phones read them alike.
    """
    out = BytesIO()
    code = segno.make(address, error="q", micro=False, mask=_MASK)
    code.save(out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, light="#fff", svgclass="poster__code")
    label = Markup('<svg role="img" aria-label="QR-kode til {}" ').format(address)
    return label + Markup(out.getvalue().decode().strip().removeprefix("<svg "))  # noqa: S704  segno's own drawing
