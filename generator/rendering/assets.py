"""The theme's files as they are published, named by a digest of their content.

Each template gets one stylesheet with the rules that it uses, which stands in its pages, and one script with the behaviours
of `js/` that act on its pages and its own (`css/pages/event.css`, `js/pages/event.js`). What only some visitors use
(`js/modules/search/`) is fetched when they do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator import urls
from generator.rendering import behaviours, css, stylesheet
from generator.rendering.bundle import bundles, said, styles_of
from generator.rendering.page_styles import LayoutNames, Style, style_of
from generator.rendering.stylesheet import Templates

_FIRST = ("tokens.css", "base.css")
_DRAWN_FROM = (
    *("css/tokens.css", "css/dot.css", "assets/dots.svg"),
    *("fonts/bricolage-800.woff2", "fonts/punkt-sans-400-700.woff2"),
)
_FONT_ADDRESS = re.compile(r"url\(fonts/([a-z0-9-]+\.woff2)\)")


@dataclass(frozen=True, slots=True)
class Assets:
    """The published files by path, and the paths that pages name. All paths start at the site's root.

    `styles` and `scripts` are by template (`event.html`). A style is the text itself, which stands in each page: a file of its own
    would be half a second more on a phone before the page is seen. `look` is a digest of everything that pictures are drawn from.
    """

    files: dict[str, bytes]
    styles: Mapping[str, Style]
    scripts: Mapping[str, str]
    sprite: str
    icon: str
    search: str
    form: str
    file_form: str
    preview: str
    filter: str
    qr: str
    look: str


def collect(theme: Path) -> Assets:
    """Return the published files of the theme: css/, js/, fonts/ and assets/. Raises ValueError for a file that belongs to no
    template."""
    _ensure_known(theme)
    files: dict[str, bytes] = {}

    def publish(name: str, content: bytes) -> str:
        stem, dot, ending = name.rpartition(".")
        path = f"{urls.ASSETS}{stem}.{_digest(content)}{dot}{ending}"
        files[path] = content
        return path

    fonts = {file.name: publish(f"fonts/{file.name}", file.read_bytes()) for file in sorted(theme.glob("fonts/*.woff2"))}
    for licence in sorted(theme.glob("fonts/*.txt")):
        files[f"{urls.ASSETS}fonts/{licence.name}"] = licence.read_bytes()
    files[urls.EMBED_SCRIPT] = (theme / "js/embed/hoejde.js").read_bytes()
    templates = Templates(theme)
    components = _components(theme)
    components["tokens"] = _FONT_ADDRESS.sub(lambda match: f"url({fonts[match[1]]})", components["tokens"])
    sprite = publish("dots.svg", _drawn((theme / "assets/dots.svg").read_text("utf-8")))
    return Assets(
        files=files,
        styles=_styles(templates, components),
        scripts=_scripts(templates, publish),
        sprite=sprite,
        icon=publish("icon.svg", (theme / "assets/icon.svg").read_bytes()),
        search=(finding := _modules(theme, "search", files)) + "panel.js",
        form=(forms := _modules(theme, "form", files)) + "main.js",
        file_form=forms + "file.js",
        preview=forms + "preview.js",
        filter=finding + "filter.js",
        qr=_modules(theme, "screen", files) + "qr.js",
        look=_digest(b"".join((theme / name).read_bytes() for name in _DRAWN_FROM)),
    )


def _ensure_known(theme: Path) -> None:
    """Raise ValueError for a stylesheet or script of one template that names no template: it would never be used."""
    for own in (*theme.glob("css/pages/*.css"), *theme.glob("js/pages/*.js")):
        if not (theme / "pages" / f"{own.stem}.html").exists():
            raise ValueError(f"{own.relative_to(theme)} belongs to no template of pages/")


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:8]


def _drawn(drawing: str) -> bytes:
    """Return a drawing without comments and line breaks."""
    return re.sub(r"<!--.*?-->|\n", "", drawing, flags=re.DOTALL).encode()


def _components(theme: Path) -> dict[str, str]:
    """Return the style of each component by its name, the tokens and the base first, without comments."""
    others = sorted(file for file in theme.glob("css/*.css") if file.name not in _FIRST)
    parts = (*(theme / "css" / name for name in _FIRST), *others)
    return {file.stem: css.without_comments(file.read_text("utf-8")) for file in parts}


def _styles(templates: Templates, components: Mapping[str, str]) -> dict[str, Style]:
    """Return the style of each template, less that of what only its scripts show, which they fetch."""
    words, names = templates.words_of_pages(), LayoutNames(templates)
    styles = {}
    for template in sorted(words):
        own = templates.folder / "css/pages" / f"{Path(template).stem}.css"
        added = css.without_comments(own.read_text("utf-8")) if own.exists() else ""
        put = names.of(template)
        style = "".join(text for name, text in components.items() if name not in put.fetched)
        text = css.paper_last(css.without_uncalled(stylesheet.cut(style, template, words) + added))
        styles[template] = style_of(text, put)
    return styles


def _scripts(templates: Templates, publish: Callable[[str, bytes], str]) -> dict[str, str]:
    """Return the path of the script of each template: the behaviours that act on its pages, and its own.

    Each stands in a block of its own, so that their names cannot clash. Templates with the same behaviours share a file.
    """
    scripts = {}
    for template in sorted(file.name for file in templates.folder.glob("pages/*.html")):
        own = templates.folder / "js/pages" / f"{Path(template).stem}.js"
        parts = behaviours.of_template(templates, template) + [own] * own.exists()
        text = "".join(f"{{\n{said(part.read_text('utf-8'))}}}\n" for part in parts)
        scripts[template] = publish(own.name if own.exists() else "kulturpunkt.js", text.encode())
    return scripts


def _modules(theme: Path, name: str, files: dict[str, bytes]) -> str:
    """Publish the modules that a page fetches when it needs them, each with all that it imports, and the style of what they
    make, in a folder that is named by a digest of all; return the folder."""
    common, own = (_read_all(theme.glob(f"js/modules/{where}*.js")) for where in ("", f"{name}/"))
    modules = {entry: text for entry, text in bundles(common | own).items() if entry in own}
    for component in sorted(set(styles_of("".join(own.values())))):
        parts = (file for where in ("", "modules/") for file in theme.glob(f"css/{where}{component}.css"))
        modules[f"{component}.css"] = css.without_comments("".join(file.read_text("utf-8") for file in parts))
    folder = f"{urls.ASSETS}{name}.{_digest(''.join(modules.values()).encode())}/"
    files.update({folder + module: content.encode() for module, content in modules.items()})
    return folder


def _read_all(files: Iterable[Path]) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in sorted(files)}
