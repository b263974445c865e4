"""One build, from the content to every file of the site, without knowing which engine writes them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain, count
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup

from generator import assets, pages, pictures, search, sitemap, urls
from generator.assets import Assets
from generator.dates import now_from
from generator.feeds import feeds
from generator.history import History, read_history
from generator.load import load
from generator.model.site import published
from generator.pages import status
from generator.pages.page import Document, Page
from generator.pages.view import View
from generator.problems import ContentError
from generator.render import CONTENT_SECURITY_POLICY, LIVE_RELOAD_POLICY, Renderer, Sheet
from generator.repository import Repository
from generator.settings import Settings
from generator.social import SocialCard


@dataclass
class Build:
    """What one build knows. `menu` and the documents come from the engine once it has read them."""

    root: Path
    view: View
    history: History
    theme: Path
    assets: Assets
    site_url: str
    repository: Repository | None
    policy: str
    menu: Sequence[tuple[str, str]] = ()
    documents: dict[str, Page] = field(default_factory=dict)

    @classmethod
    def start(
        cls,
        *,
        root: Path,
        content: Path | None = None,
        theme: Path,
        today: str | None,
        examples: bool,
        site_url: str,
        repository: Repository | None,
        preview: bool,
    ) -> Build:
        """Loads the content: of `root`, or of another folder that holds a copy of it.

        Raises ContentError with all problems, and ValueError for a `today` that is none.
        """
        now = now_from(today)
        content = content or root
        site, problems = load(content)
        if problems or site is None:
            raise ContentError(problems)
        address = site_url.rstrip("/") + "/"
        history = read_history(root, now)
        if history.note:
            print(history.note, file=sys.stderr)
        return cls(
            root=root,
            view=View(published(site, examples=examples), now, content, examples, address),
            history=history,
            theme=theme,
            assets=assets.collect(theme),
            site_url=address,
            repository=repository,
            policy=LIVE_RELOAD_POLICY if preview else CONTENT_SECURITY_POLICY,
        )

    @property
    def settings(self) -> Settings:
        return Settings(self.site_url, self.repository.address if self.repository else "", self.view.examples)

    @cached_property
    def renderer(self) -> Renderer:
        return Renderer(self.view, self.theme, self.assets, self.site_url, self.menu, self.repository, self.policy, self._social())

    def _social(self) -> SocialCard | None:
        """The front page's card, for all pages that have none."""
        return next((page.social for page in self.documents.values() if page.url == urls.FRONT), None)

    def add_document(
        self, source: str, url: str, title: str, description: str, html: str, contents: Sequence[Mapping[str, str]]
    ) -> None:
        """One Markdown page of content/, as the engine made HTML of it."""
        document = Document(source, url, title, description, Markup(html), tuple(contents))  # noqa: S704  the programme's own text
        self.documents[source] = pages.from_document(self.view, document)

    def lasting_paths(self) -> Iterator[str]:
        """Where the pages are that Markdown of content/ may link to, besides its own."""
        for area in self.view.site.areas:
            yield urls.area(area.slug) + "index.html"
        for event in self.view.site.events:
            yield urls.event(event) + "index.html"

    def sheet(self, source: str) -> Sheet:
        """The sheet of one document."""
        return self.renderer.sheet(self.documents[source])

    def not_found(self) -> Sheet:
        """The sheet of 404.html, which is shown at any address: its links start from the site's own path."""
        page = Page("404.html", "not-found.html", "Siden findes ikke", "Siden findes ikke.", {}, hidden=True)
        return self.renderer.sheet(page, urlsplit(self.site_url).path)

    def files(self, shell: Callable[[Sheet], str]) -> Iterator[tuple[str, bytes]]:
        """Every file besides the documents' pages, with its path. `shell` renders a sheet as a whole page."""
        fill = _Filler(shell)
        listed = [page.url for page in self.documents.values() if not page.hidden]
        cards = {page.social for page in self.documents.values() if page.social}
        found = [search.of_page(self.view, page) for page in self.documents.values() if search.stands_alone(page)]
        standing = status.standing(self.view, self.history, self.settings)
        yield urls.STATUS_DATA, status.as_json(standing).encode()
        for page in chain(pages.generated(self.view), [status.status(standing)]):
            yield page.url + "index.html", fill(self.renderer.sheet(page)).encode()
            if not page.hidden:
                listed.append(page.url)
            if page.social:
                cards.add(page.social)
            if search.stands_alone(page):
                found.append(search.of_page(self.view, page))
        yield from self._pictures(sorted(cards, key=_by_dot))
        yield from self.view.documents.items()
        yield from feeds(self.view, self.history)
        yield from search.files(search.documents(self.view, found))
        yield from self.assets.files.items()
        yield "sitemap.xml", sitemap.sitemap(listed, self.site_url).encode()
        yield "robots.txt", sitemap.robots(self.site_url).encode()

    def _pictures(self, cards: Iterable[SocialCard]) -> Iterator[tuple[str, bytes]]:
        cache = self.root / pictures.KEPT_PICTURES
        for picture in self.view.pictures.values():
            for name, content in pictures.files(picture, cache):
                yield urls.picture(name), content
        for card in cards:
            yield (
                urls.social(card.key),
                pictures.kept_or_made(cache / f"{card.key}-{self.assets.look}.jpg", partial(_drawn, card, self.theme)),
            )


def _drawn(card: SocialCard, theme: Path) -> bytes:
    """Drawing is loaded when a card is missing: that takes longer than a small site."""
    from generator.social_drawing import draw

    return draw(card, theme)


def _by_dot(card: SocialCard) -> tuple[str, str, str]:
    """Cards with the same dot after each other, so that it is drawn once."""
    return card.dot.form, card.dot.colours, card.key


class _Filler:
    """Renders the shell once for each look it has, and fills it for each page: five times faster than rendering it anew."""

    def __init__(self, shell: Callable[[Sheet], str]) -> None:
        self.shell = shell
        self.looks: dict[object, list[str]] = {}

    def __call__(self, sheet: Sheet) -> str:
        crumbs = len(sheet.crumbs)
        entries = tuple(entry["current"] for entry in sheet.menu)
        look = (sheet.root, sheet.section, entries, crumbs, sheet.edit is None, sheet.stylesheet)
        if look not in self.looks:
            self.looks[look] = _MARK.split(self.shell(_marked(sheet)))
        values = _values(sheet)
        return "".join(values[int(part)] if place % 2 else part for place, part in enumerate(self.looks[look]))


_MARK = re.compile("\ue000([0-9]+)\ue001")


def _marked(sheet: Sheet) -> Sheet:
    """The same sheet with marks for all that differs between pages of one look: see `_values`."""
    marks = (f"\ue000{number}\ue001" for number in count())
    title, head, body, edit = (next(marks) for _ in range(4))
    crumbs = [{"title": next(marks), "href": crumb["href"] and next(marks)} for crumb in sheet.crumbs]
    return replace(
        sheet,
        title=title,
        head=Markup(head),  # noqa: S704  marks only
        body=Markup(body),  # noqa: S704
        edit=edit if sheet.edit else None,
        crumbs=crumbs,
    )


def _values(sheet: Sheet) -> list[str]:
    """What stands at the marks, in their order, as HTML."""
    values = [sheet.title, sheet.head, sheet.body, sheet.edit or ""]
    for crumb in sheet.crumbs:
        values += filter(None, (crumb["title"], crumb["href"]))
    return [str(Markup.escape(value)) for value in values]
