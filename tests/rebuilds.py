"""Builds the miniature programme again and again in one process, without an engine: what was cached is used, or nothing is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.build import ARTIFACT_CACHE, Build
from generator.build.builder import Builder
from generator.build.writer import Manifest, OutputWriter
from generator.rendering.render import LayoutContext
from generator.repository.links import Repository
from tests import bless, sites

THEME = sites.PROJECT / "theme"
DOCUMENTS = ("index.md", "det-sker.md", "omraader.md", "tidsplan.md", "ideer.md", "kontakt.md", "om.md")


def miniature(folder: Path) -> Path:
    """The miniature programme, with a picture and a document."""
    root = folder / "programme"
    shutil.copytree(bless.EXAMPLE, root, ignore=shutil.ignore_patterns("expected", ".cache"))
    return root


@dataclass
class Rebuilder:
    """Builds `root` into `site`. Of a part that is used again, no page is made: `made` counts what the last build wrote."""

    root: Path
    site: Path
    theme: Path = THEME
    known: Manifest = field(default_factory=dict)
    made: list[str] = field(default_factory=list)

    def build(
        self,
        today: str,
        *,
        examples: bool = True,
        site_url: str = "https://example.org/",
        menu: str = "Forside",
        repository: Repository | None = None,
    ) -> None:
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
        self.site.mkdir(exist_ok=True)
        writer = OutputWriter(self.site, self.known)
        self.made = []
        for file in Builder(build, shell, writer.is_current).files():
            writer.write(file)
            self.made.append(file.path)
        for name in DOCUMENTS:
            (self.site / name).write_text(shell(build.layout(f"content/{name}")), "utf-8")
            writer.written.add(name)
        writer.prune()
        self.known = writer.manifest

    def from_nothing(self, site: Path, today: str, **how: bool | str | Repository) -> dict[str, bytes]:
        """The site as it is when nothing was cached but the theme's own files, which no content decides."""
        root = site.with_name(f"{site.name}-root")
        shutil.copytree(self.root, root)
        for of_owner in (root / ARTIFACT_CACHE).glob("*.*"):
            of_owner.unlink()
        Rebuilder(root, site, self.theme).build(today, **how)  # type: ignore[arg-type]
        return sites.contents(site)


def shell(layout: LayoutContext) -> str:
    """All that a layout context holds, around the page."""
    return f"{layout.menu}{layout.title}{layout.crumbs}{layout.edits}{layout.head}{layout.body}{layout.contact}{layout.examples}"
