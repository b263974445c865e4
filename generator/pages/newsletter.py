"""A week for others' paper: as plain text for a local weekly, and as HTML for a mail, which is tables and inline styles only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from markupsafe import Markup, escape

from generator.danish import formatting
from generator.media.colours import colour
from generator.pages.weeks import Line, Week

_NOTHING = "Der står ikke noget i kalenderen i denne uge."
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_text(week: Week, site_url: str) -> str:
    """Return a week as local weeklies print it: a line a day, and a line an event with hour, what, where and price."""
    parts = [f"{week.scope.title}\n{week.period}", *(_day_text(week, day, lines) for day, lines in week.days)]
    parts += [] if week.lines else [_NOTHING]
    return "\n\n".join((*parts, f"Læs mere: {site_url}{week.scope.home}")) + "\n"


def _day_text(week: Week, day: date, lines: list[Line]) -> str:
    said = (f"{line.hours}: {' '.join(_sentences(week, line))}" for line in lines)
    return "\n".join((formatting.capital(formatting.day_of_week(day)), *said))


def _sentences(week: Week, line: Line) -> Iterator[str]:
    """Yield what it is, where, and what it costs, each as a sentence. Several areas differ by their names."""
    card = line.card
    yield _sentence(line.card.title_in_letters)
    yield from (_sentence(said) for said in _facts(week, line))
    if card.was and not card.off:
        yield _sentence(card.was)


def _facts(week: Week, line: Line) -> Iterator[str]:
    card = line.card
    several = week.scope.has_several
    if card.where:
        yield f"{card.where} ({card.area})" if several and card.area not in card.where else card.where
    elif several:
        yield card.area
    if card.price and not card.off:
        yield card.price
    if card.booking == "tilmelding" and not card.off:
        yield "Tilmelding"


def _sentence(said: str) -> str:
    return said if said.endswith((".", "?", "!", "…")) else f"{said}."


def as_html(week: Week, site_url: str, theme: Path = Path("theme")) -> str:
    """Return a week as a mail: a whole file to copy, whose every style stands at its element, in the colours of `theme`."""
    ink, ground, link = (colour(theme, token) for token in ("--ink", "--yellow", "--link"))
    sans = f"font-family:Arial,Helvetica,sans-serif;color:{ink}"
    rows = (
        Markup(
            '<tr><td colspan="2" style="padding:16px;background-color:{ground};{sans}">'
            '<h1 style="margin:0;font-size:28px;line-height:32px">{title}</h1><p style="margin:4px 0 0;font-size:16px">{period}</p>'
            "</td></tr>\n"
        ).format(ground=ground, sans=sans, title=week.scope.title, period=week.period),
        *_rows(week, site_url, sans, ink, link),
        Markup(
            '<tr><td colspan="2" style="padding:16px;{};font-size:16px"><a href="{}" style="color:{}">{}</a></td></tr>\n'
        ).format(sans, site_url + week.scope.home, link, "Se hele kalenderen"),
    )
    return _MAIL.format(policy=_POLICY, title=f"{week.scope.title}, {week.period}", rows=Markup("").join(rows))


_MAIL = Markup(
    '<!doctype html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">\n<meta name="viewport" content="width=device-width">\n'
    '<meta name="robots" content="noindex">\n<title>{title}</title>\n</head>\n'
    '<body style="margin:0;padding:0;background-color:#FFFFFF">\n'
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#FFFFFF">\n'
    '<tr><td align="center" style="padding:16px 8px">\n'
    '<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" '
    'style="width:100%;max-width:600px;text-align:left">\n{rows}</table>\n</td></tr>\n</table>\n</body>\n</html>\n'
)


def _rows(week: Week, site_url: str, sans: str, ink: str, link: str) -> Iterator[Markup]:
    for day, lines in week.days:
        yield Markup(
            '<tr><td colspan="2" style="padding:20px 16px 4px;border-bottom:3px solid {};{}">'
            '<h2 style="margin:0;font-size:18px;line-height:24px">{}</h2></td></tr>\n'
        ).format(ink, sans, formatting.capital(formatting.day_of_week(day)))
        yield from (_row(week, line, site_url, sans, link) for line in lines)
    if not week.lines:
        yield Markup('<tr><td></td><td style="padding:16px;{};font-size:16px">{}</td></tr>\n').format(sans, _NOTHING)


def _row(week: Week, line: Line, site_url: str, sans: str, link: str) -> Markup:
    facts = Markup("<br>").join(map(escape, _facts(week, line)))
    cell = f"padding:10px 16px;border-bottom:1px solid #B9B2A3;font-size:16px;line-height:22px;vertical-align:top;{sans}"
    return Markup(
        '<tr><td width="120" style="{cell};padding-right:0">{hours}</td>\n'
        '<td style="{cell}"><a href="{address}" style="color:{link};font-weight:bold">{title}</a><br>{facts}</td></tr>\n'
    ).format(
        cell=cell, hours=line.hours, address=site_url + line.card.link, link=link, title=line.card.title_in_letters, facts=facts
    )
