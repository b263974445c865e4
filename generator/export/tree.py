"""The site as a plain tree: Markdown with front matter at the same addresses, feeds, pictures, and a config without plugins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any
from urllib.parse import quote, urljoin

import jinja2
import yaml
from markupsafe import Markup

from generator import pages, paths, urls
from generator.cache.walk import walk
from generator.export.markdown import escaped, for_others, portable
from generator.feeds import feeds
from generator.media import pictures
from generator.model.language import LanguagePage
from generator.model.named_values import filled
from generator.model.synonyms import EVENT, comparable
from generator.pages.context import SiteContext
from generator.pages.page import Document, Page
from generator.reading.sources import read_markdown, read_yaml
from generator.repository.history import History
from generator.text.letters import slug

DOCS = "docs"
CONFIG = "mkdocs.yml"
_EXTENSIONS = ["admonition", "attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc"]
_READ = ("events", "ideas", "images", "documents")
"""Folders of content/ whose files are made into something else."""
_LINKED_FILE = re.compile(r"(?<=\]\()[a-z0-9./-]+\.md(?=[#)])")
_ONLY_HERE = (urls.WEEK, urls.SCREEN, urls.EMBED, urls.DATA, urls.STATEMENT, urls.STATUS, urls.FILE_FORM, urls.SEARCH)
_AREA_TEXTS = {"text": "story", "challenge": "challenge", "vision": "vision", "idea": "idea"}


def tree(context: SiteContext, history: History, theme: Path, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file with its path. `theme` has the templates; `cache` holds pictures."""
    writer = _Writer(context, theme)
    documents, there = [*_documents(context)], set()
    for page in [*documents, *pages.generated(context), *pages.moved_pages(context, documents)]:
        written = writer.written(page) if page.moved_to is None or page.moved_to in there else None
        if written:
            there.add(page.url)
            yield f"{DOCS}/{_file(page.url)}", written.encode()
        for picture in page.pictures:
            for variant in picture.of_kind("jpg"):
                yield f"{DOCS}/{urls.picture(variant.name)}", pictures.content(picture, variant, cache)
        for document in page.documents:
            yield f"{DOCS}/{document.url}", document.file.read_bytes()
    for path, content in feeds(context, history):
        yield f"{DOCS}/{path}", content
    for file in _media(context.root / "content"):
        yield f"{DOCS}/{file.relative_to(context.root / 'content').as_posix()}", file.read_bytes()
    yield CONFIG, _config(context).encode()


def _documents(context: SiteContext) -> Iterator[Page]:
    """Yield the programme's own pages, their text still Markdown."""
    put = partial(filled, values=context.site.values)
    for file in sorted((context.root / "content").glob("[!.]*.md")):
        source = read_markdown(context.root, f"content/{file.name}")
        facts = source.data or {}
        url = paths.page_of(file.name)
        body = Markup(for_others(put(source.body.strip()), partial(_file_of, context, url)))  # noqa: S704  the programme's own text
        yield pages.from_document(
            context, Document(source.path, url, put(facts.get("title", file.stem)), put(facts.get("description", "")), body, ())
        )
    for page in (page for language in context.site.languages for page in language.pages):
        source = read_markdown(context.root, f"content/{page.source}")
        text = _LINKED_FILE.sub(partial(_linked_file, page), put(source.body.strip()))
        description = put((source.data or {}).get("description", ""))
        body = Markup(for_others(text, partial(_file_of, context, page.url)))  # noqa: S704  the programme's own text
        yield pages.from_document(context, Document(source.path, page.url, page.title, description, body, ()))


def _linked_file(page: LanguagePage, link: re.Match[str]) -> str:
    """Return the way from where a page is written here to the file that it links to."""
    target = paths.page_of(normpath(join(dirname(page.source), link[0])))
    return relpath(_file(target), dirname(_file(page.url)) or ".")


def _media(content: Path) -> Iterator[Path]:
    """Yield the files of the programme's own pages: pictures in the guide."""
    for below, entry in walk(str(content)):
        file = content / below
        if entry.is_file() and file.suffix not in (".md", ".yml") and below.split("/")[0] not in _READ:
            yield file


class _Writer:
    """Write pages by the templates of theme/export; a page that has none, and no text, is left out."""

    def __init__(self, context: SiteContext, theme: Path) -> None:
        self.context = context
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(theme / "export"),
            autoescape=True,
            finalize=lambda value: value if hasattr(value, "__html__") else escaped("" if value is None else str(value)),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def written(self, page: Page) -> str | None:
        names = [page.template.removesuffix(".html") + ".md.jinja", *(["text.md.jinja"] if "text" in page.values else [])]
        known = [name for name in names if name in self.environment.list_templates()]
        if not known:
            return None
        root = "../" * max(page.url.count("/") - 1, 0)
        body = self.environment.get_template(known[0]).render(
            {**page.values, **self._own_values(page)},
            to=lambda url: _link(root + _file(url)),
            file=lambda path: _link(root + path),
            link=_link,
        )
        return f"---\n{_yaml(self._front_matter(page))}---\n{body.strip()}\n"

    def _own_values(self, page: Page) -> dict[str, Any]:
        """Return what the areas wrote, as Markdown; and the whole of a list that the site parts by month."""
        if page.moved_to is not None:
            return {"now": page.moved_to}
        if page.url == urls.CALENDAR:
            return {"coming": self.context.cards.events(self.context.calendar.coming)}
        if page.template == "archive.html":
            held = (
                occurrence for occurrence in self.context.calendar.held if page.url == urls.archive_year(occurrence.start.day.year)
            )
            return {"held": self.context.cards.events(held)}
        area, event = self.context.area_at.get(page.url), self.context.event_at.get(page.url)
        if event:
            return {"text": portable(event.text, page.root)}
        return {key: portable(getattr(area, name) or "", page.root) for key, name in _AREA_TEXTS.items()} if area else {}

    def _front_matter(self, page: Page) -> dict[str, Any]:
        """Return title and description, and the fields of an area's or event's file as they were written.

        Contacts, helpers and how it went are left out: the page says as much of them as was agreed to.
        """
        shown: dict[str, Any] = {"title": page.title, "description": page.description}
        if page.hidden:
            shown["search"] = {"exclude": True}
        known = page.url in self.context.event_at or page.url in self.context.area_at
        if known and page.source not in self.context.site.reduced:
            read = read_yaml if page.url in self.context.area_at else read_markdown
            written = read(self.context.root, page.source or "").data
            shown["kulturpunkt"] = _without_reports({key: value for key, value in written.items() if not _names_somebody(key)})
        return shown


def _names_somebody(key: str) -> bool:
    """Return whether a field, by whatever word it was written, says whom to ask, or what somebody said."""
    return slug(EVENT.get(comparable(key), key)) in ("kontakt", "hjaelpere", "efter")


def _without_reports(value: Any) -> Any:
    """Return fields without how each date went, wherever in them it stands."""
    if isinstance(value, dict):
        return {key: _without_reports(below) for key, below in value.items() if slug(str(key)) != "efter"}
    return [_without_reports(each) for each in value] if isinstance(value, list) else value


def _file_of(context: SiteContext, page: str, link: str) -> str:
    """Return the way from the Markdown file of a page to that of another to which it links; the address of a page that only this
    site has."""
    url = urljoin(page, link).removeprefix("/")
    return context.site_url + url if url.startswith(_ONLY_HERE) else relpath(_file(url), dirname(_file(page)) or ".")


def _file(url: str) -> str:
    """Return the Markdown file of a page: `det-sker/` is written in `det-sker.md`."""
    return url.removesuffix("/") + ".md" if url else "index.md"


def _link(address: str) -> Markup:
    return Markup(quote(address, safe=":/?#@!$&'*+,;=%~-._"))  # noqa: S704  nothing in it ends a link


def _config(context: SiteContext) -> str:
    said = yaml.load((context.root / CONFIG).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  texts and lists only
    return "# The same pages without the generator: `zensical build`, `properdocs build` or `mkdocs build`.\n" + _yaml(
        {
            "site_name": context.site.programme.name,
            "site_url": context.site_url,
            "docs_dir": DOCS,
            "theme": {"name": "material", "language": "da", "font": False},
            "nav": said.get("nav", [{"Forside": _file(urls.FRONT)}]),
            "markdown_extensions": _EXTENSIONS,
        }
    )


def _yaml(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=10_000)
