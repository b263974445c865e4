"""The page /rediger/fil/: a form for any content file, made from the model of the file."""

from __future__ import annotations

from typing import Any

from generator import urls
from generator.editing.form.files import MODELS, MORE_OF_EVENTS
from generator.editing.form.outline import Options, outline
from generator.editing.form.rules import text_rules
from generator.model.content import Content
from generator.model.site import Site
from generator.pages import rounds
from generator.pages.context import SiteContext
from generator.pages.page import Crumb, Page, embedded
from generator.pages.values import programme_people

TITLE = "Ret en side"
_ONLY = {"arrangement": MORE_OF_EVENTS}


def file_form(context: SiteContext) -> Page:
    """Return the page with the form. Its script fetches the file that the address names, and builds the questions."""
    options = _options(context.site)
    rules: dict[str, Any] = {
        "outlines": {name: _outline(name, model, options, context) for name, model in MODELS.items()},
        "text": text_rules(),
    }
    values = {
        "title": TITLE,
        "rules": embedded(rules),
        "mail": context.site.contacts.mail,
        "people": programme_people(context.site),
    }
    description = "En formular til jer, der skriver: Ret oplysningerne om et område, fortællingen, stederne eller en idé."
    crumbs = (Crumb("Ret og tilføj", urls.GUIDE), Crumb(TITLE, None))
    return Page(urls.FILE_FORM, "file-form.html", TITLE, description, values, colour="yellow", hidden=True, crumbs=crumbs)


def _outline(name: str, model: type[Content], options: Options, context: SiteContext) -> list[dict[str, Any]]:
    """Return the outline of a model. With one round, nobody is asked for an area's rounds."""
    fields = outline(model, options, _ONLY.get(name, ()))
    return fields if rounds.several(context) else [field for field in fields if field["key"] != "runder"]


def _options(site: Site) -> dict[str, list[tuple[str, str]]]:
    """Return what one can choose where a file names a core element, a step or an area by its key."""
    elements = [(element.key, element.title) for element in site.programme.core_elements]
    return {
        "kerneelementer": elements,
        "kerneelement": elements,
        "trin": [(step.key, step.title) for step in site.timeline.steps],
        "runde": [(each.name, each.title) for each in site.rounds],
        "område": [(area.slug, area.name) for area in site.areas],
    }
