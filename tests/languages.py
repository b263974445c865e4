"""A language that nobody speaks: every Danish word of the site in Hebrew letters, written from the right."""

from __future__ import annotations

import yaml

from generator.danish.formatting import DANISH
from generator.danish.wording import PLACEHOLDERS
from generator.model.date_table import DateTable
from generator.model.language import WORDS

_LATIN = "abcdefghijklmnopqrstuvwxyzæøåé"
_OTHER = "אבגדהוזחטיכלמנסעפצקרשתךםןףץאבג"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _OTHER * 2)
FRONT = "content/{}/index.md"


def other_letters(text: str) -> str:
    """The text in the made-up language. What stands in braces stays."""
    parts = text.replace("{", "\0{").replace("}", "}\0").split("\0")
    return "".join(part if part.startswith("{") else part.translate(_LETTERS) for part in parts)


def language(code: str, **words: str | None) -> dict[str, str | bytes]:
    """The folder of the language: a front page, a calendar and all words. `words` are others; None leaves one out."""
    all_words = {word: other_letters(word) for word in sorted(WORDS)} | words
    table = {
        "navn": "Made up",
        "retning": "rtl",
        "sprog og land": f"{code.partition('-')[0]}_QA",
        "tal": "1 234,50",
        "beløb": "{beløb} כר",
        "beløb fra og til": "{fra} עד {til} כר",
        "datoer": _dates(),
        "ord": {word: said for word, said in all_words.items() if said is not None},
    }
    written = yaml.safe_dump(table, allow_unicode=True, sort_keys=False, width=10_000)
    return {
        f"content/{code}/words.yml": written.encode(),
        FRONT.format(code): f"---\ntitle: {other_letters('forside')}\n---\n{other_letters('velkommen')}\n",
        f"content/{code}/days.md": f"---\ntitle: {other_letters('kalender')}\ndansk: det-sker.md\n---\n",
    }


def _dates() -> dict[str, str | list[str]]:
    table: dict[str, str | list[str]] = {}
    for name, field in DateTable.model_fields.items():
        key = field.alias or name
        if name in PLACEHOLDERS:
            table[key] = other_letters(DANISH.words.patterns[name]).replace("\u200b", "")
        else:
            table[key] = [other_letters(each) for each in getattr(DANISH.words, name)]
    return table
