"""Checks of the other languages: each has every word that its pages show, and its pages say which Danish page they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.danish.wording import placeholders_of
from generator.model.language import CODE, FILE, WORDS, Direction, Language, lacking
from generator.model.site import Site
from generator.problems.problem import Problem, did_you_mean, quoted
from generator.problems.rules import values
from generator.reading.places import problem_at

_FROM_RIGHT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


def words_are_complete(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that a language has every word that its pages show, and no other, with the same words in braces."""
    for language in site.languages:
        path = _words_of(language)
        for word in lacking(language.words):
            message = f"Her mangler {quoted(word)} på sproget {language.name}. Skriv det under ord. (Missing word: {quoted(word)})"
            yield problem_at(root, path, ("ord",), message, values.LANGUAGE_WORD, at_key=True)
        for word, said in language.words.items():
            if word not in WORDS:
                message = f"{quoted(word)} er ikke et ord, siderne viser.{did_you_mean(word, WORDS)} Slet linjen, eller ret ordet."
                yield problem_at(root, path, ("ord", word), message, values.LANGUAGE_WORD, at_key=True)
            elif set(placeholders_of(said) or ()) != set(placeholders_of(word) or ()):
                message = f"{quoted(said)} skal have det samme i tuborgklammer som {quoted(word)}, og intet andet."
                yield problem_at(root, path, ("ord", word), message, values.LANGUAGE_WORD)


def pages_have_a_danish_one(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that a language has a front page, and that its folder and the Danish pages it names are no other pages."""
    for language in site.languages:
        path = _words_of(language)
        if language.code == "da" or (root / "content" / f"{language.code}.md").is_file():
            message = f"Mappen «{language.code}» kan ikke være et sprog, for det er navnet på en side eller siderne selv."
            yield Problem.of_file(path, message, values.LANGUAGE_PAGE)
        if not any(page.url == f"{language.code}/" for page in language.pages):
            message = "Sproget har ingen forside. Lav filen index.md i den samme mappe."
            yield Problem.of_file(path, message, values.LANGUAGE_PAGE)
        for page in language.pages:
            named = None if page.danish is None else f"{page.danish.removesuffix('/') or 'index'}.md"
            if named and not (root / "content" / named).is_file():
                message = f"{quoted(named)} er ikke en dansk side. Skriv filens navn, for eksempel det-sker.md."
                yield problem_at(root, f"content/{page.source}", ("dansk",), message, values.LANGUAGE_PAGE)


def languages_go_by_their_code(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that a folder with words has a language's code as its name, and that the words say the same language."""
    for file in sorted((root / "content").glob(f"*/{FILE}")):
        name = file.parent.name
        if not CODE.fullmatch(name):
            better = name.lower().replace("_", "-")
            code = better if CODE.fullmatch(better) else "de"
            message = f"Mappen {quoted(name)} er ikke et sprogs kode. Kald den for eksempel {quoted(code)}."
            yield Problem.of_file(f"content/{name}/{FILE}", message, values.LANGUAGE_PAGE)
    for language in site.languages:
        said, country = language.locale.split("_")
        own = language.code.partition("-")[0]
        if said != own:
            message = f"{quoted(language.locale)} er et andet sprog end mappens. Skriv for eksempel {own}_{country}."
            yield problem_at(root, _words_of(language), ("sprog og land",), message, values.LANGUAGE_PATTERN)
        if own in _FROM_RIGHT and language.direction == Direction.FROM_LEFT.value:
            message = "Sproget læses fra højre. Skriv retning: rtl."
            yield problem_at(root, _words_of(language), ("retning",), message, values.LANGUAGE_PATTERN)


def languages_have_names_of_their_own(root: Path, site: Site) -> Iterator[Problem]:
    """Ensure that no two languages go by one name in the menu, as where a folder was copied and not all of it translated."""
    names = Counter(language.name for language in site.languages)
    for language in site.languages:
        if names[language.name] > 1:
            message = f"To sprog hedder {quoted(language.name)}. Skriv ved navn, hvad hvert sprog kalder sig selv."
            yield problem_at(root, _words_of(language), ("navn",), message, values.LANGUAGE_PATTERN)


def _words_of(language: Language) -> str:
    return f"content/{language.code}/{FILE}"
