"""English and a language that nobody speaks: dates, amounts and words from a table, and what a table cannot say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.content.isolation import isolate
from generator.content.load import load
from generator.danish.dates import parse_moment
from generator.danish.wording import same_evening
from generator.model.language import WORDS, Language
from generator.model.price import parse_price
from generator.pages.event_card import STATUSES
from tests.languages import language
from tests.sites import PROJECT
from tests.trees import programme

OWN = {"content/index.md": "Forside\n", "content/det-sker.md": "Det sker\n"}


@pytest.fixture(scope="module")
def english() -> Language:
    site, problems = load(PROJECT)
    assert site
    assert problems == []
    return next(each for each in site.languages if each.code == "en")


@pytest.mark.parametrize(
    ("start", "end", "long", "short", "large"),
    [
        ("2026-11-14 kl. 19.00", "2026-11-14 kl. 21.30", "Saturday 14 November 2026, 19:00–21:30", "Sat 14 Nov, 19:00", "14 Nov"),
        ("2026-11-14 kl. 9.05", None, "Saturday 14 November 2026, 9:05", "Sat 14 Nov, 9:05", "14 Nov"),
        ("2026-11-14", None, "Saturday 14 November 2026", "Sat 14 Nov", "14 Nov"),
        ("2026-11-13", "2026-11-15", "13–15 November 2026", "13–15 Nov", "13–15 Nov"),
        ("2026-11-28", "2026-12-06", "28 November – 6 December 2026", "28 Nov – 6 Dec", "28 Nov – 6\u00a0Dec"),
        ("2026-12-30", "2027-01-02", "30 December 2026 – 2 January 2027", "30 Dec – 2 Jan", "30 Dec – 2\u00a0Jan"),
        (
            "2026-09-11 kl. 18.00",
            "2026-09-13 kl. 12.00",
            "Friday 11 September 2026, 18:00 to Sunday 13 September 2026, 12:00",
            "11–13 Sept",
            "11–13 Sept",
        ),
        ("2026-12-31 kl. 21.00", "2027-01-01 kl. 2.00", "Thursday 31 December 2026, 21:00–2:00", "Thu 31 Dec, 21:00", "31 Dec"),
    ],
)
def test_dates_in_english(english: Language, start: str, end: str | None, long: str, short: str, large: str) -> None:
    dates, first, last = english.dates, parse_moment(start), parse_moment(end) if end else None
    assert dates.when(first, last) == long
    assert dates.short_when(first, last) == short
    last_day = first.day if last is None or same_evening(first, last) else last.day
    assert f"{dates.large_days(first.day, last_day)} {dates.large_months(first.day, last_day)}" == large


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("gratis", "Free"),
        ("75", "75 kr."),
        ("50-75 kr.", "50–75 kr."),
        ("1.200 kr.", "1,200 kr."),
        ("1.200,50", "1,200.50 kr."),
        ("49,50-1.000", "49.50–1,000 kr."),
        ("fra 100 kr.", "from 100 kr."),
        ("Fra 1.200", "from 1,200 kr."),
        ("Gratis for børn", None),
        ("fra 50 kr. for voksne", None),
        ("50 kr. for voksne", None),
        ("ved døren", None),
    ],
)
def test_amounts_are_translated_and_other_words_are_not(english: Language, written: str, said: str | None) -> None:
    assert english.price(parse_price(written)) == said


def test_one_may_search_by_the_words_of_its_table(english: Language) -> None:
    sought = list(english.sought())
    named = {("saturday", "lørdag"), ("october", "oktober"), ("free", "gratis"), ("children", "børn"), ("this evening", "i aften")}
    assert named <= {*sought}
    assert all(said == said.strip().lower() and said for said, _ in sought)


def test_every_word_that_a_page_says_is_one_that_a_language_must_have() -> None:
    sources = [*PROJECT.glob("theme/**/*.html"), *PROJECT.glob("generator/pages/*.py")]
    text = "\n".join(file.read_text("utf-8") for file in sources)
    said = set(re.findall(r"""\bsay\(\s*["']([^"']+)["']\s*\)""", text))
    assert said
    assert not said - WORDS
    assert {words for _, words in STATUSES.values()} <= WORDS


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        (b"hel dato: ", b"hel dato: x", "skal have {ugedag}, {dag}, {m\u00e5ned} eller {\u00e5r} og intet andet i tuborgklammer."),
        (
            b"  ugedage:\n  - ",
            b"  ugedage:\n  - x\n  - ",
            "Her skal st\u00e5 7 navne, fra mandag til s\u00f8ndag. Her st\u00e5r 8.",
        ),
        (b"navn: Made up\n", b"", "mangler"),
        (b"retning: rtl", b"retning: ned", "\u00abned\u00bb kendes ikke."),
        (b"tal: 1 234,50", b"tal: tolv", "\u00abtolv\u00bb skal v\u00e6re 1234,50, som det skrives p\u00e5 sproget."),
    ],
)
def test_what_a_table_cannot_say_stops_the_build_and_leaves_the_language_out(
    tmp_path: Path, right: bytes, wrong: bytes, message: str
) -> None:
    tree = OWN | language("qaa")
    table = tree["content/qaa/words.yml"]
    assert isinstance(table, bytes)
    assert right in table
    broken = (
        re.sub(rb"hel dato: .*", b"hel dato: '{ugedag.__class__}'", table) if b"hel dato" in right else table.replace(right, wrong)
    )
    root = programme(tmp_path, {**tree, "content/qaa/words.yml": broken})
    _, problems = load(root)
    assert [problem.path for problem in problems] == ["content/qaa/words.yml"]
    assert message in problems[0].message
    site, _ = isolate(root)
    assert site.languages == ()


def test_a_folder_that_is_no_language_is_not_one(tmp_path: Path) -> None:
    site, problems = load(programme(tmp_path, {"content/ideas/.keep": "", "content/billeder/a.md": "Tekst\n"}))
    assert site
    assert (site.languages, problems) == ((), [])
