"""What an editor reads: the schemas of the content files, and which file each is for."""

from __future__ import annotations

import json
from typing import Any

from generator.editing.schema import NOTICE
from generator.editing.schema.shapes import Schema, schema_of
from generator.model.area import AreaFacts
from generator.model.content import Content
from generator.model.event import EventFacts
from generator.model.language import LanguageFacts
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.owners import Owners
from generator.model.programme import CONTACTS_FILE, PROGRAMME_FILE, TIMELINE_FILE, Contacts, IdeaFacts, Programme, Timeline
from generator.model.questions import FILE as QUESTIONS_FILE
from generator.model.questions import Questions
from generator.model.rounds import FOLDER as ROUNDS
from generator.model.rounds import RoundFacts
from generator.model.sources import FILE as SOURCES_FILE
from generator.model.sources import Sources
from generator.model.story import StoryFacts
from generator.text.compact import compact_json

FOLDER = ".vscode/schemas"

_FILES: dict[str, tuple[type[Content], str, str, str]] = {
    "area": (AreaFacts, "Et lokalområde", "De faste oplysninger om et lokalområde.", "areas/*/area.yml"),
    "event": (EventFacts, "Et arrangement", "Felterne øverst i et arrangements fil.", "areas/*/events/*.md"),
    "idea": (IdeaFacts, "En idé", "Felterne øverst i en idés fil.", "content/ideas/*.md"),
    "story": (StoryFacts, "En historie", "Felterne øverst i en historie.", "areas/*/historier/*.md"),
    "questions": (Questions, "Spørgsmål", "Spørgsmål til styregrupperne, før og efter.", QUESTIONS_FILE),
    "programme": (Programme, "Programmet", "Programmets navn, mål og kerneelementer.", PROGRAMME_FILE),
    "timeline": (Timeline, "Tidsplanen", "Programmets trin.", TIMELINE_FILE),
    "round": (RoundFacts, "En runde", "Periode, antal og beløb i en runde efter den første.", f"{ROUNDS}/*/round.yml"),
    "round-timeline": (Timeline, "Rundens tidsplan", "Rundens trin.", f"{ROUNDS}/*/timeline.yml"),
    "contacts": (Contacts, "Kontakt", "Hvem man kan ringe og skrive til.", CONTACTS_FILE),
    "words": (LanguageFacts, "Et sprogs ord", "Ord, datoer og tal på et andet sprog.", "content/*/words.yml"),
    "owners": (Owners, "Ejere", "Hvem der må ændre hvad på GitHub.", OWNERS_FILE),
    "sources": (Sources, "Kilder", "Hvor områdernes arrangementer må hentes fra.", SOURCES_FILE),
}
"""The model, title and description of each schema, and the files it is for."""


def schema(name: str) -> Schema:
    """Return the schema of one kind of file: `area`, `event`, …"""
    model, title, description, _ = _FILES[name]
    return {"$comment": NOTICE, **schema_of(model, title, description)}


def schemas() -> dict[str, str]:
    """Return every schema by its path."""
    return {f"{FOLDER}/{name}.json": _json(schema(name)) for name in _FILES}


def published(name: str) -> str:
    """Return one schema as the site offers it."""
    return compact_json(schema(name))


def settings() -> str:
    """Return the settings that say which schema a file has.

    Editors read front matter of Markdown as text, so only whole YAML files are named.
    """
    files = {f"./{FOLDER}/{name}.json": path for name, (*_, path) in _FILES.items() if path.endswith(".yml")}
    spaces = {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False}
    return _commented({"files.encoding": "utf8", "files.eol": "\n", "[yaml]": spaces, "yaml.schemas": files})


def extensions() -> str:
    """Return what an editor should offer to install."""
    return _commented({"recommendations": ["redhat.vscode-yaml"]})


def _commented(value: Any) -> str:
    return f"// {NOTICE}\n{_json(value)}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
