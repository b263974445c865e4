"""Lines of a text that were meant as fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.model.event import EventFacts
from generator.model.site import Site
from generator.model.synonyms import EVENT, JOINED, comparable
from generator.problems.problem import Problem, quoted
from generator.problems.rules import text as rules
from generator.reading.sources import problem_in_text

_WORDS = (
    *("titel", "overskrift", "dato", "dag", "tid", "tidspunkt", "hvornår", "start", "slut", "starter", "slutter", "dato og tid"),
    *(
        "sted",
        "hvor",
        "lokation",
        "pris",
        "entré",
        "tilmelding",
        "tilmeldingsfrist",
        "arrangør",
        "arrangører",
        "kontakt",
        "målgruppe",
    ),
)
_FIELDS = {**EVENT, **{comparable(key): key for key in EventFacts.field_keys()}}
_MEANT = {comparable(word): _FIELDS[comparable(word)] for word in _WORDS}
_LINE = re.compile(r"^[ \t>*_+-]*(?P<word>[^\W\d][\w ]{1,18}?)[*_ ]*[:：][*_]*[ \t]*\S.*$", re.MULTILINE)
_CODE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)[ \t]*$", re.MULTILINE | re.DOTALL)


def fields_do_not_stand_in_the_text(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that `Dato: …`, `Sted: …` and the like are fields of an event and not lines of its text.

    One such line may be a sentence; two are a form that somebody filled in where the text goes.
    """
    for event in site.all_events():
        if ":" not in event.text:
            continue
        text = _CODE.sub(lambda match: "\x00" * len(match.group()), event.text)
        found = [(match, key) for match in _LINE.finditer(text) if (key := _MEANT.get(comparable(match["word"])))]
        if len({key for _, key in found}) > 1:
            match, key = found[0]
            message = (
                f"{quoted(match.group().strip())} ligner et felt, men står i teksten. "
                f"Skriv det i feltet {JOINED.get(key, key)}, og slet linjen her."
            )
            yield problem_in_text(root, event.source, match.start("word"), message, rules.FIELD_IN_TEXT)
