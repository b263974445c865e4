"""What does not come through in the texts of areas: found, reported in Danish, and where it stands."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.load import load
from generator.markdown.convert import converted
from generator.markdown.lint import FindingKind, _Found, findings
from tests.trees import AREA, event, modest, programme

FEST = "areas/nordby/events/fest.md"
IDEA = "---\ntitel: Idé\nkerneelement: udvikling\n---\n"


def reported(root: Path, text: str) -> list[str]:
    """What is said of the text of an event; its first line is line 5 of the file."""
    tree = {
        "areas/nordby/area.yml": AREA,
        FEST: event(text=text),
        "areas/kladden/area.yml": AREA.replace("Nordby", "Kladden").replace("offentlig", "kladde"),
        "content/om.md": "Om\n",
        "content/det-sker.md": "Det sker\n",
        "content/events/kick-off.md": event(),
    }
    _, problems = load(programme(root, tree), advice=True)
    assert {problem.path for problem in problems} <= {FEST}
    return [str(problem).removeprefix(FEST + ":") for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "Ren tekst med *kursiv*, **fed** og 2 < 3 > 1.",
        "[Ude](https://example.org/a_b?c=d&e=f), <https://example.org>, [mail](mailto:a@example.org), [ring](tel:+4512345678)",
        "[Os](/omraader/nordby/), [festen](/det-sker/nordby/fest/)",
        "[om](/om/#kriterier), [det](/det-sker/?kategori=musik), [top](/)",
        "[Maj](/det-sker/2026-05/), [2026](/det-sker/arkiv/2026/), ",
        "[kalender](/omraader/nordby/kalender.ics), [plakat](/omraader/nordby/plakat/)",
        "[Kick-off](/det-sker/programmet/kick-off/) [musik](/det-sker/kategori/musik.ics)",
        "`[nej](/nej/)` og ``<b>`` og `![a](b.png)`",
        "Kode:\n\n```\n[nej](/nej/) <b>\n```\n",
        "```\n[nej](/nej/)\n```",
        "# Stor\n\n#### Lille\n\n<em>kursiv</em> <!-- husk -->",
        "Kom <b>nu</b>, <i>straks</i>, <u>alle</u>, <strike>ikke</strike>.<br>Hej<br/>",
        "Du <font color=red>rød</font> <big>stor</big>",
        "<p style='color:red'>x</p><div class=WordSection1><span lang=DA style='mso-x:y'>Hej<o:p></o:p></span></div>&nbsp;",
        "<a href='https://example.org' target=_blank rel=noopener data-x=y>x</a> <a name=OLE_LINK1></a>",
        "<ul type=disc><li class=x>a</li></ul>\n\n"
        "<table border=1 cellpadding=0 width=100%><tr><td valign=top colspan=2>b</td></tr></table>",
        "<![if !supportLists]>a<![endif]> <!--[if gte mso 9]><xml></xml><![endif]--> <html><body>b</body></html>",
        "<h2></h2><h3>&nbsp;</h3><p>&nbsp;</p> &#0; &#xfffd;",
        "mad&#8203;pakke a&zwj;b &shy;c <p ><![:",
        "[Note]: ikke et link, men en tekst med kolon",
        "\\[ikke\\](/et/link/) og [ikke] (heller)",
        "A&amp;B &copy; 5&nbsp;kr. `&#8203;` &#128104;&zwj;&#128105;",
        "[a](https://æble.dk:80/a b) [b](mailto:a.b@mail.dr.dk?subject=Hej) [c](tel:45 12 34 56) [d](HTTPS://DR.DK)",
        "| [a](https://example.org) | b |\n|---|--:|\n| c | d |",
    ],
)
def test_what_comes_through_is_let_be(tmp_path: Path, text: str) -> None:
    assert reported(tmp_path, text) == []


DEAD = "fører ikke nogen steder hen."
NOWHERE = f"{DEAD} Skriv sidens adresse fra den første skråstreg, for eksempel /det-sker/."
NO_ADDRESS = "Linket mangler en adresse. Skriv [vores side](https://www.example.org)."
WHOLE = {
    "https://www.example.org": (
        "https:// www.dr.dk",
        "https://",
        "https:/www.dr.dk",
        "http://dr",
        "https:www.dr.dk",
        "https://dr.",
    ),
    "mailto:kontakt@example.org": ("mailto:jens", "mailto:", "mailto:jens@", "mailto:jens@dr"),
    "tel:+4512345678": ("tel:", "tel:nej"),
}
GONE = "bliver fjernet. Skriv et, der begynder med https://, mailto:, tel: eller /."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Se [x](/det-skr/).", [f"5:8: Linket «/det-skr/» {DEAD} Mente du «/det-sker/»?"]),
        ("\n\n[x](/det-sker/nordby/fst/)", [f"7:5: Linket «/det-sker/nordby/fst/» {DEAD} Mente du «/det-sker/nordby/fest/»?"]),
        ("[x](/helt/andet)", [f"5:5: Linket «/helt/andet» {NOWHERE}"]),
        ("[x](/omraader/kladden/)", [f"5:5: Linket «/omraader/kladden/» {DEAD} Mente du «/omraader/»?"]),
        ("[x](/om)", ["5:5: Linket «/om» skrives anderledes. Skriv /om/."]),
        ("[x](fest.md)", ["5:5: Linket «fest.md» skrives anderledes. Skriv /det-sker/nordby/fest/."]),
        (
            "[x](../../nordby/events/fest.md)",
            ["5:5: Linket «../../nordby/events/fest.md» skrives anderledes. Skriv /det-sker/nordby/fest/."],
        ),
        ("[x](../nordby/)", ["5:5: Linket «../nordby/» skrives anderledes. Skriv /omraader/nordby/."]),
        ("[x](www.example.org)", ["5:5: Linket «www.example.org» mangler https://. Skriv https://www.example.org."]),
        ("[x](example.dk/side)", ["5:5: Linket «example.dk/side» mangler https://. Skriv https://example.dk/side."]),
        ("[x](//example.org/)", ["5:5: Linket «//example.org/» mangler https://. Skriv https://example.org/."]),
        ("[x](a@example.org)", ["5:5: Linket «a@example.org» mangler mailto:. Skriv mailto:a@example.org."]),
        ("[x](http://a@b.dk)", ["5:5: Linket «http://a@b.dk» bliver fjernet. Skriv adressen uden det, der står før @."]),
        ("[x](javascript:alert(1))", [f"5:5: Linket «javascript:alert(1)» {GONE}"]),
        ("<a href='ftp://example.org'>x</a>", [f"5:10: Linket «ftp://example.org» {GONE}"]),
        ("Se [x][1].\n\n[1]: /nej/", [f"7:6: Linket «/nej/» {NOWHERE}"]),
        ("`/nej/` [x](/nej/)", [f"5:13: Linket «/nej/» {NOWHERE}"]),
        ('\nFørste [et link]("www.dr.dk") i.', [f"6:18: {NO_ADDRESS}"]),
        ("`[x]()` [x](<>) <a href>y</a>", [f"5:15: {NO_ADDRESS}", f"5:17: {NO_ADDRESS}"]),
        ("Se [x](\\\\evil.com)", [f"5:9: Linket «\\evil.com» {NOWHERE}"]),
        (
            "Kom &#x202e;gnus\n\nmad&#8203;pakke &#xE0041;",
            [
                "5:5: «&#x202e;» er et tegn, der kan narre (U+202E). Slet det.",
                "7:17: «&#xE0041;» er et tegn, der kan narre (U+E0041). Slet det.",
            ],
        ),
        *[
            (
                f"Se [x]({address})",
                [f"5:8: Adressen «{address}» er ikke hel. Skriv den hel og uden mellemrum, for eksempel {whole}."],
            )
            for whole, addresses in WHOLE.items()
            for address in addresses
        ],
        ("Se (x)[https://dr.dk]", ["5:4: Parenteserne i linket er byttet om. Skriv [x](https://dr.dk)."]),
        *[
            (f"Se [x] ({address})", ["5:8: Der er mellemrum mellem ] og ( i linket. Slet det."])
            for address in ("https://dr.dk", "mailto:a@example.org", "tel:12", "www.dr.dk")
        ],
        ("[](https://example.org)", ["5:1: Linket har ingen tekst. Skriv i de kantede parenteser, hvad man finder."]),
        ("Hej\n\n##\n\nHej", ["7:1: Overskriften er tom. Skriv den efter #, eller slet linjen."]),
        ("Kom <button>nu</button>", ["5:5: «<button>» bliver fjernet, når siden laves. Slet det, og lad teksten stå."]),
        ("Skriv til <navn>", ["5:11: «<navn>» bliver fjernet, når siden laves. Slet det, og lad teksten stå."]),
        ("<div onclick=x>x</div>", ["5:6: «onclick» i «<div>» bliver fjernet, når siden laves. Slet det."]),
        ("<u onclick=x>x</u>", ["5:4: «onclick» i «<u>» bliver fjernet, når siden laves. Slet det."]),
        ("Hej\n\n<iframe src=x></iframe>", ["7:1: «<iframe>» bliver fjernet, når siden laves. Skriv et link til siden i stedet."]),
        ("<p style='color:red' onclick=x>x</p>", ["5:22: «onclick» i «<p>» bliver fjernet, når siden laves. Slet det."]),
        ("<em onclick=x>x</em>", ["5:5: «onclick» i «<em>» bliver fjernet, når siden laves. Slet det."]),
        (
            "Se ![Havnen](images/havn.jpg)",
            [
                "5:4: Billedet «images/havn.jpg» vises ikke i teksten. "
                "Skriv det under billede øverst i filen med fil, beskrivelse og foto."
            ],
        ),
        (
            "![](havn.jpg)",
            [
                "5:1: Billedet «havn.jpg» vises ikke i teksten. "
                "Skriv det under billede øverst i filen med fil, foto og en beskrivelse af, hvad man ser."
            ],
        ),
        (
            "<nav2>a</nav2>\n\n<nav2>c</nav2>",
            [f"{line}:1: «<nav2>» bliver fjernet, når siden laves. Slet det, og lad teksten stå." for line in (5, 7)],
        ),
    ],
)
def test_what_does_not_come_through_is_reported_where_it_stands(tmp_path: Path, text: str, said: list[str]) -> None:
    assert reported(tmp_path, text) == said


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ("vision: Se [x](/nej/)\n", [("vision", 5, 16)]),
        ("vision: |\n  Se [y](/om/)\n\n  og [x](/nej/)\n  og [x](/nej/)\n", [("vision", 8, 10), ("vision", 9, 10)]),
        ("udfordring: >\n  Se\n  her [x](/nej/)\n", [("udfordring", 7, 11)]),
        ("idé: Se\n  her <form>x</form>\n", [("idé", 6, 7)]),
        ("idé: 'Det''s [x](/ne''j/)'\n", [("idé", 5, 6)]),
        ("Vision: 'Se [x] (https://example.org)'\nidé: '##'\n", [("vision", 5, 17), ("idé", 6, 7)]),
    ],
)
def test_an_areas_fields_are_read_too(tmp_path: Path, lines: str, places: list[tuple[str, int, int]]) -> None:
    tree = {"areas/nordby/area.yml": AREA + lines, "content/om.md": "Om\n"}
    _, problems = load(programme(tmp_path, tree), advice=True)
    assert [(problem.path, problem.field, problem.line, problem.column) for problem in problems] == [
        ("areas/nordby/area.yml", *place) for place in places
    ]


def test_stories_and_ideas_are_read_too(tmp_path: Path) -> None:
    tree = {
        "areas/nordby/area.yml": AREA,
        "areas/nordby/index.md": "Om os\n\n[x](/nej/)\n",
        "content/ideas/a.md": IDEA + "\nHej <form>du</form>\n![a](b.png)\n",
    }
    _, problems = load(programme(tmp_path, tree), advice=True)
    assert [(problem.path, problem.line, problem.column, problem.rule.code) for problem in problems] == [
        ("areas/nordby/index.md", 3, 5, "doedt-link"),
        ("content/ideas/a.md", 6, 5, "html"),
        ("content/ideas/a.md", 7, 1, "billede-i-teksten"),
    ]


def test_a_build_is_not_stopped_by_what_it_mends(tmp_path: Path) -> None:
    assert load(programme(tmp_path, {"areas/nordby/area.yml": AREA, "areas/nordby/index.md": "<form>[x](/nej/)</form>"}))[1] == []


def test_a_text_full_of_faults_is_reported_of_the_first(tmp_path: Path) -> None:
    assert len(reported(tmp_path, "<form>x</form> " * 200)) == 20


@pytest.mark.parametrize(
    "text",
    [
        "[" + "a" * 19_000,
        "# " + " " * 19_000 + "x",
        "[](" + " " * 19_000 + "x",
        "[x]" + " " * 19_000,
        "[a](https://" + "a." * 9_000,
        "[a](mailto:" + "a" * 19_000,
        "[\n" * 9_000,
    ],
)
def test_a_long_text_is_looked_through_in_a_moment(text: str) -> None:
    started = process_time()
    assert list(findings(text)) == []
    assert process_time() - started < 0.7


PIECES = st.sampled_from(
    [
        *(
            "[a](/nej/)",
            "[](https://e.org)",
            "[x]()",
            "[x](https://)",
            "[x] (https://e.org)",
            "&#8203;",
            "[y](\\\\z)",
            "![b](c.png)",
            "![](d)",
            "[a]",
            "[a]: /x/\n",
            "(",
            ")",
            "|",
        ),
        *("<b>x</b>", "<a href='/y/'>z</a>", "<img src=e>", "<p onclick=f>", "<!-- c -->", "<", "`<b>`"),
        *("`", "**", "\\", "\n", "\n\n", "    ", "- ", "> ", "## ", " ", "tekst"),
    ]
)


@modest
@given(st.lists(PIECES, max_size=12).map("".join))
def test_all_that_the_converter_makes_is_found_at_a_place_of_its_own(text: str) -> None:
    """Nothing is missed because the quick look saw nothing, and each place is in the text."""
    truth = _Found()
    truth.feed(converted(text))
    truth.close()
    plain = {(FindingKind.LINK, "https://e.org", "")}
    found = list(findings(text))
    assert {(each.kind, each.value, each.about) for each in found} >= set(truth.findings) - plain
    for each in found:
        assert 0 <= each.offset <= len(text)
        if each.kind in (FindingKind.TAG, FindingKind.ATTRIBUTE, FindingKind.LINK):
            assert each.value in text[each.offset : each.offset + len(each.value) + 1]
