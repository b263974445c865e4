"""The languages whose words and pages stand in a folder of content/ that is named by their code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from generator import paths
from generator.model.language import CODE, FILE, Language, LanguageFacts, LanguagePage
from generator.reading.sources import Source


def is_language(folder: str) -> bool:
    """Return whether a folder of content/ is one of a language, by its path."""
    return bool(CODE.fullmatch(PurePosixPath(folder).name))


def words_file(folder: str) -> str:
    """Return the path of the table of words in a language's folder."""
    return f"{folder}/{FILE}"


def language_of(folder: str, facts: LanguageFacts, pages: Iterable[Source]) -> Language:
    """Return a language by its table and its Markdown pages as they were read."""
    code = PurePosixPath(folder).name
    found = sorted((_page(code, source) for source in pages), key=lambda page: page.url)
    return Language.of(code, facts, tuple(found))


def lost_pages(content: Path, languages: Iterable[Language]) -> Iterator[str]:
    """Yield the addresses of pages in folders of languages that could not be read."""
    known = {language.code for language in languages}
    for file in sorted(content.glob("*/*.md")):
        if is_language(file.parent.name) and file.parent.name not in known:
            yield paths.page_of(f"{file.parent.name}/{file.name}")


def _page(code: str, source: Source) -> LanguagePage:
    facts: Mapping[str, Any] = source.data if isinstance(source.data, dict) else {}
    stem = PurePosixPath(source.path).stem
    danish = str(facts.get("dansk") or ("index.md" if stem == "index" else ""))
    own = paths.page_of(f"{code}/{stem}.md")
    return LanguagePage(own, paths.page_of(danish) if danish else None, str(facts.get("title") or stem))
