"""The same repository under another engine, and without Material."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from tests import sites
from tests.conftest import DURING

STATUS = "rediger/status/index.html"


def test_properdocs_without_mkdocs_makes_the_same_site_to_the_byte(
    site_at: Callable[..., Path], project: Path, tmp_path: Path
) -> None:
    made = sites.built(
        tmp_path / "site",
        project=project,
        engine="properdocs",
        KULTURPUNKT_TODAY=DURING,
        PYTHONPATH=_without(tmp_path / "path", "mkdocs"),
    )

    assert sites.contents(made) == sites.contents(site_at(DURING))


def test_without_material_every_page_is_the_same(site_at: Callable[..., Path], tmp_path: Path) -> None:
    project = sites.copied_project(tmp_path / "project")
    config = (sites.PROJECT / "mkdocs.yml").read_text("utf-8")
    assert "  name: material\n" in config
    alone = config.replace("  name: material\n", "  name: null\n  static_templates: [404.html]\n")
    (project / "mkdocs.yml").write_text(alone, "utf-8")
    _take_icons(project / "theme")

    made = sites.built(
        tmp_path / "site", project=project, engine="properdocs", KULTURPUNKT_TODAY=DURING, PYTHONPATH=_without(tmp_path, "material")
    )

    assert _pages(made) == _pages(site_at(DURING))


def _without(folder: Path, package: str) -> str:
    """A place for PYTHONPATH where a package cannot be imported."""
    (folder / package).mkdir(parents=True)
    (folder / package / "__init__.py").write_text(f"raise ImportError('{package} is gone')\n", "utf-8")
    return str(folder)


def _take_icons(theme: Path) -> None:
    material = find_spec("material")
    assert material and material.origin
    templates = Path(material.origin).parent / "templates"
    for template in theme.rglob("*.html"):
        for icon in re.findall(r"\.icons/[\w./-]+\.svg", template.read_text("utf-8")):
            (theme / icon).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(templates / icon, theme / icon)


def _pages(site: Path) -> dict[str, bytes]:
    """All pages but the one that tells of the repository's history, which a copy has not."""
    return {path: content for path, content in sites.contents(site).items() if path.endswith(".html") and path != STATUS}
