"""What each side makes and what it does not: the table that stands before the numbers."""

from __future__ import annotations

_ROWS = (
    ("a page for each area and event, states of past, running and coming dates", "yes", "yes", "yes", "yes, without states"),
    ("repetition", "all kinds, exceptions", "weekly, exceptions", "weekly, exceptions", "no"),
    ("calendar by month and week, past months, one for each municipality", "yes", "yes", "yes", "no"),
    ("calendar in English", "yes", "by month", "by month", "no"),
    (
        "iCalendar for each event and date, area, category, audience, municipality",
        "yes",
        "yes, not SEQUENCE",
        "yes, not SEQUENCE",
        "no",
    ),
    ("RSS and JSON feed", "what is new or changed", "what comes", "what comes, by a plugin", "RSS of lists (Hugo)"),
    ("data as JSON and CSV, catalogue (DCAT), data for the calendar's filters", "yes, with a schema", "yes", "yes", "no"),
    ("structured data for search engines, tags for sharing", "yes", "yes", "yes", "no"),
    ("posters with QR code, frames, screens, weeks for paper and mail", "yes", "yes", "yes", "no"),
    ("photos", "3 widths, AVIF and JPEG", "3 widths, AVIF and JPEG", "3 widths, AVIF and JPEG", "copied"),
    ("a card for sharing", "each page", "each coming event", "each page", "no"),
    (
        "search index",
        "in pieces, Danish word forms",
        "one file, whole words",
        "one file, as Material makes it",
        "Material's; Hugo none",
    ),
    ("style and policy", "style in the page by its hash", "one linked file", "Material's, no policy", "none; Material's"),
    ("content is checked and cleaned; a broken area is left out", "yes", "no", "no", "no"),
    ("form, guide, status, stories, figures", "yes", "no", "no", "no"),
    ("when a page was changed", "by git", "by git", "by git, once a page", "no"),
)
_SIDES = ("Kulturpunkt", "Hugo", "Material", "bare Hugo and Material")


def table() -> str:
    """Return the table in Markdown."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (("", *_SIDES), ("---",) * 5, *_ROWS))
