"""What earlier builds cached is not used by a generator that would have made it otherwise."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests import sites

MADE = """
import sys
sys.prefix = sys.argv[1] + "/environment"
from pathlib import Path
from generator.media import pictures
from generator.rendering import templates
from generator.media.dots import PROGRAMME_DOT
from generator.build.shared_files import SharedFiles
from generator.media.social_card import SocialCard

folder, theme = Path(sys.argv[1]), Path(sys.argv[2])
cache = folder / "cache"
picture = pictures.picture_set(folder / "havn.png", cache)
card = SocialCard("Sang", ("i dag",), None, PROGRAMME_DOT, None, "--yellow")
made = [*SharedFiles(cache, theme, "look", lambda path, key: False).cards([card])]
(folder / "made/card").write_bytes(made[0].content)
(folder / "made/photo").write_bytes(pictures.content(picture, picture.of_kind("jpg")[-1], cache))
(folder / "made/page").write_text(templates.environment(folder).get_template("page.html").render())
"""
OTHERWISE = {
    "media/photos": ('"quality": 80', '"quality": 30', "photo"),
    "media/social_drawing": ("_EDGE = 64", "_EDGE = 50", "card"),
    "media/artwork": ("putalpha(_round_mask(size))", "putalpha(0)", "card"),
    "rendering/templates": ("trim_blocks=True", "trim_blocks=False", "page"),
}
"""By module, what is changed in it, and what is then another."""


def made(folder: Path) -> dict[str, bytes]:
    """A photo, a card and a page as the generator in `folder` makes them, with what it cached there before."""
    command = [sys.executable, "-c", MADE, str(folder), str(sites.PROJECT / "theme")]
    subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}, check=True)
    return {file.name: file.read_bytes() for file in (folder / "made").iterdir()}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a generator of its own, which has made everything once."""
    folder = tmp_path_factory.mktemp("before")
    shutil.copytree(sites.PROJECT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    Image.effect_noise((60, 40), 80).save(folder / "havn.png")
    (folder / "page.html").write_text("{% if true %}\nHer\n{% endif %}\n", "utf-8")
    (folder / "made").mkdir()
    made(folder)
    return folder


@pytest.mark.parametrize("module", OTHERWISE)
def test_other_code_makes_anew_what_it_decides_and_nothing_else(before: Path, tmp_path: Path, module: str) -> None:
    old, new, name = OTHERWISE[module]
    folder = tmp_path / "after"
    shutil.copytree(before, folder)
    source = folder / "generator" / f"{module}.py"
    assert old in source.read_text("utf-8")
    source.write_text(source.read_text("utf-8").replace(old, new), "utf-8")
    first = {file.name: file.read_bytes() for file in (before / "made").iterdir()}
    assert {other for other, content in made(folder).items() if content != first[other]} == {name}
