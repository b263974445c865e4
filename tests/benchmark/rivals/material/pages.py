"""Pages without a file: months, weeks, municipalities and English as Markdown; posters, frames, screens and mails as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from io import BytesIO
from xml.sax.saxutils import escape

import jinja2
import segno

from tests.benchmark.rivals.material.programme import MONTHS, NOW, Entry, Event, Programme

_THIS_WEEK = NOW.date() - timedelta(days=NOW.weekday())
_WEEKS = range(-48, 5)
_LISTED, _EMBEDDED = 24, 100
_POSTERS_END = f"{NOW.date() + timedelta(days=183)}"
_ENGLISH = {"aflyst": "Cancelled", "udsat": "Postponed", "flyttet": "Rescheduled"}
_NOT_FOUND = "---\nsearch: {exclude: true}\n---\n"


def markdown_pages(programme: Programme) -> Iterator[tuple[str, str]]:
    """Yield each generated page's path and Markdown."""
    yield "det-sker/index.md", f"# Det sker\n\n{_cards(programme.next[:_LISTED])}"
    past: list[str] = []
    for month, entries in programme.by_month.items():
        title = f"{MONTHS[int(month[5:]) - 1].capitalize()} {month[:4]}"
        yield f"det-sker/{month}.md", f"{_NOT_FOUND}# {title}\n\n{_grid(entries)}\n{_cards(entries)}"
        if held := [entry for entry in entries if entry[1].state == "past"]:
            past.append(f"## {title}\n\n{_cards(held[:5])}\n{len(held)} arrangementer\n\n")
        if month >= f"{NOW:%Y-%m}":
            yield f"en/{month}.md", f"{_NOT_FOUND}# {entries[0][1].begins:%B %Y}\n\n{_english(entries)}"
    yield "det-sker/arkiv.md", f"{_NOT_FOUND}# Det, der har været\n\n{''.join(past)}"
    yield "en/index.md", f"{_NOT_FOUND}# What is on\n\n{_english(programme.coming[:60])}"
    for later in _WEEKS:
        monday = _THIS_WEEK + timedelta(weeks=later)
        yield f"uge/{monday}.md", f"{_NOT_FOUND}# Ugen fra {monday}\n\n{_cards(programme.by_week.get(monday, []))}"
    for municipality in {facts["municipality"]: None for _, facts in programme.areas}:
        entries = [entry for entry in programme.coming if entry[0].facts["municipality"] == municipality]
        yield f"kommune/{municipality}.md", f"{_NOT_FOUND}# {municipality} Kommune\n\n{_cards(entries)}"


def _cards(entries: Sequence[Entry]) -> str:
    return "".join(
        f"- [{event.facts['title']}](../{event.url.rstrip('/')}.md) {each.weekday} {each.hours}, {event.facts['place']['name']}, "
        f"{event.facts['area_name']} · {event.facts['price']} {each.status}\n"
        for event, each in entries
    )


def _english(entries: Sequence[Entry]) -> str:
    return "".join(
        f"- [{event.facts['title']}](../{event.url.rstrip('/')}.md) {each.begins:%A %-d %B %Y, %H.%M}, "
        f"{event.facts['place']['name']} {_ENGLISH.get(each.status, '')}\n"
        for event, each in entries
    )


def _grid(entries: Sequence[Entry]) -> str:
    """A month as a table, with how many there are each day."""
    counts = [0] * 36
    for _, each in entries:
        counts[each.begins.day] += 1
    days = [f"{day}: {counts[day]}" if counts[day] else f"{day}" for day in range(1, 36)]
    rows = [f"| {' | '.join(days[start : start + 7])} |" for start in range(0, 35, 7)]
    return "\n".join([rows[0], "|---" * 7 + "|", *rows[1:]]) + "\n"


def other_pages(programme: Programme, site: str, environment: jinja2.Environment) -> Iterator[tuple[str, str]]:
    """Yield each poster, frame, screen, week, mail and feed: the path and the content."""
    template = environment.get_template
    poster, embed, screen, mail, follow = map(template, ("poster.html", "embed.html", "screen.html", "mail.html", "follow.html"))
    for event in programme.events:
        shown = event.shown
        if shown.state != "past" and not shown.cancelled and shown.day < _POSTERS_END:
            address = site + event.url
            said = {"title": event.facts["title"], "entries": [(event, shown)], "url": address, "code": _code(address)}
            yield f"{event.url}plakat/index.html", poster.render(said)
    scopes = [("", "Kulturpunkt", None)] + [(url, facts["title"], facts["area"]) for url, facts in programme.areas]
    for folder, title, area in scopes:
        comes = programme.coming if area is None else [entry for entry in programme.coming if entry[0].facts["area"] == area]
        month = [entry for entry in comes if entry[1].day[:7] == f"{NOW:%Y-%m}"]
        soon = [entry for entry in comes if entry[1].begins - NOW < timedelta(days=7)]
        said = {"site": site, "title": title, "url": site + folder, "code": _code(site + folder)}
        yield f"{folder}indlejr/index.html", embed.render(said, entries=comes[:_EMBEDDED])
        yield f"{folder}indlejr/maaned/index.html", embed.render(said, entries=month)
        yield f"{folder}skaerm/index.html", screen.render(said, entries=soon)
        yield f"{folder}skaerm/syv-dage.xml", _feed(title, site, [(e.facts["title"], f"{d.weekday} {d.hours}", e) for e, d in soon])
        if area:
            yield f"{folder}plakat/index.html", poster.render(said, entries=programme.next_by_area.get(area, [])[:5])
        mails = []
        for later in (1, 0, -1, -2, -3, -4):
            monday = _THIS_WEEK + timedelta(weeks=later)
            entries = programme.by_week.get((monday, area) if area else monday, [])
            mails.append((f"Ugen fra {monday}", mail.render(said, monday=monday, entries=entries)))
            if later >= 0:
                own = f"{folder}uge/naeste/" if later else f"{folder}uge/denne/"
                yield f"{own}index.html", screen.render(said, entries=entries)
                yield f"{own}avis.txt", _paper(title, entries)
                yield f"{own}nyhedsbrev.htm", mails[-1][1]
        yield f"{folder}uge/uger.xml", _feed(title, site, [(name, text, None) for name, text in mails[1:]])
    codes = [(facts["title"], _code(f"{site}{url}kalender.ics")) for url, facts in programme.areas]
    yield "foelg/index.html", follow.render(site=site, title="Følg med", codes=codes)


def _code(address: str) -> str:
    """Return a QR code as SVG."""
    drawn = BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", xmldecl=False, svgclass=None, lineclass=None)
    return drawn.getvalue().decode()


def _paper(title: str, entries: Sequence[Entry]) -> str:
    lines = (
        f"{each.weekday} {each.hours}: {event.facts['title']}. {event.facts['place']['name']}. {event.facts['price']}."
        for event, each in entries
    )
    return f"Det sker: {title}\n\n" + "\n".join(lines) + "\n"


def _feed(title: str, site: str, items: Sequence[tuple[str, str, Event | None]]) -> str:
    head = f"<title>{escape(title)}</title><link>{site}</link><language>da</language>"
    written = "".join(
        f"<item><title>{escape(name)}</title><link>{site}{event.url if event else ''}</link>"
        f"<description>{escape(text)}</description></item>\n"
        for name, text, event in items
    )
    return f'<rss version="2.0"><channel>{head}\n{written}</channel></rss>\n'
