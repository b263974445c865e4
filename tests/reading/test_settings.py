"""What is wrong in mkdocs.yml is told in Danish, at its line and column, and none of it ends in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.load import load
from generator.reading.settings import FILE, read_settings, wrong_settings
from tests import sites
from tests.trees import AREA, programme, write

GOOD = (sites.PROJECT / FILE).read_text("utf-8")
EXAMPLES = "examples: !ENV [KULTURPUNKT_EXAMPLES, true]"
CASES = [
    ("nav:\n", "nave:\n", "15:1: «nave» kendes ikke. Mente du «nav»?"),
    (
        "language: da",
        "language: [da",
        "13:7: Linjen kan ikke læses. Se efter indrykning, kolon og anførselstegn, også i linjen før.",
    ),
    (
        "theme:\n",
        "theme\n",
        "9:1: Her mangler et kolon efter feltets navn. Hører linjen til den før, så sæt to mellemrum foran den.",
    ),
    ("examples: !ENV", "eksempler: !ENV", "42:7: «eksempler» kendes ikke. Skriv examples."),
    (EXAMPLES, "examples: nej", "42:17: «nej» kan ikke bruges her. Skriv true, når eksemplerne skal ses, og ellers false."),
    (
        "https://kulturpunkt.example/kulturpunkt/",
        "kulturpunkt.dk",
        "3:11: «kulturpunkt.dk» er ikke en hel adresse. Skriv den fra https://.",
    ),
    ("- kulturpunkt:\n", "- kulturpunk:\n", "40:3: Her mangler kulturpunkt. Uden det kan siden ikke bygges."),
    ("plugins:\n", "plugin:\n", "39:1: «plugin» kendes ikke. Mente du «plugins»?"),
    (GOOD, "- nav\n", "1:1: Her skal stå indstillinger, hver med et navn og et kolon."),
]


def said(root: Path) -> list[str]:
    return [str(problem) for problem in wrong_settings(root, {})]


@pytest.mark.parametrize(("right", "wrong", "message"), CASES)
def test_a_slip_in_the_settings_is_told_at_its_place(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    assert right in GOOD
    write(tmp_path, {FILE: GOOD.replace(right, wrong, 1)})
    assert said(tmp_path)[0] == f"{FILE}:{message}"
    read_settings(tmp_path, {})


def test_our_own_settings_are_in_order_also_with_every_variable(tmp_path: Path) -> None:
    write(tmp_path, {FILE: GOOD})
    assert said(tmp_path) == []
    environment = {"SITE_URL": "https://www.kulturpunkt.dk/", "REPO_URL": "https://github.com/a/b", "KULTURPUNKT_EXAMPLES": "false"}
    assert list(wrong_settings(tmp_path, environment)) == []
    empty = {"SITE_URL": "", "REPO_URL": "", "KULTURPUNKT_EXAMPLES": ""}
    assert list(wrong_settings(tmp_path, empty)) == [] and read_settings(tmp_path, empty).examples, (
        "the engine takes what it is else"
    )
    wrong = {"SITE_URL": "www.kulturpunkt.dk", "KULTURPUNKT_EXAMPLES": "måske"}
    assert [problem.line for problem in wrong_settings(tmp_path, wrong)] == [3, 42]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"a: \x00", b"a: [" * 3, b"nav: {a: [b.md, {c: [d.md]}]}", b"plugins: kulturpunkt"]
)
def test_nothing_in_the_settings_ends_in_a_traceback(tmp_path: Path, content: bytes) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA})
    (root / FILE).write_bytes(content)
    _, problems = load(root, advice=True)
    told = [problem for problem in problems if problem.path == FILE]
    assert bool(told) == bool(content)
    assert all(problem.rule.code == "indstilling" or "linje" in problem.message.lower() for problem in told), told


def test_a_page_that_the_menu_names_is_asked_for(tmp_path: Path) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, "content/om.md": "Om\n"})
    (root / FILE).write_text("nav:\n  - Om: om.md\n  - Mere:\n      - kontakt.md\n      - https://example.org\n", "utf-8")
    assert [str(problem) for problem in load(root, advice=True)[1] if problem.path == FILE] == [
        "mkdocs.yml:4:9: Menuen nævner «content/kontakt.md», som ikke findes. Ret navnet, eller slet linjen."
    ]
