"""Pages of text: a Markdown page without a template of its own, the guide, the table of all fields, and the messages explained."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from generator import urls
from generator.editing.schema.tables import guide_tables
from generator.pages.context import SiteContext
from generator.pages.page import GUIDE, Crumb, Document, Page
from generator.problems.rules import GROUPS
from generator.problems.rules.rule import Rule
from generator.text.letters import slug


def text(context: SiteContext, document: Document) -> Page:
    """Return a Markdown page as it is."""
    del context
    return document.page(document.url, "text.html", _said(document), "paper")


def _said(document: Document) -> dict[str, Any]:
    return {"title": document.title, "text": document.html, "contents": document.contents}


def guide(context: SiteContext, document: Document) -> Page:
    """Return the page /rediger/, which explains to an area how to edit its page, or the page that says how to write files."""
    del context
    first = document.url == urls.GUIDE
    values = {**_said(document), "first": first, "fields": urls.FIELDS, "area_fields": urls.AREA_FIELDS, "status": urls.STATUS}
    crumbs = () if first else (GUIDE, Crumb(document.title, None))
    return document.page(document.url, "guide.html", values, "yellow")._replace(crumbs=crumbs)


def fields() -> Iterator[Page]:
    """Yield the page /rediger/felter/ with every field of an event, and the page below it with those of an area and a story."""
    index = Crumb("Alle felter", urls.FIELDS)
    tables = guide_tables()
    for url, files, crumbs in (
        (urls.FIELDS, "arrangement", (GUIDE, index._replace(url=None))),
        (urls.AREA_FIELDS, "område og en historie", (GUIDE, index, Crumb("Området", None))),
    ):
        title = f"Felterne i et {files}"
        description = f"{title}: hvad hvert felt er, om det skal udfyldes, og hvordan man skriver det."
        shown = [table for table in tables if table.page == url]
        others = [table for table in tables if table.page != url]
        values = {"title": title, "tables": shown, "others": others}
        yield Page(url, "fields.html", title, description, values, colour="yellow", crumbs=crumbs)


def messages(context: SiteContext) -> Iterator[Page]:
    """Yield the page /rediger/beskeder/, which lists the messages of `kulturpunkt check`, and a page for each group of them,
    which explains them. In one page they were longer than any reader of one message waits for."""
    index = Crumb("Beskeder fra tjekket", urls.MESSAGES)
    groups = [
        {"title": name, "url": f"{urls.MESSAGES}{slug(name)}/", "anchor": f"gruppe-{slug(name)}", "rules": rules}
        for name, rules in GROUPS
    ]
    yield Page(
        urls.MESSAGES,
        "messages.html",
        index.title,
        "Hver besked, som tjekket af jeres filer kan give, og vejen til, hvad den betyder.",
        {"groups": groups, "mail": context.site.contacts.mail},
        colour="yellow",
        crumbs=(GUIDE, Crumb(index.title, None)),
    )
    for name, rules in GROUPS:
        yield Page(
            f"{urls.MESSAGES}{slug(name)}/",
            "messages-group.html",
            f"Beskeder: {name}",
            f"{name}: hvad beskederne fra tjekket betyder, og hvad I skriver i stedet, med eksempler på forkert og rigtigt.",
            {"title": name, "kinds": [_explained(rule) for rule in rules]},
            colour="yellow",
            crumbs=(GUIDE, index, Crumb(name, None)),
        )


def statement(context: SiteContext) -> Page:
    """Return the page /was/, which leads on to the accessibility statement once that has an address."""
    made = context.site.programme.statement
    title = "Tilgængelighedserklæring"
    return Page(
        urls.STATEMENT,
        "statement.html",
        title,
        "Vejen til websitets tilgængelighedserklæring.",
        {"title": title, "address": made and made.address, "about": urls.ACCESSIBILITY, "mail": context.site.contacts.mail},
        hidden=True,
        leads_to=made.address if made else None,
    )


def _explained(rule: Rule) -> dict[str, str | Markup]:
    return {
        "code": rule.code,
        "title": rule.title,
        "cause": _with_code(rule.cause),
        "cure": _with_code(rule.cure),
        "wrong": rule.wrong,
        "right": rule.right,
        "home": _with_code(rule.home),
    }


def _with_code(text: str) -> Markup:
    """Return a sentence in which the words between backticks are set as code."""
    said, *rest = str(escape(text)).split("`")
    words = [f"<code>{each}</code>" if place % 2 == 0 else each for place, each in enumerate(rest)]
    return Markup("".join([said, *words]))  # noqa: S704  the text is escaped
