"""Links and pictures in the pages of content/: what leads nowhere is told in Danish, at its line and column."""

from __future__ import annotations

from pathlib import Path

from generator.content.load import load
from tests.languages import language
from tests.trees import AREA, event, programme

_LINKS = """---
title: Om
---
Se [kalenderen](det-sker.md), [den](/det-sker/) og [engelsk](en/index.md), [fest](/det-sker/nordby/fest/) eller [ud](https://example.org).

1. Et billede:

    ![Havnen.](rediger/havn.avif){ width=360 }

`[kode](koden.md)` og [en kladde](/omraader/kladden/), [siden](#her), [data](/data/v1/omraader.json)
"""
_TREE: dict[str, str | bytes] = {
    "areas/nordby/area.yml": AREA,
    "areas/nordby/events/fest.md": event(),
    "areas/kladden/area.yml": AREA.replace("Nordby", "Kladden").replace("offentlig", "kladde"),
    "content/index.md": "Forside\n",
    "content/det-sker.md": "Det sker\n",
    "content/rediger/havn.avif": b"x",
    "content/om.md": _LINKS,
    **language("en"),
}


def _said(root: Path, tree: dict[str, str | bytes]) -> list[str]:
    return [str(problem) for problem in load(programme(root, tree), advice=True)[1]]


def test_what_leads_somewhere_is_in_order(tmp_path: Path) -> None:
    assert _said(tmp_path, _TREE) == []


def test_what_leads_nowhere_is_told_where_it_stands(tmp_path: Path) -> None:
    wrong = (
        _LINKS.replace("(det-sker.md)", "(det-skr.md)").replace("(/det-sker/)", "(/det-skr/)").replace("havn.avif", "havnen.avif")
    )
    assert _said(tmp_path, {**_TREE, "content/om.md": wrong}) == [
        "content/om.md:4:17: Linket «det-skr.md» fører ikke nogen steder hen. Mente du «/det-sker/»?",
        "content/om.md:4:36: Linket «/det-skr/» fører ikke nogen steder hen. Mente du «/det-sker/»?",
        "content/om.md:8:5: Billedet «rediger/havnen.avif» findes ikke. Læg filen i content, eller slet linjen.",
    ]
