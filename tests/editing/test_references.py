"""What names a page by its old name or address follows it, and nothing else in a file changes."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from generator.cli import main
from generator.content.load import load
from generator.editing.references import Move
from tests import trees
from tests.checks.test_checks import PDF
from tests.pictures import picture

AREA = Move("areas/byen", "areas/nyby", {"omraader/byen/": "omraader/nyby/"})
EVENT = Move("areas/byen/events/fest.md", "areas/byen/events/bal.md", {"det-sker/byen/fest/": "det-sker/byen/bal/"})
PAGE = Move("content/regler.md", "content/aftaler.md", {"regler/": "aftaler/"})
FOLLOWS = [
    (AREA, "areas/a/events/x.md", "---\nogså i: [Byen, byen-nord]\n---\nbyen\n", "---\nogså i: [nyby, byen-nord]\n---\nbyen\n"),
    (AREA, "areas/a/area.yml", "deler med:\n  - byen\nnavn: byen\n", "deler med:\n  - nyby\nnavn: byen\n"),
    (AREA, "content/ideas/x.md", "---\nområde: byen\n---\n", "---\nområde: nyby\n---\n"),
    (AREA, "content/owners.yml", "områder:\n  byen:\n    - byen\n  x: [byen]\n", "områder:\n  nyby:\n    - byen\n  x: [byen]\n"),
    (
        AREA,
        "content/x.md",
        "[a](/det-sker/byen/fest/#b) (../uge/omraade/byen)\n",
        "[a](/det-sker/nyby/fest/#b) (../uge/omraade/nyby)\n",
    ),
    (AREA, "areas/a/index.md", "[p](/dokumenter/byen/a.pdf)\n", "[p](/dokumenter/nyby/a.pdf)\n"),
    (EVENT, "areas/byen/historier/x.md", "---\narrangement: fest\n---\nfest\n", "---\narrangement: bal\n---\nfest\n"),
    (
        EVENT,
        "areas/byen/index.md",
        "[a](/det-sker/byen/fest/) [b](/det-sker/byen/fest)\n",
        "[a](/det-sker/byen/bal/) [b](/det-sker/byen/bal)\n",
    ),
    (PAGE, "content/om.md", "[a](regler.md#x) [b](/regler/)\n", "[a](aftaler.md#x) [b](/aftaler/)\n"),
    (
        PAGE,
        "content/en/rules.md",
        "---\ndansk: regler.md\n---\n[a](../regler.md)\n",
        "---\ndansk: aftaler.md\n---\n[a](../aftaler.md)\n",
    ),
    (PAGE, "mkdocs.yml", "nav: [{Regler: regler.md}, x/regler.md]\n", "nav: [{Regler: aftaler.md}, x/regler.md]\n"),
]
STAYS = [
    (AREA, "areas/a/area.yml", "navn: Byen\nlandsbyer: [byen]\npartnere:\n  - navn: byen\n"),
    (AREA, "areas/a/index.md", "https://example.org/omraader/byen/ og /omraader/byen-nord/ og i byen\n"),
    (AREA, "areas/nyby/area.yml", "tidligere adresser:\n  - /omraader/byen/\n"),
    (EVENT, "areas/andet/historier/x.md", "---\narrangement: fest\n---\n"),
    (EVENT, "areas/byen/index.md", "/det-sker/byen/fest-igen/ og /det-sker/andet/fest/\n"),
    (PAGE, "content/en/x.md", "[a](regler.md)\n"),
]


@pytest.mark.parametrize(("move", "path", "before", "now"), FOLLOWS)
def test_what_names_a_page_follows_it(move: Move, path: str, before: str, now: str) -> None:
    assert move.followed(path, before) == now


@pytest.mark.parametrize(("move", "path", "text"), STAYS)
def test_what_means_something_else_stays(move: Move, path: str, text: str) -> None:
    assert move.followed(path, text) == text


def test_an_event_takes_its_pictures_and_documents_to_another_area(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = "billede: {fil: images/havn.jpg, beskrivelse: Havnen, foto: Anna}"
    fest = trees.event(shown, "dokumenter: [{titel: Program, fil: documents/program.pdf}]")
    tree: dict[str, str | bytes] = {
        "areas/nordby/area.yml": trees.AREA,
        "areas/nordby/images/havn.jpg": picture(),
        "areas/nordby/documents/program.pdf": PDF,
        "areas/nordby/events/fest.md": fest,
        "areas/nordby/index.md": "Kom til [fest](/det-sker/nordby/fest/).\r\n",
        "areas/sydby/area.yml": trees.AREA.replace("Nordby", "Sydby"),
    }
    root = trees.programme(tmp_path, tree)
    with contextlib.chdir(root):
        assert main(("move", "areas/nordby/events/fest.md", "areas/sydby/events/fest.md")) == 0
    assert load(root)[1] == []
    assert (root / "areas/nordby/index.md").read_bytes() == b"Kom til [fest](/det-sker/sydby/fest/).\r\n"
    assert (root / "areas/sydby/images/havn.jpg").read_bytes() == (root / "areas/nordby/images/havn.jpg").read_bytes()
    said = capsys.readouterr().out
    assert "areas/nordby/index.md: følger med." in said
    assert "areas/sydby/documents/program.pdf: er lagt her." in said
