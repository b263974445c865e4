"""What counts in the programme's texts is counted: named values are known, and numbers that were written agree with the data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.cache.leftovers import is_leftover
from generator.danish import numbers
from generator.danish.formatting import joined
from generator.model.named_values import NAMES, months, unknown
from generator.model.programme import PROGRAMME_FILE, TIMELINE_FILE
from generator.model.rounds import FOLDER, Round
from generator.model.site import Site
from generator.problems.problem import Problem, did_you_mean, listed, quoted
from generator.problems.rules import fields
from generator.reading.sources import read_markdown
from generator.reading.texts import problem_at_letter

_TEXTS = ("content/*.md", PROGRAMME_FILE, TIMELINE_FILE, f"{FOLDER}/*/*.yml")
_FILLED = (*_TEXTS, *(f"content/{folder}/*.md" for folder in ("rediger", "ideas", "historier", "[a-z][a-z]", "[a-z][a-z][a-z]")))
_GUIDE = ("content/rediger.md", "content/skriv-filen-selv.md")
_OF_ROUND: dict[str, tuple[str, Callable[[Site, Round], int]]] = {
    r"(?:\w+(?:ske|lige|lle|te|ne) )?(?:lokalområder|områder|kulturpunkter)": (
        "antal_omraader",
        lambda _, one: one.facts.area_count,
    ),
    r"trin": ("antal_trin", lambda _, one: len(one.timeline.steps)),
    r"måneder": ("antal_maaneder", lambda site, one: months(one.programme(site.programme))),
    r"kerneelementer": ("antal_kerneelementer", lambda site, _: len(site.programme.core_elements)),
    r"niveauer": ("antal_niveauer", lambda site, one: len(one.programme(site.programme).goals)),
}
"""What is counted: a pattern of its name in prose, the named value to write instead, and its number in a round."""
_AMOUNT = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.\d{3})+|\d{4,}) ?(?:kr\b\.?|kroner\b)", re.IGNORECASE)
_NAMED = re.compile(r"\{\{ *[A-Za-zæøåÆØÅ][A-Za-zæøåÆØÅ_ -]{0,40}\}\}")
_SOME = frozenset(
    ["første", "sidste", "næste", "andre", "disse", "nogle", "yderligere", "af", "mindst", "højst", "op", "mellem", "eller"]
)
"""Words before a number that says how many of them."""


def named_values_are_known(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that each named value in the programme's texts has a value, and that the fields above them can be read."""
    for path in _files(root, *_FILLED):
        text = _text(root, path)
        for offset, name in unknown(text):
            better = did_you_mean(name, NAMES) or f" Skriv {listed(NAMES)}."
            said = f"{quoted(name)} er ikke et navn, vi kender.{better}" if name else "Her mangler }} efter navnet."
            yield problem_at_letter(path, text, offset, said, fields.NAMED_VALUE)
        if path.endswith(".md") and path.startswith("content/") and text.startswith("---") and path.count("/") == 1:
            yield from read_markdown(root, path).problems
    del site


def named_values_stand_where_they_work(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that nobody writes a named value where it stays as it is written: in an area's texts, and in events."""
    paths = [event.source for event in site.all_events() if "{{" in event.text or "{{" in event.front]
    paths += [path for area in site.areas for path in (area.source, area.story_source)]
    paths += [story.source for area in site.areas for story in area.stories]
    for path in paths:
        text = _text(root, path)
        for found in _NAMED.finditer(text):
            message = f"{found[0]} bliver ikke til et tal her, kun i programmets egne tekster. Skriv det, der skal stå."
            yield problem_at_letter(path, text, found.start(), message, fields.NAMED_VALUE_ELSEWHERE)


def numbers_agree_with_the_data(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that the numbers in the programme's texts are those of the data, in any of the rounds."""
    counted: list[tuple[re.Pattern[str], str, set[int]]] = [
        (re.compile(rf"(?<![\w.,-])({numbers.PATTERN}) {noun}\b", re.IGNORECASE), name, {of(site, one) for one in site.rounds})
        for noun, (name, of) in _OF_ROUND.items()
    ]
    amounts = {amount for one in site.rounds for amount in _amounts(one)}
    for path in _files(root, *_TEXTS) if site.rounds else ():
        text = _text(root, path) if path not in _GUIDE else ""
        for pattern, name, right in [*counted, (_AMOUNT, "beloeb", amounts)]:
            for found in pattern.finditer(text):
                if numbers.read(found[1]) not in right and not _is_of_some(text, found.start()):
                    counts = joined(map(numbers.in_figures, sorted(right)))
                    message = (
                        f"{quoted(found[0])} passer ikke med oplysningerne: der er {counts}. "
                        f"Skriv {{{{ {name} }}}} i stedet for tallet, så passer det altid."
                    )
                    yield problem_at_letter(path, text, found.start(), message, fields.NUMBER_IN_TEXT)


def _amounts(one: Round) -> Iterator[int]:
    """Yield what each area gets, and what all of them get."""
    for amount in (one.facts.amount.lowest, one.facts.amount.highest):
        if amount is not None:
            yield from (int(amount), int(amount * one.facts.area_count))


def _is_of_some(text: str, offset: int) -> bool:
    """Return whether the word before a number says that it counts only some of them: `de første 3 trin`."""
    before = text[:offset].split()
    return bool(before) and before[-1].lower().strip("(,.:;") in _SOME


def _files(root: Path, *patterns: str) -> Iterator[str]:
    for pattern in patterns:
        for file in sorted(root.glob(pattern)):
            if file.is_file() and not file.is_symlink() and not is_leftover(file.name):
                yield file.relative_to(root).as_posix()


def _text(root: Path, path: str) -> str:
    """Return a file's text; nothing where it cannot be read, which its reader says."""
    try:
        return (root / path).read_text("utf-8-sig")
    except (OSError, ValueError):
        return ""
