"""From a page to its HTML: its head and its body by the templates, and what the layout shows around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup

from generator import urls
from generator.feeds import jsonld, links
from generator.media import coast
from generator.media.dots import Dot, spare_dots
from generator.media.social_card import SocialCard
from generator.model.language import Language
from generator.pages import languages
from generator.pages.context import SiteContext
from generator.pages.page import Page, Part
from generator.pages.programme import address_lines
from generator.rendering import page_styles, stylesheet
from generator.rendering.assets import Assets
from generator.rendering.page_styles import PageStyles
from generator.rendering.templates import environment
from generator.repository.links import Repository

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src {style}; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_NOTHING = "default-src 'none'; "
_OWN_FRAMES = f"{_NOTHING}frame-src 'self'; "
_FRAMING = ("embed-maker.html",)
"""The pages that show others of the site in a frame."""
LIVE_RELOAD_POLICY = CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'").replace(
    "style-src", "style-src 'self'"
)
"""For the preview only: the engine puts a script of its own into the page, and we put a list of problems there."""

_FEWEST_DOTS = 7
"""At the foot of each page there is a dot for each area; fewer would be too large."""
_NO_MAIL = re.compile(r'<a\b[^<>]*href="mailto:"[^<>]*></a>')
_MAIL_UNKNOWN = "programmet (mailadressen bliver rettet lige nu)"
"""What stands for a link to the programme's mail address where a build in spite of problems does not know it."""


class LayoutContext(NamedTuple):
    """All that the layout (theme/base.html) shows of a page. Paths are relative to the page."""

    title: str
    head: Markup
    body: Markup
    root: str
    section: str
    menu: Sequence[dict[str, Any]]
    crumbs: Sequence[dict[str, Any]]
    csp: str
    style: Markup
    script: str
    icon: str
    sprite: str
    search: str
    preview: str
    edits: Sequence[dict[str, Any]]
    contact: dict[str, Any]
    examples: bool
    language: Language
    languages: Sequence[dict[str, str]]
    home: str
    dots: Sequence[Dot]
    statement: str
    bare: bool


@dataclass(frozen=True)
class Renderer:
    """Render pages with the theme's templates.

    `site_url` ends with `/`; `menu` is pairs of title and path; `social` is the card for sharing of pages that have none of
    their own.
    """

    context: SiteContext
    theme: Path
    assets: Assets
    site_url: str
    menu: Sequence[tuple[str, str]]
    repository: Repository | None
    policy: str = CONTENT_SECURITY_POLICY
    social: SocialCard | None = None

    @cached_property
    def environments(self) -> dict[str, jinja2.Environment]:
        """Return the template environments by the path to the site's root: see `environment`."""
        return {}

    @cached_property
    def translations(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return the pages that are in several languages."""
        return languages.translations(self.context.site)

    @cached_property
    def templates(self) -> dict[tuple[str, str], jinja2.Template]:
        """Return the templates by name and path to the site's root: see `_template`."""
        return {}

    @cached_property
    def styles(self) -> PageStyles:
        """Return the styles of pages."""
        return PageStyles(self.assets.styles)

    def environment(self, root: str) -> jinja2.Environment:
        """Return the templates as pages of one depth see them. With the path to the root as a global, parts are rendered once
        for all pages."""
        if root not in self.environments:
            shapes = coast.shapes(self.theme)
            shore = {"coast": partial(coast.within, shapes), "outline": coast.outline(shapes)}
            self.environments[root] = environment(self.theme, root=root, sprite=self.assets.sprite, **shore)
        return self.environments[root]

    def layouts(self, pages: Sequence[Page]) -> list[LayoutContext]:
        """Return the layout contexts of many pages. One step for all of them, then the next, is a quarter faster than all steps
        for each."""
        heads = [self._head(page, page.root) for page in pages]
        bodies = [self._body(page, page.root) for page in pages]
        return [self.layout(page, filling=(head, body)) for page, head, body in zip(pages, heads, bodies, strict=True)]

    def layout(self, page: Page, root: str | None = None, filling: tuple[Markup, Markup] | None = None) -> LayoutContext:
        """Return the layout context of a page.

        `root` overrides the path to the site's root, for a page that is shown at any address. `filling` is the page's head and
        body where they are known.
        """
        root = root or page.root
        head, body = filling or (self._head(page, root), self._body(page, root))
        edits = self._edits(page, root)
        parts = {"breadcrumbs": page.crumbs, "site-footer__parts": edits[1:], page_styles.COLOUR + page.colour: True}
        style, digest = self.styles.of_page(page.template, root, body, [name for name, there in parts.items() if there])
        crumbs = [{"title": crumb.title, "href": None if crumb.url is None else root + crumb.url} for crumb in page.crumbs]
        return LayoutContext(
            title=self._title(page),
            head=head,
            body=body,
            root=root,
            section=page.colour,
            menu=[{"title": title, "href": root + path, "current": _is_current(page, path)} for title, path in self._menu(page)],
            crumbs=[{"title": page.home.title, "href": f"{root}{page.home.url}"}, *crumbs] if crumbs else [],
            csp=self._policy(page, digest),
            style=style,
            script=root + self.assets.scripts[page.template],
            icon=root + self.assets.icon,
            sprite=self.assets.sprite,
            search=root + self.assets.search,
            preview=root + self.assets.preview,
            edits=edits,
            contact={
                "mail": self.context.site.contacts.mail,
                "lines": address_lines(self.context),
                "people": self.context.site.contacts.people,
            },
            examples=self.context.examples,
            language=page.language,
            languages=[
                {"code": language.code, "name": language.name, "href": root + path}
                for language, path in languages.others(page, self.context.site)
            ],
            home=f"{root}{page.home.url}",
            dots=spare_dots()[: max(_FEWEST_DOTS, self.context.site.programme.area_count)],
            statement=urls.STATEMENT if self.context.site.programme.statement else urls.ACCESSIBILITY,
            bare=page.template in stylesheet.BARE,
        )

    def _policy(self, page: Page, style: str) -> str:
        policy = self.policy.replace(_NOTHING, _OWN_FRAMES) if page.template in _FRAMING else self.policy
        return policy.replace("{style}", style)

    def _menu(self, page: Page) -> Sequence[tuple[str, str]]:
        """Return the menu in the page's language, as pairs of title and path."""
        if page.language.is_danish:
            return self.menu
        return [(page.home.title if each.danish == urls.FRONT else each.title, each.url) for each in page.language.pages]

    def _edits(self, page: Page, root: str) -> list[dict[str, Any]]:
        """Return the forms that change the files of a page, with a title each; a single file needs none of its own."""
        if page.source is None:
            return []
        if page.template == "event.html":
            return [{"title": "Ret denne side", "href": f"{root}{urls.correction(page.source)}"}]
        parts = page.parts or (Part("Ret denne side", page.source),)
        return [{"title": part.title, "href": root + urls.file_form(part.source)} for part in parts]

    def _title(self, page: Page) -> str:
        name = self.context.site.programme.name
        return page.title if name in page.title else f"{page.title} · {name}"

    def _head(self, page: Page, root: str) -> Markup:
        card = page.social or self.social
        head = self._template("parts/head.html", root).render(
            page=page,
            title=self._title(page),
            site_name=self.context.site.programme.name,
            canonical=self.site_url + (page.url if page.moved_to is None else page.moved_to),
            leads_to=page.leads_to if page.moved_to is None else root + page.moved_to,
            feeds=links.feeds_of(self.context, page),
            data=jsonld.script(self.context, page),
            alternates=[{"code": code, "href": self.site_url + path} for code, path in self.translations.get(page.url, ())],
            image=self.site_url + urls.social(card.key) if card else None,
            image_words=card.words if card else None,
        )
        return Markup(head)  # noqa: S704  the template has escaped it

    def _body(self, page: Page, root: str) -> Markup:
        body = self._template(f"pages/{page.template}", root).render(
            **page.values,
            search=root + self.assets.search,
            form_script=root + self.assets.form,
            file_form_script=root + self.assets.file_form,
            filter_script=root + self.assets.filter,
            qr_script=root + self.assets.qr,
            edits=self._edits(page, root),
            repository=self.repository,
            language=page.language,
        )
        if not self.context.site.contacts.mail:
            body = _NO_MAIL.sub(_MAIL_UNKNOWN, body)
        return Markup(body)  # noqa: S704  the template has escaped it

    def _template(self, name: str, root: str) -> jinja2.Template:
        """Return a template as pages of one depth see it, looked up once."""
        if (name, root) not in self.templates:
            template = self.templates[name, root] = self.environment(root).get_template(name)
            template.globals = dict(template.globals)
        return self.templates[name, root]


def _is_current(page: Page, path: str) -> bool:
    """Return whether a menu item is that of a page: the page itself, or for a Danish one its section."""
    if page.language.is_danish:
        return path == page.section if path else page.url == path
    return page.url == path or (path.count("/") > 1 and page.url.startswith(path))
