"""Every rule of problem is explained, and what its example shows as wrong is wrong, and as right is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.load import load
from generator.problems.rules import GROUPS, RULES
from generator.problems.rules.rule import Home, Rule
from tests.pictures import picture
from tests.trees import AREA, programme

EXAMPLES = [rule for rule in RULES if rule.wrong and rule.home is not Home.NAME]


def tree(rule: Rule, lines: str) -> dict[str, str | bytes]:
    """A programme whose one event, area or text holds the lines of an example."""
    files: dict[str, str | bytes] = {
        "areas/nordby/area.yml": AREA,
        "areas/nordby/images/havnen.jpg": picture(),
        "areas/nordby/documents/program.pdf": b"%PDF-1.7\n",
    }
    base = {"titel": "titel: Fest", "start": "start: 1. maj 2026 kl. 10.00"}
    own = [line for key, line in base.items() if not lines.startswith(key + ":") and f"\n{key}:" not in lines]
    match rule.home:
        case Home.AREA:
            keys = tuple(line.partition(":")[0] + ":" for line in lines.splitlines())
            rest = "".join(line for line in AREA.splitlines(keepends=True) if not line.startswith(keys))
            files["areas/nordby/area.yml"] = rest + lines + "\n"
        case Home.OWNERS:
            files["content/owners.yml"] = lines + "\n"
        case Home.STORY:
            files["areas/nordby/index.md"] = lines + "\n"
        case Home.FILE:
            files["areas/nordby/events/fest.md"] = lines + "\n"
        case Home.TEXT:
            files["content/det-sker.md"] = "Det sker\n"
            files["areas/nordby/events/fest.md"] = "\n".join(["---", *base.values(), "---", "Velkommen.", "", lines, ""])
        case _:
            files["areas/nordby/events/fest.md"] = "\n".join(["---", *own, lines, "---", "Velkommen.", ""])
    return files


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_what_an_example_shows_as_wrong_gets_that_message(tmp_path: Path, rule: Rule) -> None:
    _, problems = load(programme(tmp_path, tree(rule, rule.wrong)), advice=True)
    assert [problem.rule.code for problem in problems] == [rule.code]


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_what_an_example_shows_as_right_is_right(tmp_path: Path, rule: Rule) -> None:
    _, problems = load(programme(tmp_path, tree(rule, rule.right)), advice=True)
    assert problems == []


def test_each_kind_is_explained_under_a_code_of_its_own() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) == len({rule.title for rule in RULES}) == sum(len(rules) for _, rules in GROUPS)
    for rule in RULES:
        assert rule.code.replace("-", "").isascii()
        assert rule.code == rule.code.lower()
        assert all(text.endswith((".", "?")) for text in (rule.cause, rule.cure)), rule.code
        assert bool(rule.wrong) == bool(rule.right) != (rule.wrong == rule.right)
