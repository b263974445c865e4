"""Builds the miniature programme again and again in one process, without an engine: what was cached is used, or nothing is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.build.build import ARTIFACT_CACHE, Build
from generator.build.builder import Builder
from generator.build.writer import Content, File, Manifest, OutputWriter
from generator.rendering.render import LayoutContext
from generator.repository.links import Repository
from tests import bless, sites

THEME = sites.PROJECT / "theme"
DOCUMENTS = ("index.md", "det-sker.md", "omraader.md", "tidsplan.md", "ideer.md", "kontakt.md", "om.md")


def miniature(folder: Path) -> Path:
    """The miniature programme, with a picture and a document."""
    root = folder / "programme"
    shutil.copytree(bless.EXAMPLE, root, ignore=shutil.ignore_patterns("expected", ".cache"))
    return sites.with_assets(root)


@dataclass
class Rebuilder:
    """Builds `root` into `site`. Of a part that is used again, no page is made: `made` counts what the last build wrote."""

    root: Path
    site: Path
    theme: Path = THEME
    known: Manifest = field(default_factory=dict)
    made: list[str] = field(default_factory=list)

    def build(self, today: str, **how: Any) -> None:
        """Build what is not in the site already, and take away what is in it no longer. `how` is what `_files` takes."""
        self.site.mkdir(exist_ok=True)
        writer = OutputWriter(self.site, self.known)
        self.made = []
        for file in self._files(writer.is_current, today, **how):
            writer.write(file)
            self.made.append(file.path)
        writer.prune()
        self.known = writer.manifest

    def from_nothing(self, today: str, **how: Any) -> dict[str, bytes]:
        """The site as it is when nothing was cached but the theme's own files, which no content decides; only in memory."""
        cached, aside = self.root / ARTIFACT_CACHE, self.root / ".cache/aside"
        cached.rename(aside)
        cached.mkdir()
        shutil.copy(aside / "assets", cached)
        made = {file.path: whole(file.content) for file in self._files(lambda _, __: False, today, **how)}
        shutil.rmtree(cached)
        aside.rename(cached)
        return made

    def _files(
        self,
        is_current: Callable[[str, str], bool],
        today: str,
        *,
        examples: bool = True,
        site_url: str = "https://example.org/",
        menu: str = "Forside",
        repository: Repository | None = None,
    ) -> Iterator[File]:
        build = Build.start(
            root=self.root,
            theme=self.theme,
            today=today,
            examples=examples,
            site_url=site_url,
            repository=repository,
            preview=False,
        )
        build.menu = [(menu, "")]
        for name in DOCUMENTS:
            text = (self.root / "content" / name).read_text("utf-8")
            build.add_document(f"content/{name}", "" if name == "index.md" else f"{Path(name).stem}/", name, name, text, [])
        yield from Builder(build, shell, is_current).files()
        yield from (File(name, shell(build.layout(f"content/{name}")).encode()) for name in DOCUMENTS)


def whole(content: Content) -> bytes:
    """The bytes of a file that may come in parts."""
    return content if isinstance(content, bytes) else b"".join(content)


def shell(layout: LayoutContext) -> str:
    """All that a layout context holds, around the page."""
    return f"{layout.menu}{layout.title}{layout.crumbs}{layout.edits}{layout.head}{layout.body}{layout.contact}{layout.examples}"
