"""The theme's files as they are published, named by their content: fonts, drawings, a stylesheet and a script for every page, and
one of each for the pages of a template that has files of its own (`css/pages/event.css`, `js/pages/event.js` for event.html)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator import urls

_FIRST = ("tokens.css", "base.css")
_FONT_ADDRESS = re.compile(r"url\(fonts/([a-z0-9-]+\.woff2)\)")


@dataclass(frozen=True, slots=True)
class Assets:
    """Published files by path, and the paths that pages name. All paths are from the site's root."""

    files: dict[str, bytes]
    stylesheet: str
    scripts: tuple[str, ...]
    fonts: tuple[str, ...]
    sprite: str
    icon: str
    own_styles: Mapping[str, str]
    own_scripts: Mapping[str, str]

    def stylesheets(self, template: str) -> tuple[str, ...]:
        """What pages of a template (`event.html`) load, in order."""
        own = self.own_styles.get(template)
        return (self.stylesheet, own) if own else (self.stylesheet,)

    def modules(self, template: str) -> tuple[str, ...]:
        own = self.own_scripts.get(template)
        return (*self.scripts, own) if own else self.scripts


def collect(theme: Path) -> Assets:
    """Reads the theme's css/, js/, fonts/ and assets/. The name of a file holds a hash of what is in it."""
    files: dict[str, bytes] = {}

    def publish(name: str, content: bytes) -> str:
        stem, dot, ending = name.rpartition(".")
        path = f"{urls.ASSETS}{stem}.{sha256(content).hexdigest()[:8]}{dot}{ending}"
        files[path] = content
        return path

    fonts = {file.name: publish(f"fonts/{file.name}", file.read_bytes()) for file in sorted(theme.glob("fonts/*.woff2"))}
    for licence in sorted(theme.glob("fonts/*.txt")):
        files[f"{urls.ASSETS}fonts/{licence.name}"] = licence.read_bytes()
    style = _FONT_ADDRESS.sub(lambda match: f"url({fonts[match[1]].removeprefix(urls.ASSETS)})", _stylesheet(theme))
    return Assets(
        files=files,
        stylesheet=publish("kulturpunkt.css", style.encode()),
        scripts=(publish("kulturpunkt.js", _script(theme).encode()),),
        fonts=tuple(fonts.values()),
        sprite=publish("dots.svg", (theme / "assets/dots.svg").read_bytes()),
        icon=publish("icon.svg", (theme / "assets/icon.svg").read_bytes()),
        own_styles={
            file.stem + ".html": publish(file.name, _joined([file]).encode()) for file in sorted(theme.glob("css/pages/*.css"))
        },
        own_scripts={file.stem + ".html": publish(file.name, file.read_bytes()) for file in sorted(theme.glob("js/pages/*.js"))},
    )


def _stylesheet(theme: Path) -> str:
    """All components after the tokens and the base, without comments."""
    parts = sorted(theme.glob("css/*.css"), key=lambda file: (_order(file.name), file.name))
    return _joined(parts)


def _joined(parts: Sequence[Path]) -> str:
    joined = "\n".join(file.read_text("utf-8").strip() for file in parts)
    without_comments = re.sub(r"/\*.*?\*/\s*", "", joined, flags=re.DOTALL)
    return re.sub(r"\n\s*", "", without_comments) + "\n"


def _script(theme: Path) -> str:
    """All behaviours as one module, each in a block of its own so that their names do not meet."""
    return "".join(f"{{\n{file.read_text('utf-8')}}}\n" for file in sorted(theme.glob("js/*.js")))


def _order(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)
