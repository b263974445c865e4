"""Hundreds of broken files: each mistake is reported where it stands, in Danish that a volunteer understands, with a cure."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from generator.content.load import load
from generator.model.content import Content
from generator.problems.problem import Problem
from generator.problems.rules import RULES
from tests.broken import Broken, every
from tests.trees import AREA, MINIMAL, write

ALL = list(every())
PATHS = [
    f"areas/a{number}/area.yml" if each.ending == ".yml" else f"areas/nordby/events/e{number}.md" for number, each in enumerate(ALL)
]
ENGLISH = re.compile(
    r"\b(?:alias|allowed|an|anchor|and|are|argument|be|block|bool|cannot|character|class|content|context|could|dict|duplicate|empty"
    r"|error|expected|extra|field|file|find|float|found|front|integer|int|invalid|is|key|line|list|location|map|mapping|markdown"
    r"|matter|missing|must|none|not|null|number|object|of|or|parse|parser|pattern|please|python|required|scalar|schema|sequence"
    r"|should|str|stream|string|the|this|time|token|traceback|tuple|type|unexpected|unknown|valid|value|while|with|yaml|pydantic)\b",
    re.IGNORECASE,
)
CURES = r"Skriv|skriv|sæt|Brug|Slet|Sæt|Vælg|Mente du|Kald|Læg|Gem|Ret|Ryk|Behold|Gør|Lad|Her (?:kan|skal) stå|Se efter|Flyt"


@pytest.fixture(scope="module")
def problems_of(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Problem]]:
    """The problems of each file, all of them read as one programme."""
    contents = {path: each.content.encode() for path, each in zip(PATHS, ALL, strict=True)}
    named = {path: text.replace(b"Nordby", path.split("/")[1].encode()) for path, text in contents.items()}
    many = {**MINIMAL, "content/programme.yml": MINIMAL["content/programme.yml"].replace("områder: 11", "områder: 2000")}
    root = write(tmp_path_factory.mktemp("broken"), {**many, "areas/nordby/area.yml": AREA, **named})
    _, problems = load(root, advice=True)
    found: dict[str, list[Problem]] = {path: [] for path in PATHS}
    for problem in problems:
        found[problem.path].append(problem)
    return found


def test_there_are_hundreds_of_them_and_no_two_alike() -> None:
    assert len({(each.ending, each.content) for each in ALL}) == len(ALL) >= 300
    assert len({each.rule.code for each in ALL}) >= 55


@pytest.mark.parametrize(
    ("path", "broken"), list(zip(PATHS, ALL, strict=True)), ids=lambda each: getattr(each, "content", each)[:60]
)
def test_a_mistake_is_reported_where_it_stands(problems_of: Mapping[str, list[Problem]], path: str, broken: Broken) -> None:
    places = {(problem.line, problem.column, problem.rule.code) for problem in problems_of[path]}
    assert (broken.line, broken.column, broken.rule.code) in places


def test_no_message_is_english_or_speaks_of_the_machine(problems_of: Mapping[str, list[Problem]]) -> None:
    classes = {each.__name__ for each in _descendants(Content)}
    for problem in (problem for problems in problems_of.values() for problem in problems):
        spoken = re.sub(r"«.*?»|\S+@\S+|https?://\S*|\w+/[\w./-]+", "", problem.message)
        words = set(re.findall(r"\w+", spoken))
        assert not ENGLISH.search(spoken), problem
        assert not words & classes - {"Place", "Contact", "Link", "Document", "Day"}, problem
        assert not re.search(r"[\x00-\x1f{}\\_]", problem.message), problem


def test_every_message_ends_as_a_sentence_and_says_what_to_do(problems_of: Mapping[str, list[Problem]]) -> None:
    for problem in (problem for problems in problems_of.values() for problem in problems):
        assert problem.message.endswith((".", "?", "…")), problem
        assert re.search(CURES, problem.message), problem
        assert len(problem.message) < 420, problem


def test_every_message_is_explained(problems_of: Mapping[str, list[Problem]]) -> None:
    assert {problem.rule for problems in problems_of.values() for problem in problems} <= set(RULES)


def _descendants(model: type[Content]) -> list[type[Content]]:
    return [each for child in model.__subclasses__() for each in (child, *_descendants(child))]
