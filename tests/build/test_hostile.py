"""What strangers could put into areas/ to break, slow or take over the site: refused in Danish, or shown and harmless."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path
from struct import pack
from xml.etree import ElementTree

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Browser, Dialog

from generator.content.load import load
from generator.markdown.convert import cleaned
from generator.media import pictures
from generator.model.area import AreaFacts
from generator.model.event import EventFacts
from tests import sites, trees
from tests.pictures import picture
from tests.processes import limited

AREA, EVENT = "areas/nordby/area.yml", "areas/nordby/events/fest.md"
WITH_AREA = {AREA: trees.AREA}
MEGABYTES, SECONDS = 1024, 60
"""What a build of the hostile area may take of memory (address space) and of the processor."""


def reported(root: Path) -> list[str]:
    _, problems = load(root)
    return [str(problem) for problem in problems]


NAMES = [
    *("con", "aux", "nul", "com1", "lpt9", "arkiv", "kategori", "programmet"),
    *("Nordby", "а" + "real", "a" * 61, "a.b", "-a", "a-", "a b", "æ"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_whose_name_is_no_address_on_every_machine_is_reported_a_better_one(tmp_path: Path, name: str) -> None:
    root = trees.programme(tmp_path, {f"areas/{name}/area.yml": trees.AREA})
    problem = reported(root)[0]
    better = re.search("Kald den for eksempel «(.+)»", problem)
    assert better, problem
    (root / "areas" / name).rename(root / "areas" / better[1])
    assert reported(root) == []


@pytest.mark.parametrize("name", ["con", "nul", "FEST", "fest ", "å", "a" * 61, "fest.", "‮tsef"])
def test_an_events_file_too(tmp_path: Path, name: str) -> None:
    root = trees.programme(tmp_path, {**WITH_AREA, f"areas/nordby/events/{name}.md": trees.event()})
    assert "Kald den for eksempel «" in reported(root)[0]


def test_names_that_differ_in_case_or_in_how_letters_are_composed_cannot_meet(tmp_path: Path) -> None:
    events = {f"areas/nordby/events/{name}.md": trees.event() for name in ("fest", "Fest", "FEST", "caf\u00e9", "cafe\u0301")}
    site, problems = load(trees.programme(tmp_path, {**WITH_AREA, **events}))
    assert site
    assert [event.name for event in site.all_events()] == ["fest"]
    assert len(problems) == 4


@pytest.mark.parametrize("letter", "\u202a\u202e\u2066\u2069\ue000\U000e0041\U0010fffd", ids=lambda letter: f"U+{ord(letter):04X}")
@pytest.mark.parametrize("path", [AREA, EVENT, "areas/nordby/index.md"])
def test_letters_that_can_deceive_are_refused(tmp_path: Path, letter: str, path: str) -> None:
    problems = reported(trees.programme(tmp_path, _with_letter(path, letter)))
    assert f"(U+{ord(letter):04X})" in problems[0]


@pytest.mark.parametrize("letter", "\u200b\u200d\u2060\ufeff\u061c\u180e\u3164\x7f\xad", ids=lambda letter: f"U+{ord(letter):04X}")
@pytest.mark.parametrize("path", [AREA, EVENT, "areas/nordby/index.md"])
def test_letters_without_meaning_are_dropped(tmp_path: Path, letter: str, path: str) -> None:
    with_letter, _ = load(trees.programme(tmp_path / "a", _with_letter(path, letter)))
    without, _ = load(trees.programme(tmp_path / "b", _with_letter(path, "")))
    assert with_letter == without
    assert with_letter and with_letter.areas


def _with_letter(path: str, letter: str) -> dict[str, str]:
    tree = {AREA: trees.AREA, EVENT: trees.event(), "areas/nordby/index.md": "Nordby og Fest\n"}
    tree[path] = tree[path].replace("Nordby", f"Nord{letter}by").replace("Fest", f"Fe{letter}st")
    return tree


def test_emoji_of_several_letters_are_welcome(tmp_path: Path) -> None:
    root = trees.programme(tmp_path, {**WITH_AREA, EVENT: trees.event(text="Vi synger 👩‍👩‍👧‍👦 og 🏳️‍🌈 ☀️\n")})
    assert reported(root) == []


FIELDS = [(AREA, key) for key in AreaFacts.field_keys()] + [(EVENT, key) for key in EventFacts.field_keys()]
MUCH = {
    "letters": "x" * 30_000,
    "words": "hver " * 6_000,
    "depth": "[x, " * 11 + "]" * 11,
    "dates": "2026-05-01 " * 3_000,
    "texts": "[" + "x, " * 600 + "]",
    "mappings": "[" + "{navn: x}, " * 300 + "]",
}


@pytest.mark.parametrize("value", MUCH.values(), ids=MUCH.keys())
def test_too_much_in_any_field_is_reported_in_few_and_short_messages(tmp_path: Path, value: str) -> None:
    for path, key in FIELDS:
        line = f"{key}: {value}"
        files = {AREA: trees.AREA + line + "\n"} if path == AREA else {**WITH_AREA, EVENT: trees.event(line)}
        problems = reported(trees.programme(tmp_path, files))
        assert problems, key
        assert len(problems) <= 210, key
        assert max(map(len, problems)) < 1_200, key


SLOW = ["[", "![](", "[a](", "[a][", "[[]", "<a ", "<a href='", "<![CDATA[", "# a\n", "*a_", "> ", "- ", "|a", "`a", "&#"]


@pytest.mark.parametrize("mark", SLOW)
def test_a_text_that_would_take_minutes_is_refused_and_shown_as_it_is(tmp_path: Path, mark: str) -> None:
    text = (mark * 30_000)[:100_000]
    problems = reported(trees.programme(tmp_path, {**WITH_AREA, "areas/nordby/index.md": text, EVENT: trees.event(text=text)}))
    assert len(problems) >= 2
    assert "Teksten er for lang" in problems[0]
    html = cleaned(text, "")
    assert html is not None
    assert "<a" not in html


@pytest.mark.parametrize(("mark", "most"), [("[", 500), ("]", 500), ("<", 1_000), (">", 1_000), ("`", 500), ("\\", 500)])
def test_a_mark_that_makes_reading_slow_is_bounded(tmp_path: Path, mark: str, most: int) -> None:
    files = {**WITH_AREA, "areas/nordby/index.md": "Hej\n" + mark * (most + 1)}
    assert reported(trees.programme(tmp_path, files)) == [
        f"areas/nordby/index.md:1:1: Tegnet {mark} står for mange gange i teksten: højst {most}. Slet nogle af dem."
    ]


def png_header(width: int, height: int) -> bytes:
    """A PNG that says it is large, and holds nothing."""
    chunk = b"IHDR" + pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + chunk + pack(">I", zlib.crc32(chunk))


def animated(kind: str) -> bytes:
    first, second = Image.new("RGB", (40, 40), "red"), Image.new("RGB", (40, 40), "blue")
    out = io.BytesIO()
    first.save(out, kind, save_all=True, append_images=[second])
    return out.getvalue()


BAD_PICTURES = {
    "bomb.png": png_header(50_000, 50_000),
    "empty.png": png_header(0, 0),
    "cut.jpg": picture()[:300],
    "gif.png": animated("GIF"),
    "page.jpg": b"<!doctype html><script>alert(1)</script>",
    "drawing.png": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "disguised.png": picture(),
    "nothing.webp": b"",
    "zeros.jpg": bytes(10_000),
}


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_bad_pictures_are_refused_before_they_are_unpacked(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(BAD_PICTURES[name])
    fault, _ = pictures.fault_in(file) or (None, None)
    assert fault
    assert fault.endswith(".")


SCRIPT = "<script>alert(1)</script>"
TITLES = {
    "script": f"</script>{SCRIPT}",
    "attribute": '"><img src=x onerror=alert(1)>',
    "template": "{{ config }}{% raw %}${7*7}",
    "formula": '=HYPERLINK("https://evil.example";"Klik")',
    "lines": "Fest\\r\\nBEGIN:VALARM\\nEND:VEVENT\\nBEGIN:VEVENT",
    "entities": "&lt;script&gt;&#x202e;",
    "comment": "--><!-- ]]> <![CDATA[",
    "percent": "%0d%0aSet-Cookie:a=b",
    "marks": "\\\\,;:\\n",
}
STORY = f"""{SCRIPT}
<div style="position:fixed;inset:0;z-index:9999;background:red">Over det hele</div>
<style>*{{display:none}}</style><link rel=stylesheet href=https://evil.example/a.css>
<iframe src=https://evil.example></iframe><object data=https://evil.example></object><base href=https://evil.example>
<form action=https://evil.example><input name=a autofocus onfocus=alert(1)></form>
<meta http-equiv=refresh content="0;url=https://evil.example"><img src=https://evil.example/a.png onerror=alert(1)>
<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg><math><mtext><script>alert(1)</script>
[klik](javascript:alert(1)) [data](data:text/html,<script>alert(1)</script>) [sml](JaVaScRiPt&#58;alert(1)) <javascript:alert(1)>
[fil](file:///etc/passwd) [proto](//evil.example/) ![](https://evil.example/b.png) <a href="vbscript:x" onclick="alert(1)">v</a>
<p class="site-header" id="indhold" onmouseover=alert(1)>Id og klasse</p> {{{{ config.secret }}}} {{% include "/etc/passwd" %}}
"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose area does all it can within what is accepted, built within bounds of memory and processor."""
    project = sites.copied_project(tmp_path_factory.mktemp("hostile"), "content", "theme")
    shutil.rmtree(project / "content/ideas")
    quoted = {key: title.replace('"', '\\"') for key, title in TITLES.items()}
    facts = trees.AREA.replace("Nordby", f'"{quoted["attribute"]}"') + f'landsbyer: ["{quoted["formula"]}", "{quoted["script"]}"]\n'
    events = {
        f"areas/nordby/events/{key}.md": f'---\ntitel: "{title}"\nstart: 2026-05-01 kl. 10.00\nsted:\n  navn: "{title}"\n'
        f'arrangør: "{title}"\npris: "{title}"\nresumé: "{title}"\n---\n{STORY}'
        for key, title in quoted.items()
    }
    trees.write(project, {AREA: facts, "areas/nordby/index.md": STORY, **events})

    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(project / "site")]
    environment = {"KULTURPUNKT_TODAY": "2026-04-20", "NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin"}
    within = limited(MEGABYTES, SECONDS)
    done = subprocess.run(command, cwd=project, env=environment, preexec_fn=within, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_a_hostile_areas_pages_are_quiet_in_a_browser(chromium: Browser, hostile_site: Path) -> None:
    faults: list[str] = []
    page = chromium.new_page(viewport={"width": 360, "height": 740})

    def dismiss(dialog: Dialog) -> None:
        faults.append(f"dialog on {page.url}")
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("console", lambda message: faults.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    with sites.served(hostile_site) as address:
        page.on("request", lambda request: faults.append(request.url) if not request.url.startswith(address) else None)
        paths = [path for path in sites.pages_of(hostile_site) if "nordby" in path or path in ("", "det-sker/", "omraader/")]
        assert len(paths) >= len(TITLES) + 4
        for path in paths:
            page.goto(address + path)
            faults += [f"{path}: {fault}" for fault in page.evaluate(ON_TOP)]
    page.close()
    assert faults == []


ON_TOP = """() => {
  const faults = [];
  const header = document.querySelector("header");
  if (header) {
    const box = header.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (top !== header && !header.contains(top)) faults.push("something lies over the header");
  }
  for (const element of document.querySelectorAll("main *"))
    for (const {name} of element.attributes) if (/^on|^style$/.test(name)) faults.push(element.tagName + " has " + name);
  for (const link of document.querySelectorAll("a[href]"))
    if (!["http:", "https:", "mailto:", "tel:", "webcal:"].includes(link.protocol)) faults.push("link " + link.href);
  const foreign = "iframe, object, embed, base, form[action], style, link, meta";
  if (document.querySelector(`main :is(${foreign})`)) faults.push("foreign element");
  if (document.querySelectorAll("#indhold").length !== 1) faults.push("two elements of one id");
  return faults;
}"""


def test_calendars_of_a_hostile_area_hold_its_events_and_nothing_else(hostile_site: Path) -> None:
    for file in hostile_site.rglob("*.ics"):
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        kinds = {component.name for component in calendar.walk()}
        assert kinds <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}, file
    area = icalendar.Calendar.from_ical((hostile_site / "omraader/nordby/kalender.ics").read_bytes())
    assert len(area.walk("VEVENT")) == len(TITLES)


def test_tables_and_data_of_a_hostile_area_cannot_act(hostile_site: Path) -> None:
    with (hostile_site / "data/v1/arrangementer.csv").open(encoding="utf-8-sig", newline="") as opened:
        cells = [cell for row in csv.reader(opened, delimiter=";") for cell in row]
    assert len(cells) > 50
    assert [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)] == []
    json.loads((hostile_site / "data/v1/arrangementer.json").read_text("utf-8"))
    ElementTree.parse(hostile_site / "det-sker/nyt.xml")  # noqa: S314  our own file
    ElementTree.parse(hostile_site / "sitemap.xml")  # noqa: S314
    for page in hostile_site.rglob("*.html"):
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"), re.DOTALL):
            json.loads(block)


def test_nothing_of_the_machine_is_in_the_site(hostile_site: Path) -> None:
    text = "".join(file.read_text("utf-8") for file in hostile_site.rglob("*.html"))
    assert "root:x:0" not in text
    assert str(hostile_site.parent) not in text


USUAL = ["2026-05-01", "2026-05-01 kl. 10.00", "ja", "nej", "hver uge", "gratis", "aflyst", "alle", "musik"]
INNER = ["navn", "dato", "status", "fil", "start", "slut", "link"]
VALUES = st.recursive(
    st.one_of(st.sampled_from([*TITLES.values(), *USUAL]), st.text(max_size=30), st.integers(-(10**12), 10**12).map(str)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(INNER), inner, max_size=3)),
    max_leaves=6,
)


@trees.modest
@given(st.data())
def test_any_fields_with_any_values_give_an_area_or_problems(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    root = tmp_path_factory.mktemp("any")
    facts = data.draw(st.dictionaries(st.sampled_from(AreaFacts.field_keys()), VALUES, max_size=5))
    event = data.draw(st.dictionaries(st.sampled_from(EventFacts.field_keys()), VALUES, max_size=6))
    sound = {"navn": "Nordby", "status": "offentlig", "kommune": "Thisted", "resumé": "En by."}
    files = {
        AREA: json.dumps({**sound, **facts}, ensure_ascii=False),
        EVENT: "---\n" + json.dumps({"titel": "Fest", "start": "2026-05-01", **event}, ensure_ascii=False) + "\n---\n",
    }
    site, problems = load(trees.programme(root, files))
    assert site
    assert site.areas or problems
    assert all(problem.message.endswith((".", "?", "»")) for problem in problems), problems
