"""The same repository under another engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests import sites
from tests.conftest import DURING


def test_properdocs_without_mkdocs_makes_the_same_site_to_the_byte(site_at: Callable[..., Path], tmp_path: Path) -> None:
    gone = tmp_path / "path/mkdocs"
    gone.mkdir(parents=True)
    (gone / "__init__.py").write_text("raise ImportError('MkDocs is gone')\n", "utf-8")

    made = sites.built(tmp_path / "site", engine="properdocs", KULTURPUNKT_TODAY=DURING, PYTHONPATH=str(gone.parent))

    assert sites.contents(made) == sites.contents(site_at(DURING))
