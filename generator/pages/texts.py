"""Pages that are their text: accessibility, privacy, any new Markdown page, and the guide with its tables of fields."""

from __future__ import annotations

from generator import urls
from generator.pages.page import Document, Page
from generator.pages.view import View
from generator.schema.tables import guide_tables


def text(view: View, document: Document) -> Page:
    """A page of Markdown as it is."""
    del view
    values = {"title": document.title, "text": document.html, "contents": document.contents}
    return Page(document.url, "text.html", document.title, document.description, values, source=document.source)


def guide(view: View, document: Document) -> Page:
    """The page /rediger/: how an area edits its page, with every field it can write."""
    del view
    tables = [
        {"title": table.title, "anchor": table.anchor, "text": table.text, "fields": table.fields} for table in guide_tables()
    ]
    contents = [*document.contents, *({"title": table["title"], "anchor": table["anchor"]} for table in tables)]
    values = {"title": document.title, "text": document.html, "contents": contents, "tables": tables}
    return Page(urls.GUIDE, "guide.html", document.title, document.description, values, colour="yellow", source=document.source)
