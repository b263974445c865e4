"""The file of an event that was written in a form: the loader reads back what was written."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.content.load import load
from generator.editing.form.fields import form_fields
from generator.editing.form.write import file_name, proposed_event, scalar
from generator.reading.sources import read_markdown
from generator.text.letters import slug
from generator.text.sanitise import line, lines
from tests.trees import AREA, modest, programme

FULL = {
    "omraade": "nordby",
    "titel": "Foredrag: Havet & os",
    "resume": "Kom  og\nlyt.",
    "kategori": "musik",
    "maalgruppe": ["alle", "børn"],
    "start_dag": "2026-09-01",
    "start_kl": "19:00",
    "slut_kl": "kl. 21.30",
    "gentag": "hver uge",
    "gentag_til": "2026-12-15",
    "undtagen": "2026-10-13\n2026-10-20",
    "sted_navn": "Skolens aula #2",
    "sted_adresse": "Skolevej 1",
    "sted_postnummer": "7700",
    "sted_by": "Nordby",
    "online": "https://example.org/live?a=1&b=2",
    "pris": "50-75 kr.",
    "tilmelding": "kontakt@example.org",
    "tilmelding_frist": "2026-08-20",
    "trinfri": "ja",
    "sprog": "dansk og ukrainsk",
    "arrangoer": '- Venner af "Havet"',
    "tekst": "\r\n\r\nVelkommen.\r\n\r\n---\r\n- Kaffe\r\n\r\n",
}
FULL_FILE = """\
---
titel: "Foredrag: Havet & os"
resumé: Kom og lyt.
kategori: musik
målgruppe:
  - alle
  - børn
start: 2026-09-01 kl. 19.00
slut: 21.30
gentag: hver uge
gentag til: 2026-12-15
undtagen:
  - 2026-10-13
  - 2026-10-20
sted:
  navn: "Skolens aula #2"
  adresse: Skolevej 1
  postnummer: 7700
  by: Nordby
online: https://example.org/live?a=1&b=2
pris: 50-75 kr.
tilmelding:
  mail: kontakt@example.org
  frist: 2026-08-20
adgang:
  trinfri: ja
sprog: dansk og ukrainsk
arrangør: "- Venner af \\"Havet\\""
---
Velkommen.

---
- Kaffe
"""
HOSTILE = (
    *(
        "---",
        "...",
        "a: b",
        "a:",
        "#a",
        "a #b",
        "- a",
        "? a",
        "!!python/object x",
        "&a",
        "*a",
        "{{ x }}",
        "{% x %}",
        "[a]",
        "{a: b}",
    ),
    *("'", '"', "\\", "\\n", '" }', "%YAML", "@x", "`x`", "|", ">", "null", "~", "no", "0x1", "1e3", "2026-05-01", "<!-- x -->"),
    *(
        "a\u202eb",
        "a\u200bb",
        "\ufeffa",
        "a\x00b",
        "a\u2028b",
        "“x” og „y”",
        "»Sang«",
        "ﬁ",
        "e\u0301",
        "\u0338",
        "\ud800",
        "👩‍👩‍👧",
        "a\tb",
        "a\x85b",
        "a\u2029b\vc\fd",
        "２５．４５ ＋٤٥ ५०\U0001d7dc ６：３０",
        "\uf0b7 Sko \uf04a \x92 \x1e\x1f\x07",
        "so\xadlen\u2060s\u200e \ufffc\ufff9",
        "Ｆｅｓｔ！",
    ),
)
texts = st.text(max_size=60) | st.sampled_from(HOSTILE) | st.builds("".join, st.lists(st.sampled_from(HOSTILE), max_size=4))


def read(text: str) -> tuple[Any, str]:
    """What the loader's reader makes of a file: its fields and its body."""
    with TemporaryDirectory() as folder:
        Path(folder, "x.md").write_bytes(text.encode())
        source = read_markdown(Path(folder).resolve(), "x.md")
    assert source.problems == ()
    return source.data, source.body


def test_a_full_form_becomes_a_canonical_file_that_loads(tmp_path: Path) -> None:
    file = proposed_event(FULL)
    assert (file.path, file.text) == ("areas/nordby/events/foredrag-havet-os.md", FULL_FILE)
    site, problems = load(programme(tmp_path, {"areas/nordby/area.yml": AREA, file.path: file.text.encode()}))
    assert problems == []
    assert site
    [event] = site.areas[0].events
    assert (event.title, event.text) == ("Foredrag: Havet & os", "Velkommen.\n\n---\n- Kaffe\n")


def test_the_least_that_a_form_can_hold() -> None:
    file = proposed_event({"omraade": "nordby", "titel": "Fest", "start_dag": "1. maj 2026"})
    assert file.text == "---\ntitel: Fest\nstart: 1. maj 2026\n---\n"


@pytest.mark.parametrize(
    ("way", "written"),
    [
        ("ingen", "tilmelding: ingen\n"),
        ("Https://example.org/x", "tilmelding:\n  link: Https://example.org/x\n  frist: 2026-04-01\n"),
        ("12 34 56 78", "tilmelding:\n  telefon: 12 34 56 78\n  frist: 2026-04-01\n"),
        ("", "tilmelding:\n  frist: 2026-04-01\n"),
    ],
)
def test_a_deadline_stands_with_the_way_to_sign_up(way: str, written: str) -> None:
    values = {"omraade": "nordby", "titel": "Fest", "start_dag": "2026-05-01", "tilmelding": way, "tilmelding_frist": "2026-04-01"}
    assert written in proposed_event(values).text


def test_a_place_of_the_areas_own_stands_alone() -> None:
    values = {"omraade": "nordby", "titel": "Fest", "sted": "havnen", "sted_navn": "Et andet"}
    assert "sted: havnen\n---" in proposed_event(values).text


@pytest.mark.parametrize("area", ["", "../nordby", "nordby/events", "Nordby", "nord by", "nordby\n", ".", "-nordby"])
def test_an_area_that_is_no_slug_is_refused(area: str) -> None:
    with pytest.raises(ValueError, match="slug"):
        proposed_event({"omraade": area.replace("\n", "/"), "titel": "Fest"})


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Fællesspisning på Øen", "faellesspisning-paa-oeen"),
        ("../../../etc/passwd", "etc-passwd"),
        ("日本", "arrangement"),
        ("", "arrangement"),
        ("CON", "arrangement-con"),
        ("com1", "arrangement-com1"),
        ("ord " * 40, "-".join(["ord"] * 15)),
        ("x" * 100, "x" * 60),
        ("FLYTTET: Foredrag om havet", "foredrag-om-havet"),
        ("Aflyst! Sang", "sang"),
        ("[Udsolgt] Sang", "sang"),
        ("Udsat - ny dato: Sang", "ny-dato-sang"),
        ("Udsatte unge fortæller", "udsatte-unge-fortaeller"),
        ("Flyttet til byen", "flyttet-til-byen"),
        ("AFLYST:", "aflyst"),
    ],
)
def test_file_names_are_short_and_plain(title: str, name: str) -> None:
    assert file_name(title) == name


@given(texts)
@modest
def test_file_names_are_slugs(title: str) -> None:
    name = file_name(title)
    assert name == slug(name)
    assert 0 < len(name) <= 72


@given(texts)
@example("x: y")
@modest
def test_a_line_is_read_back_as_it_was(text: str) -> None:
    text = line(text)
    if not text:
        return
    assert read(f"---\na: {scalar(text)}\nb:\n  - {scalar(text)}\n---\n")[0] == {"a": text, "b": [text]}
    assert yaml.load(f"a: {scalar(text)}", yaml.BaseLoader) == {"a": text}  # noqa: S506  texts only


@given(st.dictionaries(st.sampled_from([field.name for field in form_fields()]), texts | st.lists(texts, max_size=3)), texts)
@modest
def test_whatever_is_written_in_a_form_is_read_back(values: dict[str, Any], text: str) -> None:
    file = proposed_event({**values, "omraade": "nordby", "titel": values.get("titel") or "Fest", "tekst": text})
    data, body = read(file.text)
    assert body == (lines(text) + "\n" if lines(text) else "")
    assert file.path.startswith("areas/nordby/events/")
    assert set(data) <= {field.key.partition(".")[0] for field in form_fields()}
    for field in form_fields():
        if (
            field.kind in ("text", "link", "choice")
            and "." not in field.key
            and field.key not in ("", "titel", "sted", "tilmelding")
        ):
            written = values.get(field.name, "")
            texts = [text for text in map(line, [written] if isinstance(written, str) else written) if text]
            assert data.get(field.key, []) == (texts[0] if len(texts) == 1 else texts)
