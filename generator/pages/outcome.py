"""What came of an area's work, as its page shows it."""

from __future__ import annotations

from typing import Any

from generator.model.area import Area
from generator.model.programme import CoreElement
from generator.model.results import AreaGoal, GoalState
from generator.text.letters import folded

STATES = {
    GoalState.REACHED: ("reached", "Nået"),
    GoalState.PARTLY: ("partly", "Delvist nået"),
    GoalState.NOT_YET: ("not-yet", "Ikke endnu"),
    GoalState.NOT_REACHED: ("not-reached", "Ikke nået"),
}
"""The name of each state for styles, and in words."""


def shown_goal(goal: AreaGoal) -> dict[str, Any]:
    """Return a goal with how far the area has come; the state is None where that is not said."""
    state, words = STATES[goal.state] if goal.state else (None, None)
    return {"text": goal.text, "state": state, "state_text": words, "note": goal.note}


def goal_of(area: Area, text: str) -> AreaGoal | None:
    """Return the goal of an area that a story names."""
    return next((goal for goal in area.goals if folded(goal.text).rstrip(".") == folded(text).rstrip(".")), None)


def core_with_examples(area: Area, elements: tuple[CoreElement, ...]) -> list[dict[str, Any]]:
    """Return the core elements that an area works with or has an example of, in the programme's order, each with its example."""
    examples = {each.core_element: each.text for each in area.in_practice}
    return [
        {"title": element.title, "text": element.text, "example": examples.get(element.key)}
        for element in elements
        if element.key in area.core_elements or element.key in examples
    ]


def outcome(area: Area) -> dict[str, Any]:
    """Return what came of it: results, cooperations, what lives on and what the money went to."""
    return {
        "results": area.results,
        "cooperations": area.cooperations,
        "lives_on": area.lives_on,
        "spending": [{"item": each.item, "amount": each.amount.text if each.amount else None} for each in area.spending],
    }
