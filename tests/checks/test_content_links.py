"""Links and pictures in the pages of content/: what leads nowhere is told in Danish, at its line and column."""

from __future__ import annotations

import re
from pathlib import Path

from generator.content.load import load
from generator.markdown.convert import PAGE_EXTENSIONS
from tests.languages import language
from tests.trees import AREA, event, programme

_LINKS = """---
title: Om
---
## Her
Se [kalenderen](det-sker.md), [den](/det-sker/) og [engelsk](en/index.md), [fest](/det-sker/nordby/fest/) eller [ud](https://example.org).

1. Et billede:

    ![Havnen.](rediger/havn.avif){ width=360 }

`[kode](koden.md)` og [en kladde](/omraader/kladden/), [siden](#her) og [der](det-sker.md#naeste-gang)

[data](/data/v1/omraader.json)
"""
_TREE: dict[str, str | bytes] = {
    "areas/nordby/area.yml": AREA,
    "areas/nordby/events/fest.md": event(),
    "areas/kladden/area.yml": AREA.replace("Nordby", "Kladden").replace("offentlig", "kladde"),
    "content/index.md": "Forside\n",
    "content/det-sker.md": "Det sker\n\n## Næste gang\n",
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
        "content/om.md:5:17: Linket «det-skr.md» fører ikke nogen steder hen. Mente du «/det-sker/»?",
        "content/om.md:5:36: Linket «/det-skr/» fører ikke nogen steder hen. Mente du «/det-sker/»?",
        "content/om.md:9:5: Billedet «rediger/havnen.avif» findes ikke. Læg filen i content, eller slet linjen.",
    ]


def test_a_heading_that_is_not_there_is_told_by_the_check_as_by_the_build(tmp_path: Path) -> None:
    front = "---\ntitle: Forside\n---\n[a](vaek.md)\n"
    tree = {
        **_TREE,
        "content/index.md": front,
        "content/om.md": "Se [a](det-sker.md#naeste-gan), [b](#her), [c](/det-sker/#2026-05) og [d](#nu).\n\n## Nu\n",
    }
    assert _said(tmp_path, tree) == [
        "content/index.md:4:5: Linket «vaek.md» fører ikke nogen steder hen. Skriv filens navn, for eksempel om.md, "
        "eller sidens adresse, for eksempel /om/.",
        "content/om.md:1:8: Overskriften «#naeste-gan» står ikke i content/det-sker.md. Mente du «#naeste-gang»?",
        "content/om.md:1:37: Overskriften «#her» står ikke i content/om.md. Skriv #nu.",
    ]


def test_headings_are_read_as_the_engine_reads_them() -> None:
    """Each extension that mkdocs.yml names is one of those that the check finds anchors with."""
    text = (Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8")
    named = re.findall(r"^  - ([\w.]+):?$", text.partition("markdown_extensions:")[2].partition("\n\n")[0], re.MULTILINE)
    assert sorted(named) == sorted([*PAGE_EXTENSIONS, "generator.markdown.convert", "toc"])
