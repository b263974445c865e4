"""What is wrong with YAML, in Danish and with its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from generator.problems.problem import Problem, quoted
from generator.problems.rules import reading
from generator.problems.rules.rule import Rule
from generator.reading.yaml_nodes import MAX_DEPTH, TEXT_TAGS
from generator.text.letters import DECEIVING, folded

_HASH = re.compile(r"(?<!\s)\s+#(?=\S| (?:nr\.? )?\d)")
_NO_SPACE = re.compile(r"\s*(?:- )?(?P<key>[^\W\d][^:\"'#{}\[\]]*):(?=[^\s/])")
NO_COLON = "Her mangler et kolon efter feltets navn. Hører linjen til den før, så sæt to mellemrum foran den."
_TAB_MESSAGE = "Linjen er rykket ind med tabulator. Brug mellemrum i stedet. Hører den ikke til linjen før, så slet tabulatoren."
_TOO_DEEP = "Felterne ligger for dybt inde i hinanden. Ryk linjerne længere ud."


def structure_problems(path: str, text: str, top: yaml.Node, first_line: int) -> Iterator[Problem]:
    """Ensure that a key stands once, is text, and that nothing is tagged or nested very deep. `text` begins at the file's
    line `first_line`, and `top` is its node.

    A letter that can deceive and does not stand in the text itself was written as an escape.
    """
    left = [(top, 0)]
    escapes = "\\" in text
    lines = text.split("\n") if _HASH.search(text) else []
    while left:
        node, depth = left.pop()
        mark = node.start_mark
        line, column = mark.line + first_line, mark.column + 1
        if node.tag not in TEXT_TAGS:
            cure = in_quotes(text.split("\n")[mark.line])
            message = f"{quoted(node.tag)} kan ikke bruges. Begynder teksten med «!», så sæt anførselstegn om den{cure}."
            yield Problem(path, line, column, "", message, reading.EXCLAMATION)
        if depth > MAX_DEPTH:
            yield Problem(path, line, column, "", _TOO_DEEP, reading.TOO_DEEP)
            continue
        if isinstance(node, yaml.MappingNode):
            yield from _key_problems(path, node, first_line, escapes)
            left += [(value, depth + 1) for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            left += [(value, depth + 1) for value in node.value]
        elif escapes and (hidden := DECEIVING.search(node.value)):
            yield Problem(path, line, column, "", hidden_message(hidden.group()), reading.HIDDEN_LETTER)
        elif lines and not getattr(node, "style", None) and (lost := _HASH.match(lines[node.end_mark.line], node.end_mark.column)):
            cure = in_quotes(lines[node.end_mark.line]) if node.start_mark.line == node.end_mark.line else ""
            message = f"Det, der står efter #, kommer ikke med. Sæt anførselstegn om hele teksten{cure}."
            yield Problem(path, node.end_mark.line + first_line, lost.end(), "", message, reading.HASH)


def yaml_problem(path: str, text: str, first_line: int, error: yaml.MarkedYAMLError) -> Problem:
    """Return why `text`, which begins at the file's line `first_line`, could not be read."""
    begun = error.context in ("while scanning a quoted scalar", "while scanning a simple key", "while scanning an alias")
    mark = error.context_mark if begun else error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = [*text.split("\n"), ""]
    for number in (line, line - 1) if "mapping values" in str(error.problem) or "expected ':'" in str(error.problem) else ():
        if number >= 0 and (problem := no_space_problem(path, lines[number], number + first_line)):
            return problem
    written = lines[min(line, len(lines) - 1)]
    message, kind = _yaml_message(f"{error.context or ''}: {error.problem or ''}", written, column)
    return Problem(path, line + first_line, column + 1, "", message, kind)


def no_space_problem(path: str, written: str, line: int) -> Problem | None:
    """Return the problem of a line whose field has no space after its colon; None for other lines."""
    found = _NO_SPACE.match(written)
    if not found:
        return None
    message = f"Her mangler et mellemrum efter {quoted(found['key'] + ':')}. Sæt det ind."
    return Problem(path, line, found.end() + 1, "", message, reading.NO_SPACE)


def hidden_message(letter: str) -> str:
    """Return the message about a letter that can deceive, or that was lost on the way."""
    if letter == "\ufffd":
        return "Her står «\ufffd», hvor et bogstav er gået tabt. Slet det, og skriv bogstavet igen."
    seen = "tegn, der ikke kan vises" if "\ue000" <= letter <= "\uf8ff" else "usynligt tegn"
    return f"Her står et {seen} (U+{ord(letter):04X}). Slet det, og skriv teksten igen."


def _key_problems(path: str, mapping: yaml.MappingNode, first_line: int, escapes: bool) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for key, _ in mapping.value:
        line, column = key.start_mark.line + first_line, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode):
            yield Problem(
                path, line, column, "", "Et felts navn skal være et ord. Skriv for eksempel titel: Fest.", reading.FIELD_NAME
            )
            continue
        if escapes and (hidden := DECEIVING.search(key.value)):
            yield Problem(path, line, column, "", hidden_message(hidden.group()), reading.HIDDEN_LETTER)
        name = folded(key.value)
        if name in lines:
            message = f"Feltet står to gange (også i linje {lines[name]}). Behold det ene."
            yield Problem(path, line, column, key.value, message, reading.TWICE)
        lines.setdefault(name, line)


def _yaml_message(problem: str, written: str, column: int) -> tuple[str, Rule]:
    """Return the Danish cure for what libyaml says in English, and its rule."""
    _, colon, value = _key_and_value(written)
    if written.strip() == "---":
        return "Slet linjen «---». Her er kun felter. Tekst skrives i en fil for sig, index.md.", reading.INDENT
    if "mapping values are not allowed" in problem and ":" not in written[:column]:
        return "Linjen er rykket for langt ind. Lad den begynde lige under linjen før.", reading.INDENT
    if "mapping values are not allowed" in problem and colon:
        return f"Der står et kolon i teksten. Sæt anførselstegn om den{in_quotes(written)}.", reading.COLON
    if "too deep" in problem:
        return _TOO_DEEP, reading.TOO_DEEP
    if "tab character" in problem or ("cannot start any token" in problem and "\t" in written):
        return _TAB_MESSAGE, reading.TAB
    if "cannot start any token" in problem:
        return f"Teksten begynder med et særligt tegn. Sæt anførselstegn om den{in_quotes(written)}.", reading.SPECIAL_START
    if "block scalar" in problem or "mapping keys are not allowed" in problem or "expected node content" in problem:
        return f"Teksten begynder med et særligt tegn. Sæt anførselstegn om den{in_quotes(written)}.", reading.SPECIAL_START
    if "escape character" in problem:
        return "Den bagvendte skråstreg kan ikke stå mellem \"…\". Sæt '…' om teksten i stedet.", reading.OPEN_QUOTE
    if "flow" in problem and "did not find expected" in problem:
        return (
            "En parentes er åbnet på linjen før, men ikke lukket. Skriv den sidste, eller slet den første.",
            reading.INDENT,
        )
    if "<document start>" in problem:
        return "Linjen begynder længere ude end den første. Lad alle felter begynde lige under hinanden.", reading.INDENT
    if "could not find expected ':'" in problem:
        return NO_COLON, reading.NO_COLON
    if "unexpected end of stream" in problem or "document separator" in problem:
        return "Et anførselstegn er åbnet, men ikke lukket. Skriv det sidste, eller slet det første.", reading.OPEN_QUOTE
    if "alias" in problem or "anchor" in problem:
        return (
            "Henvisninger med & og * kan ikke bruges. Begynder teksten med et af de tegn, så sæt anførselstegn om"
            f" den{in_quotes(written)}.",
            reading.ANCHOR,
        )
    if re.search("did not find expected|block sequence entries", problem) and value.strip().startswith(("'", '"', "[", "{")):
        return (
            f"Tegnet {quoted(value.strip()[0])} står om en del af teksten. Sæt andre om hele{in_quotes(written)}.",
            reading.OPEN_QUOTE,
        )
    if "did not find expected" in problem and written.lstrip().startswith("- "):
        return "Listen begynder på linjen før. Skriv også det første på en linje for sig med bindestreg foran.", reading.INDENT
    return "Linjen kan ikke læses. Se efter indrykning, kolon og anførselstegn, også i linjen før.", reading.INDENT


def _key_and_value(line: str) -> tuple[str, str, str]:
    """Return the key, the colon and the value of a line; in a list, no key and no colon before what has none."""
    line = line.strip()
    item = re.fullmatch(r"- +([\"'].*|[^:]*)", line)
    return ("", "", item[1]) if item else line.partition(":")


def in_quotes(line: str) -> str:
    """Return `: titel: "@home"`, what to write instead of a line whose text needs quotation marks; nothing for other lines."""
    key, colon, value = _key_and_value(line)
    value = value.strip()
    if not colon and line.lstrip().startswith("- ") and value:
        return f": - {_quoted(value)}"
    if not colon or not value or not key.strip(" -")[:1].isalpha() or len(value) > 200 or (value[0] in "&*" and "[" in value):
        return ""
    is_around = (
        value[0] == value[-1] and value[0] in "\"'" and (value.count(value[0]) % 2 or value[value.index(value[0], 1) - 1] == " ")
    )
    return f": {key}: {_quoted(value[1:-1] if is_around else value)}"


def _quoted(text: str) -> str:
    """Return a text in the quotation marks that it does not hold itself."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"
