"""Every kind of problem is explained, and what its example shows as wrong is wrong, and as right is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.kinds import GROUPS, KINDS
from generator.kinds.kind import Home, Kind
from generator.load import load
from tests.test_checks import jpeg
from tests.trees import AREA, programme

EXAMPLES = [kind for kind in KINDS if kind.wrong and kind.home is not Home.NAME]


def tree(kind: Kind, lines: str) -> dict[str, str | bytes]:
    """A programme whose one event, area or text holds the lines of an example."""
    files: dict[str, str | bytes] = {
        "areas/nordby/area.yml": AREA,
        "areas/nordby/images/havnen.jpg": jpeg(),
        "areas/nordby/documents/program.pdf": b"%PDF-1.7\n",
    }
    base = {"titel": "titel: Fest", "start": "start: 1. maj 2026 kl. 10.00"}
    own = [line for key, line in base.items() if not lines.startswith(key + ":") and f"\n{key}:" not in lines]
    match kind.home:
        case Home.AREA:
            keys = tuple(line.partition(":")[0] + ":" for line in lines.splitlines())
            kept = "".join(line for line in AREA.splitlines(keepends=True) if not line.startswith(keys))
            files["areas/nordby/area.yml"] = kept + lines + "\n"
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


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.code)
def test_what_an_example_shows_as_wrong_gets_that_message(tmp_path: Path, kind: Kind) -> None:
    _, problems = load(programme(tmp_path, tree(kind, kind.wrong)), texts=True)
    assert [problem.kind.code for problem in problems] == [kind.code]


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.code)
def test_what_an_example_shows_as_right_is_right(tmp_path: Path, kind: Kind) -> None:
    _, problems = load(programme(tmp_path, tree(kind, kind.right)), texts=True)
    assert problems == []


def test_each_kind_is_explained_under_a_code_of_its_own() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(set(codes)) == len(codes) == len({kind.title for kind in KINDS}) == sum(len(kinds) for _, kinds in GROUPS)
    for kind in KINDS:
        assert kind.code.replace("-", "").isascii()
        assert kind.code == kind.code.lower()
        assert all(text.endswith((".", "?")) for text in (kind.cause, kind.cure)), kind.code
        assert bool(kind.wrong) == bool(kind.right) != (kind.wrong == kind.right)
