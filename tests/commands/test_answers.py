"""The steering groups' answers are counted, and no single one is ever written."""

from __future__ import annotations

import pytest

from generator.commands.answers import lines_of
from generator.model.questions import Question

ROWS = [{"": "før", "a": answer} for answer in ("ja", "ja", "1", "nej", "ja", "", "måske")] + [{"": "Efter", "a": "nej"}] * 4


@pytest.mark.parametrize(("before", "said"), [((), "før: [4, 1]"), ((4, 1), "før: [4, 1]"), ((3, 2), "før: [4, 1]")])
def test_answers_are_counted_together(before: tuple[int, ...], said: str) -> None:
    question = Question.of({"key": "a", "text": "Går det?", "answers": ("ja", "nej"), "before": before, "after": ()})
    lines = list(lines_of(question, ROWS))
    assert lines[0] == said
    assert lines[1].startswith("# før: 1 svar er ikke en af svarmulighederne")
    assert lines[2] == "# efter: Der er færre end 5 svar. De vises ikke."


def test_a_few_new_answers_wait_for_more() -> None:
    question = Question.of({"key": "a", "text": "Går det?", "answers": ("ja", "nej"), "before": (), "after": (5, 0)})
    lines = list(lines_of(question, [{"": "efter", "a": "ja"}] * 7))
    assert [line for line in lines if "[" in line] == []
    assert "Der er færre end 5 nye svar" in lines[-1]
