"""What the steering groups answered before and after, all of them together: never fewer than five answers at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.questions import FEWEST, Question
from generator.pages.context import SiteContext


class Answer(NamedTuple):
    """One possible answer: how many chose it, in words (`4 af 12`), and its share of the answers from 0 to 100.

    Both are empty or 0 where nothing can be said of that time.
    """

    text: str
    before: str
    after: str
    before_share: float
    after_share: float


class Asked(NamedTuple):
    """One question with its answers. `before` and `after` say how many have answered, in words."""

    text: str
    before: str
    after: str
    answers: Sequence[Answer]


class Answers(NamedTuple):
    """The questions that at least one time can be shown of. `text` is Markdown."""

    text: str | None
    questions: Sequence[Asked]
    example: bool


def answers(context: SiteContext) -> Answers | None:
    """Return what was answered; None where nothing was asked, or too few have answered."""
    asked = context.site.questions
    shown = [_asked(question) for question in asked.questions if _shown(question.before) or _shown(question.after)] if asked else []
    return Answers(asked.text, shown, asked.example) if asked and shown else None


def _shown(tally: Sequence[int]) -> bool:
    return sum(tally) >= FEWEST


def _asked(question: Question) -> Asked:
    before, after = (tally if _shown(tally) else () for tally in (question.before, question.after))
    every = [
        Answer(text, _words(before, place), _words(after, place), _share(before, place), _share(after, place))
        for place, text in enumerate(question.answers)
    ]
    return Asked(question.text, _how_many(before), _how_many(after), every)


def _words(tally: Sequence[int], place: int) -> str:
    return f"{tally[place]} af {sum(tally)}" if tally else ""


def _share(tally: Sequence[int], place: int) -> float:
    return round(100 * tally[place] / sum(tally), 1) if tally else 0


def _how_many(tally: Sequence[int]) -> str:
    return f"{sum(tally)} svar" if tally else f"færre end {FEWEST} svar"
