"""What a stranger could commit or send to make a build slow or large, each as the files of one area."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO

from PIL import Image

from tests.trees import AREA, event

Files = Mapping[str, str | bytes]
AREA_FILE, FEST = "areas/nordby/area.yml", "areas/nordby/events/fest.md"
LONGEST = 20_000
"""Letters in one text."""


def text(repeated: str, last: str = "", *, most: int = LONGEST) -> Files:
    """An event whose text is one thing again and again, as long as a text may be, or a little shorter."""
    times = min(most, (LONGEST - len(last) - 10) // len(repeated))
    return {FEST: event(text=f"{repeated * times}{last}\n")}


def marks(repeated: str) -> Files:
    """The same with no more of each mark than a text may have."""
    return text(repeated, most=490)


def table(columns: int, rows: int) -> Files:
    """A table that grows by columns times rows, though its text does not."""
    head = "|a" * columns + "|\n" + "|-" * columns + "|\n"
    return {FEST: event(text=head + "|\n" * min(rows, (LONGEST - len(head) - 10) // 2))}


def fields(*lines: str) -> Files:
    """An event with these fields."""
    return {FEST: event(*lines)}


def many(count: int, *lines: str, start: str = "2026-05-01 kl. 10.00") -> Files:
    """So many events with these fields."""
    every = event(*lines).replace("2026-05-01 kl. 10.00", start)
    return {f"areas/nordby/events/fest-{number}.md": every.replace("Fest", f"Fest {number}") for number in range(count)}


def picture(name: str, mode: str, width: int, height: int, **how: object) -> Files:
    """An event with a picture of one colour."""
    out = BytesIO()
    kinds = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
    Image.new(mode, (width, height)).save(out, kinds[name.rpartition(".")[2]], **how)
    shown = f"billede: {{fil: images/{name}, beskrivelse: Havnen, foto: Anna}}"
    return {FEST: event(shown), f"areas/nordby/images/{name}": out.getvalue()}


TEXTS: Mapping[str, Callable[[], Files]] = {
    "a table of 1,000 columns": partial(table, 1_000, 8_000),
    "a table of 100 columns": partial(table, 100, 9_000),
    "a table of 10 columns": partial(table, 10, 9_900),
    "headings by underlining": partial(text, "a\n=\n"),
    "headings by underlining, of two levels": partial(text, "a\n=\nb\n-\n"),
    "brackets": partial(marks, "["),
    "links in links": partial(marks, "[a]("),
    "pictures": partial(marks, "!["),
    "quotes in quotes": partial(marks, ">"),
    "quotes, line by line": partial(marks, "> a\n"),
    "lists in lists": lambda: {FEST: event(text="\n".join("  " * depth + "- a" for depth in range(130)) + "\n")},
    "a list": partial(text, "- a\n"),
    "more brackets than a text may have": partial(text, "["),
    "stars": partial(text, "*a "),
    "stars and underscores": partial(text, "*_"),
    "backticks": partial(text, "`a"),
    "backticks of many lengths": lambda: {FEST: event(text=" ".join("`" * length for length in range(1, 199)) + "\n")},
    "fences": partial(text, "```\n"),
    "tags": partial(marks, "<b>"),
    "tags that do not end": partial(marks, "<a "),
    "comments": partial(marks, "<!--"),
    "declarations": partial(marks, "<p ><![:"),
    "entities": partial(text, "&#x;"),
    "addresses": partial(text, "https://a.dk "),
    "addresses without an end": partial(text, "www."),
    "mail addresses": partial(text, "a@a."),
    "definitions": partial(marks, "[a]: b\n"),
    "hard breaks": partial(text, "a  \n"),
    "backslashes": partial(text, "\\"),
    "one long word": partial(text, "a"),
    "empty lines": partial(text, "\n", last="a"),
    "spaces": partial(text, " ", last="a"),
    "times": partial(text, "Kl. 10: a\n"),
    "numbers": partial(text, "1. a\n"),
    "phone numbers": partial(text, "tlf. 1 "),
}
FIELDS: Mapping[str, Callable[[], Files]] = {
    "every day for 300 years": partial(fields, "gentag: hver dag", "gentag til: 2200-01-01"),
    "every day for 300 years, changed": partial(
        fields,
        "gentag: hver dag",
        "gentag til: 2200-01-01",
        "ændringer:",
        *(f"  - {{dato: 2026-05-{day:02}, status: aflyst}}" for day in range(2, 31)),
    ),
    "a list of 10,000": partial(fields, f"arrangør: [{'a, ' * 10_000}b]"),
    "lists in lists of YAML": partial(fields, f"arrangør: {'[' * 5_000}"),
    "anchors": lambda: fields(
        "a0: &a0 [x, x, x]", *(f"a{number}: &a{number} [*a{number - 1}, *a{number - 1}]" for number in range(1, 30))
    ),
    "a price of digits": partial(fields, f"pris: {'1' * 5_000}"),
    "a price of words": partial(fields, f"pris: {'kr 1 ' * 90}"),
    "a date of digits": partial(fields, f"slut: {'1.' * 5_000}"),
    "a repetition of days": partial(fields, f"gentag: hver {'mandag og ' * 5_000}"),
    "a day with 200 points": partial(
        fields, "program:", "  punkter:", *(f"    - {{kl: 10.{n % 60:02}, titel: a}}" for n in range(200))
    ),
}
AMOUNTS: Mapping[str, Callable[[], Files]] = {
    "150 files of 399 dates": partial(many, 150, "gentag: hver dag", "gentag til: 2027-06-03"),
    "5,000 dates": partial(many, 12, "gentag: hver dag", "gentag til: 2027-06-04"),
    "600 events in one month": partial(many, 600),
    "500 events in one month": partial(many, 500),
    "40 events of a whole year": partial(many, 40, "slut: 2027-04-30 kl. 9.00"),
    "3,100 files": lambda: {f"areas/nordby/events/fest-{number}.md": "x" for number in range(3_100)},
    "400 files of 199 kB": lambda: {f"areas/nordby/events/fest-{number}.md": event(text="a " * 99_000) for number in range(400)},
}
PICTURES: Mapping[str, Callable[[], Files]] = {
    "a transparent PNG of 50 million points": partial(picture, "a.png", "RGBA", 7_070, 7_070),
    "a tall PNG": partial(picture, "a.png", "RGB", 3_125, 16_000),
    "a phone's JPEG of 48 million points": partial(picture, "a.jpg", "RGB", 8_000, 6_000, progressive=True, subsampling=0),
    "a printer's JPEG of 48 million points": partial(picture, "a.jpg", "CMYK", 8_000, 6_000, progressive=True),
    "a WebP of 25 million points": partial(picture, "a.webp", "RGBA", 5_000, 5_000, lossless=True, method=0),
    "a WebP of 50 million points": partial(picture, "a.webp", "RGBA", 7_070, 7_070, lossless=True, method=0),
    "a PNG of 400 million points": partial(picture, "a.png", "1", 20_000, 20_000),
}
INPUTS = {**TEXTS, **FIELDS, **AMOUNTS, **PICTURES}


def files(name: str) -> Files:
    """Return the files of one input, with the area that they lie in."""
    return {AREA_FILE: AREA, **INPUTS[name]()}
