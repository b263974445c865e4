"""Mails of all kinds of programs, read into the content: the file that the form wrote, a letter line by line, pictures, attacks."""

from __future__ import annotations

import re
import subprocess
import textwrap
import time
from datetime import datetime
from email.message import EmailMessage
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.danish.dates import ZONE
from generator.editing.mail.block import blocks, checksum
from generator.editing.mail.message import MailError, read_mail
from generator.editing.mail.plain import letters_of, sender_in
from generator.editing.mail.proposal import MailProposal, propose_from
from tests import processes
from tests.pictures import picture
from tests.repositories import Repository
from tests.text.test_documents import word
from tests.trees import AREA, event, modest, programme, write

PATH = "areas/nordby/events/sang.md"
URL = "https://www.example.org/en/meget/lang/adresse/som/ikke/kan/deles/noget/sted/uden/at/gaa/i/stykker/paa/vejen.html"
TEXT = f"""\
---
titel: "Sang: på kajen #2"
start: 2027-05-01 kl. 19.00
pris: gratis
arrangør:
  - Koret på kajen, som øver hver tirsdag i den gamle skole, og som gerne vil have flere med, også dem der ikke kan synge
---
Vi mødes — alle er velkomne. | a | b |

Se {URL}

10| er ikke en linje, og «citater» og 'andre'.
"""
HUMAN = "Navn: Anna Jensen\nTelefon eller mail: 12 34 56 78\n\nTitel: Sang: på kajen #2\nDag: 2027-05-01\n\n"


def block(text: str = TEXT, path: str = PATH, was: str = "") -> str:
    """What the form's script writes; tests/browser/ holds the two against each other."""
    lines = [f"{number}| {line}".rstrip(" ") for number, line in enumerate(text.removesuffix("\n").split("\n"), 1)]
    corrects = [f"Retter: {checksum(was)}"] if was else []
    head = ["--- Filen herunder må ikke ændres ---", f"Fil: {path}", f"Kontrol: {checksum(text)}", *corrects]
    return "\n".join([*head, *lines, "--- Filen slutter her ---", ""])


def part(before: str, spans: str, after: str, *lines: str) -> str:
    """What the form's script writes of a correction: the lines that take the place of others."""
    rows = [f"{number}| {line}" for number, line in enumerate(lines, 1)]
    text = "".join(f"{line}\n" for line in lines)
    head = [
        f"Fil: {PATH}",
        f"Kontrol: {checksum(text)}",
        f"Retter: {checksum(before)}",
        f"Linjer: {spans}",
        f"Bliver: {checksum(after)}",
    ]
    return "\n".join(["--- Filen herunder må ikke ændres ---", *head, *rows, "--- Filen slutter her ---", ""])


def mailed(text: str, *, html: str = "", charset: str = "utf-8", encoding: str = "quoted-printable", flowed: bool = False) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Anna J. <anna@example.org>", "Nyt arrangement: Sang på kajen (Nordby)"
    if text:
        message.set_content(text, charset=charset, cte=encoding)
        if flowed:
            message.set_param("format", "flowed")
    if html and text:
        message.add_alternative(html, subtype="html", charset=charset)
    elif html:
        message.set_content(html, subtype="html", charset=charset, cte=encoding)
    return message.as_bytes()


def wrapped(text: str, width: int = 72, space: str = "") -> str:
    lines = (textwrap.wrap(line, width, break_on_hyphens=False, break_long_words=False) or [""] for line in text.split("\n"))
    return "\n".join(f"{space}\n".join(line) for line in lines)


def quoted(text: str) -> str:
    return "Den tors. 1. jan. skrev Anna:\n" + "".join(f"> {line}\n" for line in text.split("\n"))


def html(text: str) -> str:
    rows = "".join(f"<div>{re.sub(' (?= )', '&nbsp;', escape(line, quote=False)) or '<br>'}</div>\n" for line in text.split("\n"))
    return f"<html><head><style>p {{x: y}}</style></head><body>{rows}<script>x()</script></body></html>"


WAYS = {
    "as it was": lambda text: mailed(text),
    "base64": lambda text: mailed(text, encoding="base64"),
    "iso-8859-1": lambda text: mailed(text.replace("—", "-"), charset="iso-8859-1"),
    "line ends of Windows": lambda text: mailed(text.replace("\n", "\r\n"), encoding="8bit"),
    "wrapped": lambda text: mailed(wrapped(text)),
    "wrapped narrowly": lambda text: mailed(wrapped(text, 60)),
    "format=flowed": lambda text: mailed(wrapped(text, 70, " "), flowed=True),
    "quoted": lambda text: mailed(quoted(text)),
    "wrapped, then quoted twice": lambda text: mailed(quoted(quoted(wrapped(text)))),
    "quoted, then wrapped": lambda text: mailed(wrapped(quoted(text))),
    "plain and HTML": lambda text: mailed(wrapped(text), html=html(text)),
    "broken as plain text, whole as HTML": lambda text: mailed(text.replace("velkomne", "v\nelkomne|"), html=html(text)),
    "HTML alone": lambda text: mailed("", html=html(text)),
    "HTML in paragraphs": lambda text: mailed("", html=html(text).replace("<div>", "<p>").replace("</div>", "</p>\n\n")),
    "HTML with breaks": lambda text: mailed("", html=html(text).replace("<div>", "").replace("</div>", "<br>")),
    "HTML in a quotation": lambda text: mailed("", html=f"<blockquote><div>{html(text)}</div></blockquote>"),
    "preformatted HTML": lambda text: mailed("", html=f"<pre>{escape(text)}</pre>"),
    "a signature": lambda text: mailed(text + "\n-- \nAnna\nSendt fra min iPhone\n"),
    "autocorrected around the file": lambda text: mailed(
        text.replace("--- Filen", "— Filen\u00a0").replace("ændres ---", "ændres —")
    ),
    "links beside words": lambda text: mailed(
        text.replace(URL, f"{URL}<{URL}>").replace("sang.md", "sang.md<http://sang.md>"), encoding="8bit"
    ),
    "guarded links": lambda text: mailed(
        text.replace(URL, f"https://eur05.safelinks.protection.outlook.com/?url={quote(URL, safe='')}&data=05%7C02&reserved=0")
    ),
    "indented": lambda text: mailed(textwrap.indent(text, "    ")),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return programme(tmp_path / "work", {"areas/nordby/area.yml": AREA, "areas/nordby/events/fest.md": event()})


def proposed(root: Path, content: bytes | str, name: str = "mail.eml") -> MailProposal:
    return propose_from(root, read_mail(name, content.encode() if isinstance(content, str) else content))


def run(root: Path, content: bytes, *words: str) -> subprocess.CompletedProcess[str]:
    file = root.parent / "mail.eml"
    file.write_bytes(content)
    return processes.kulturpunkt(root, "mail", str(file), *words)


@pytest.mark.parametrize("way", WAYS)
def test_the_file_survives_each_mail_program(way: str) -> None:
    sent = TEXT.replace("—", "-") if way == "iso-8859-1" else TEXT
    [found] = {
        found for text in read_mail("mail.eml", WAYS[way](HUMAN + block(sent))).texts for found in blocks(text) if found.whole
    }
    assert (found.path, found.text, found.corrects) == (PATH, sent, "")


@modest
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")) | st.just("\n"), max_size=200), st.integers(30, 90)
)
def test_any_file_comes_back_wrapped_and_quoted(text: str, width: int) -> None:
    """Spaces beside a line's end and those that do not break are not promised to come back."""
    sent = "\n".join(" ".join(line.split()) for line in text.split("\n")) + "\n"
    [found] = blocks(quoted(wrapped(block(sent), width)))
    assert not found.whole or checksum(found.text) == checksum(sent)
    [found] = blocks(quoted(block(sent)))
    assert found.whole
    assert checksum(found.text) == checksum(sent)


@pytest.mark.parametrize(
    "change", [("velkomne", "velkommen"), ("4| pris: gratis\n", ""), ("9|", "|"), ("Kontrol: ", "Kontrol:"), ("'andre'", "’andre’")]
)
def test_a_file_that_was_changed_on_its_way_is_reported(root: Path, change: tuple[str, str]) -> None:
    proposal = proposed(root, mailed(HUMAN + block().replace(*change)))
    if change[0] == "Kontrol: ":
        assert proposal.sound
        return
    assert not proposal.files
    assert f"{PATH}: Filens tekst er ændret undervejs" in proposal.faults[0]
    assert "kopieres og sendes igen fra formularen" in proposal.faults[0]


def test_a_file_cut_off_is_reported(root: Path) -> None:
    assert "ændret undervejs" in proposed(root, mailed(block()[:400])).faults[0]


def test_a_new_event_is_shown_and_written(root: Path) -> None:
    before = sorted(root.rglob("*"))
    shown = run(root, mailed(HUMAN + block()))
    assert shown.returncode == 0, shown.stdout + shown.stderr
    assert "Fra: Anna Jensen\n" in shown.stdout
    assert f"En ny fil: {PATH}\n    ---\n    titel:" in shown.stdout
    assert "12 34 56 78" not in shown.stdout
    assert sorted(root.rglob("*")) == before
    assert run(root, mailed(HUMAN + block()), "--write").returncode == 0
    assert (root / PATH).read_text("utf-8") == TEXT
    assert proposed(root, mailed(HUMAN + block())).files[0].before == TEXT
    again = run(root, mailed(HUMAN + block()), "--write").stdout
    assert f"Det står der allerede: {PATH}\n" in again
    assert "Skrevet" not in again, "nothing is written that is there already"
    other = proposed(root, mailed(block(TEXT.replace("gratis", "50 kr."))))
    assert "Der er allerede en fil med det navn" in other.faults[0]


def test_a_correction_replaces_what_the_sender_saw(root: Path) -> None:
    was = event()
    path = "areas/nordby/events/fest.md"
    new = event("pris: 50 kr.")
    same_file = root.parent / "shared.md"
    same_file.hardlink_to(root / path)
    (root / path).write_bytes(was.replace("\n", "\r\n").encode())
    proposal = proposed(root, mailed(block(new, path, was)))
    assert proposal.sound, proposal.faults
    assert (root / path).read_bytes() == was.replace("\n", "\r\n").encode()
    done = run(root, mailed(block(new, path, was)), "--write")
    assert "    +pris: 50 kr.\n" in done.stdout
    assert (root / path).read_text("utf-8") == new
    assert same_file.read_bytes() == was.replace("\n", "\r\n").encode()


def test_what_changed_meanwhile_is_shown(root: Path) -> None:
    path = "areas/nordby/events/fest.md"
    was = (root / path).read_text("utf-8")
    Repository(root).commit({})
    (root / path).write_text(event("pris: 80 kr."), "utf-8")
    done = run(root, mailed(block(event("pris: 50 kr."), path, was)), "--write")
    assert done.returncode == 1
    assert "Filen er ændret, siden afsenderen så den" in done.stdout
    assert "\n+pris: 80 kr.\n" in done.stdout
    assert (root / path).read_text("utf-8") == event("pris: 80 kr.")
    (root / path).unlink()
    assert "er her ikke længere" in proposed(root, mailed(block(event(), path, was))).faults[0]


def test_the_same_checks_as_ever(root: Path) -> None:
    done = run(root, mailed(block(TEXT.replace("2027-05-01", "2027-02-31"))), "--write")
    assert done.returncode == 1
    assert f"- {PATH}:3:8: start: «2027-02-31" in done.stdout
    assert not (root / PATH).exists()


def test_a_change_that_breaks_another_file_is_reported(root: Path) -> None:
    area = AREA + "steder:\n  havn: {navn: Havnen, by: Nordby}\n"
    (root / "areas/nordby/area.yml").write_text(area, "utf-8")
    (root / "areas/nordby/events/fest.md").write_text(event("sted: havn"), "utf-8")
    proposal = proposed(root, mailed(block(AREA, "areas/nordby/area.yml", area)))
    assert proposal.faults
    assert "areas/nordby/events/fest.md:4:7: sted: Stedet «havn» kendes ikke" in proposal.faults[0]


@pytest.mark.parametrize(
    "path",
    [
        "areas/nordby/../../x.md",
        "/etc/passwd",
        "../x.md",
        "areas/nordby/events/x.py",
        "areas/nordby/events/.x.md",
        "areas/nordby/events/a/x.md",
        "areas/nordby/images/x.md",
        "content/owners.yml",
        "content/x/y.md",
        "mkdocs.yml",
        ".github/workflows/x.yml",
        "areas\\nordby\\events\\x.md",
        "areas/ingen/events/x.md",
        "areas/link/events/x.md",
        "areas/nordby/events/linket.md",
        "areas/nordby/events/x.md\x00",
    ],
)
def test_nothing_else_is_ever_written(root: Path, path: str) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / "areas/link").symlink_to(outside)
    (root / "areas/nordby/events/linket.md").symlink_to(outside / "linket.md")
    proposal = proposed(root, mailed(block(path=path), encoding="base64"))
    assert not proposal.sound
    assert proposal.faults


@pytest.mark.parametrize("path", ["content/om.md", "content/ideas/ny.md", "content/timeline.yml", "areas/nordby/index.md"])
def test_the_other_files_of_the_forms_are_read(root: Path, path: str) -> None:
    text = (root / path).read_text("utf-8") if path.endswith(".yml") else "---\ntitel: Ny\nkerneelement: udvikling\n---\nTekst.\n"
    text = "En fortælling.\n" if path.endswith("index.md") else "---\ntitel: Om\n---\nOm os.\n" if path.endswith("om.md") else text
    proposal = proposed(root, mailed(block(text, path)))
    assert [(file.path, file.text) for file in proposal.files] == [(path, text)]
    assert proposal.faults == ()


def with_attachments(text: str, *attached: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "anna@example.org", "Billede"
    message.set_content(text)
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_pictures_are_made_small_named_and_written(root: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "hemmeligt sted"
    sent = with_attachments(
        block(),
        ("Koret på kajen.JPG", picture((3000, 2000), exif=exif)),
        ("IMG_1234.webp", picture((3000, 2000), kind="WEBP")),
        ("logo.png", picture((120, 40), kind="PNG")),
        ("IMG_5.HEIC", b"\0\0\0\x18ftypheic"),
        ("liste.pdf", b"%PDF-"),
        ("stor.png", picture((3000, 2000), kind="PNG")[:200]),
    )
    done = run(root, sent, "--write")
    assert done.returncode == 0, done.stdout + done.stderr
    images = root / "areas/nordby/images"
    assert sorted(path.name for path in images.iterdir()) == ["koret-paa-kajen.jpg", "sang.jpg"]
    with Image.open(images / "koret-paa-kajen.jpg") as made:
        assert (made.format, made.size, dict(made.getexif())) == ("JPEG", (2400, 1600), {})
    assert b"hemmeligt" not in (images / "koret-paa-kajen.jpg").read_bytes()
    assert "billede:\n  fil: images/koret-paa-kajen.jpg\n  beskrivelse:  # Hvad man ser på billedet." in done.stdout
    assert "\n  foto:  # Hvem der har taget" in done.stdout
    assert "IMG_5.HEIC: Filen er ikke et billede, vi kan læse. Gem det som JPEG" in done.stdout
    assert "stor.png: Billedet er gået i stykker" in done.stdout
    assert "logo.png: Den er ikke et billede til siden" in done.stdout
    assert "liste.pdf: Den er ikke læst. Står arrangementet i den" in done.stdout


def test_a_picture_that_the_file_names_gets_that_name(root: Path) -> None:
    text = TEXT.replace("pris: gratis\n", "billede:\n  fil: images/kajen.jpg\n  beskrivelse: Et kor\n  foto: Anna\n")
    proposal = proposed(root, with_attachments(block(text), ("image0.jpeg", picture((3000, 2000)))))
    assert proposal.sound, proposal.faults
    assert [(each.path, each.used) for each in proposal.pictures] == [("areas/nordby/images/kajen.jpg", True)]
    without = proposed(root, mailed(block(text)))
    assert without.sound, without.faults
    assert "Billedet er ikke vedhæftet" in without.notes[0]
    assert "kajen.jpg" in without.notes[0]
    assert without.files[0].text == TEXT.replace("pris: gratis\n", "")


def test_a_letter_asks_for_what_it_lacks(root: Path) -> None:
    done = run(root, mailed("Hej\n\nVi holder fest.\n\nMvh Anna"))
    assert done.returncode == 1
    assert "Mailen har ingen fil fra formularen" in done.stdout
    assert "- Titel: Svaret mangler." in done.stdout


NEW_YEAR = event().replace("titel: Fest", "titel: Nytår på havnen").replace("2026-05-01", "2026-12-30")
CHOIR = event("gentag: hver uge\ngentag til: 2026-12-31").replace("titel: Fest", "titel: Åben korprøve")


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("Hej\n\nNytår på havnen er desværre aflyst pga. sygdom.\n\nHilsen Anna", "nytaar", "status: aflyst"),
        ("Der er nu udsolgt til nytår på havnen!", "nytaar", "status: udsolgt"),
        ("Den åbne korprøve d. 8/5 bliver ikke til noget", "kor", "ændringer:\n  - dato: 2026-05-08\n    status: aflyst"),
        ("Åben korprøve er aflyst", "kor", ""),
        ("Er åben korprøve d. 8. maj aflyst?", "kor", ""),
        ("Nytår på havnen og den åbne korprøve 8. maj er aflyst", "kor", ""),
    ],
)
def test_a_letter_in_own_words_changes_the_one_event_that_it_names_plainly(root: Path, text: str, path: str, line: str) -> None:
    write(root, {"areas/nordby/events/nytaar.md": NEW_YEAR, "areas/nordby/events/kor.md": CHOIR})
    proposal = propose_from(root, read_mail("mail.eml", mailed(text)), datetime(2026, 5, 2, 12, tzinfo=ZONE))
    assert proposal.sound == bool(line), proposal.faults
    source = f"areas/nordby/events/{path}.md"
    if line:
        [file] = proposal.files
        assert (file.path, file.text) == (source, (file.before or "").replace("\n---\n", f"\n{line}\n---\n", 1))
    else:
        assert source in proposal.faults[0]


def test_a_letter_in_the_forms_words_is_an_event(root: Path) -> None:
    """As the issue's own text, copied into a mail."""
    answers = {"Lokalområde": "Nordby", "Titel": "Sang", "Dag": "2027-05-01", "Tekst": "Kom og syng.\n\n-- \nAnna, 12 34 56 78"}
    text = "".join(f"### {question}\n\n{answer}\n\n" for question, answer in answers.items())
    proposal = proposed(root, mailed(text))
    assert proposal.sound, proposal.faults
    assert "12 34 56 78" not in proposal.files[0].text
    assert "Kom og syng." in proposal.files[0].text
    assert "eget navn" in proposal.notes[0]


def test_a_letter_in_lines_is_an_event(root: Path) -> None:
    text = (
        "---------- Forwarded message ---------\nFra: Anna <a@example.org>\nDato: tors. 1. jan. 2026\nEmne: Sang\nTil: Kontoret\n\n"
        "> Lokalområde: Nordby\n> Titel: Sang på havnen\n> Dato: 1. maj 2027\n> Tid: kl. 19\n> Sted: Havnen\n"
        ">\n> Kom og syng.\n>\n> -- \n> 12 34 56 78"
    )
    proposal = proposed(root, mailed(text))
    assert proposal.sound, proposal.faults
    [file] = proposal.files
    assert file.path == "areas/nordby/events/sang-paa-havnen.md"
    assert "start: 1. maj 2027 kl. 19.00\n" in file.text
    assert "Kom og syng." in file.text
    assert "12 34" not in file.text


def test_a_letter_is_read_without_heads_senders_and_signatures() -> None:
    forwarded = (
        "Kan I lægge det ind?\n-- \nKontoret\n\n---------- Forwarded message ---------\nFra: Anna <a@example.org>\n"
        "Dato: tors. 1. jan. 2026\nEmne: Sang\nTil: Kontoret\n\nNavn: Anna Jensen\nTelefon eller mail: 12 34 56 78\n"
        "Titel: Sang\nDato: 1. maj 2027\n\nSendt fra min iPhone\n"
    )
    assert " ".join(letters_of(forwarded)[1].text.split()) == "Kan I lægge det ind? Titel: Sang Dato: 1. maj 2027"
    assert sender_in(forwarded) == "Anna Jensen"


@pytest.mark.parametrize("name", ["mail.txt", "mail.html"])
def test_a_saved_text_is_read_too(root: Path, name: str) -> None:
    text = HUMAN + block()
    for content in (
        [html(text).encode()] if name.endswith("html") else [text.encode(), text.encode("utf-16"), b"\xef\xbb\xbf" + text.encode()]
    ):
        assert propose_from(root, read_mail(name, content)).sound


def test_a_mail_forwarded_as_an_attachment_is_read(root: Path) -> None:
    outer, inner = EmailMessage(), EmailMessage()
    inner.set_content(block())
    outer["Subject"] = "VS"
    outer.set_content("Se vedhæftede.")
    outer.add_attachment(inner)
    assert proposed(root, outer.as_bytes()).sound


def deep(levels: int) -> bytes:
    return (
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level) for level in range(levels))
        + b"\r\nhej\r\n" * 1000
    )


HOSTILE = {
    "many levels": deep(3000),
    "levels under the bound": deep(90),
    "a header without end": b"Content-Type: text/plain; " + b"a=b; " * 500_000 + b"\r\n\r\nhej",
    "a header on many lines": b"Content-Type: text/plain;\r\n" + b" a=b;\r\n" * 100_000 + b"\r\nhej",
    "a subject without end": b"Subject: " + b"=?utf-8?q?a?= " * 200_000 + b"\r\n\r\nhej",
    "names with line ends": with_attachments("hej", ("a.png", b"x")).replace(
        b"a.png", b"=?utf-8?q?a=0A=3A=3Aerror=3A=3A=1B[2J.png?="
    ),
    "a subject with line ends": mailed("hej").replace(b"Subject: Nyt", b"Subject: =?utf-8?q?x=0A=3A=3Aerror=3A=3A=1B[2J?= Nyt"),
    "an odd charset": mailed("hej").replace(b'"utf-8"', b'"unicode_escape"'),
    "no mail at all": bytes(range(256)) * 4000,
    "unclosed HTML": mailed("", html="<!--" + "<a <!-- " * 100_000, encoding="7bit"),
    "deep HTML": mailed("", html="<div>" * 100_000, encoding="7bit"),
    "many dashes": mailed("-" * 900 + "\n" + "- " * 300_000, encoding="base64"),
    "many markers": mailed("--- Filen herunder må ikke ændres ---\n1| a\n" * 10_000, encoding="base64"),
    "many pieces": mailed(block().replace("12|", "x\n" * 100_000 + "12|"), encoding="base64"),
    "many numbers": mailed(
        "--- Filen herunder må ikke ændres ---\n" + "\n".join(f"{n}|" for n in range(1, 90_000)), encoding="base64"
    ),
    "Outlook's own": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "ways of joining": mailed((block("a\n" * 5).replace("5| a", "5| a\n" + "\nb" * 10 + "x" * 80_000)) * 10, encoding="base64"),
    "comments": mailed("", html="<!--<script><title>" * 50_000, encoding="7bit"),
    "nothing": b"",
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_hostile_mails_do_no_harm(root: Path, attack: str) -> None:
    began = time.process_time()
    try:
        mail = read_mail("mail.eml", HOSTILE[attack])
    except MailError as error:
        assert str(error).endswith(".")
    else:
        assert not propose_from(root, mail).sound
    assert time.process_time() - began < 5


@pytest.mark.parametrize("attack", ["names with line ends", "a subject with line ends"])
def test_what_is_printed_commands_nothing(root: Path, attack: str) -> None:
    done = run(root, HOSTILE[attack])
    assert done.returncode == 1
    done.stdout.encode("utf-8")
    assert not any(line.startswith("::") or "\x1b" in line for line in done.stdout.splitlines())


def test_bounds(root: Path) -> None:
    with pytest.raises(MailError, match="25 MB"):
        read_mail("mail.eml", b" " * 25_000_001)
    many = [(f"{number}.txt", b"x") for number in range(30)]
    mail = read_mail("mail.eml", with_attachments(block(), *many))
    assert (len(mail.attachments), mail.omitted) == (20, 10)
    assert any("10 vedhæftede filer for meget" in note for note in propose_from(root, mail).notes)
    missing = processes.kulturpunkt(root, "mail", "ingen.eml")
    assert (missing.returncode, missing.stderr) == (2, "Filen kan ikke læses.\n")


def test_a_correction_whose_new_picture_is_not_attached_keeps_the_one_that_is_there(tmp_path: Path) -> None:
    facts = "billede:\n  fil: images/{}.jpg\n  beskrivelse: Koret.\n  foto: Arkivet\n"
    before, after = (event(facts.format(name)) for name in ("gammelt", "nyt"))
    tree: dict[str, str | bytes] = {"areas/nordby/area.yml": AREA, PATH: before, "areas/nordby/images/gammelt.jpg": picture()}
    root = programme(tmp_path, tree)
    proposal = propose_from(root, read_mail("mail.eml", mailed(block(after, was=before))))
    assert proposal.faults == ()
    assert "Billedet er ikke vedhæftet" in proposal.notes[0]
    assert proposal.files[0].text == before


NOW = event()
LATER = NOW.replace("titel: Fest\n", "titel: Stor fest\npris: gratis\n")


def test_a_correction_sends_only_the_lines_that_differ(tmp_path: Path) -> None:
    assert LATER != NOW
    at = NOW.split("\n").index("titel: Fest") + 1
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, PATH: NOW})
    sent = part(NOW, f"{at}-{at}/1 {at + 1}-{at}/1", LATER, "titel: Stor fest", "pris: gratis")
    for text in (sent, wrapped(sent, 40)):
        [file] = propose_from(root, read_mail("mail.txt", f"Hej\n{text}\nHilsen".encode())).files
        assert (file.path, file.text, file.before) == (PATH, LATER, NOW)
    (root / PATH).write_text(LATER, "utf-8")
    assert propose_from(root, read_mail("mail.txt", sent.encode())).files[0].text == LATER
    (root / PATH).write_text(NOW.replace("Fest", "Gilde"), "utf-8")
    assert "Filen er ændret" in propose_from(root, read_mail("mail.txt", sent.encode())).faults[0]


@pytest.mark.parametrize("spans", ["1-9999/1", "2-1/1 1-1/0", "0-0/1", "5-2/1", "1-1/1"])
def test_lines_that_do_not_fit_are_no_correction(spans: str, tmp_path: Path) -> None:
    root = programme(tmp_path, {"areas/nordby/area.yml": AREA, PATH: NOW})
    proposal = propose_from(root, read_mail("mail.txt", part(NOW, spans, LATER, "titel: Stor fest").encode()))
    assert proposal.files == ()
    assert "sendes igen fra formularen" in proposal.faults[0]


LETTER = "Titel: Sang\nOmråde: Nordby\nDato: 2. maj 2027\n\nKom og syng.\n"


@pytest.mark.parametrize(
    "end",
    [
        *("Mvh\nAnna\n12 34 56 78", "Venlig hilsen Anna Jensen, tlf. 12 34 56 78", "De bedste hilsner fra\nAnna\n\n12 34 56 78"),
        *(
            "Kh. Anna\nPS: Ring på 12 34 56 78",
            "_______\nAnna\nMobil: 12 34 56 78",
            "Med venlig hilsen\n\nAnna Jensen\nTlf.: 12 34 56 78",
        ),
    ],
)
def test_a_greeting_and_what_follows_it_are_left_out_and_shown(root: Path, end: str) -> None:
    proposal = proposed(root, mailed(f"{LETTER}\n{end}\n"))
    assert proposal.sound, proposal.faults
    assert proposal.files[0].text.endswith("---\nKom og syng.\n")
    assert any("Hilsen og underskrift er ikke taget med: «" in note and "12 34 56 78" in note for note in proposal.notes)


@pytest.mark.parametrize(
    ("end", "sender"),
    [
        *((end, "") for end in ("Anna Jensen\nFormand\n12 34 56 78", "Anna Jensen / formand / tlf. 12 34 56 78")),
        *((end, "") for end in ("På forhånd tak!\nAnna Jensen", "De allerbedste hilsner fra Anna og bestyrelsen")),
        *((end, "") for end in ("Sendt fra Yahoo Mail til iPhone", "Denne e-mail er kun til modtageren og fortrolig.")),
        *((end, "Anna Jensen") for end in ("Anna", "/Anna")),
    ],
)
def test_a_signature_without_a_greeting_is_left_out(end: str, sender: str) -> None:
    letter, _ = letters_of(f"{LETTER}\n{end}\n", sender)
    assert letter.text == LETTER.strip()
    assert letter.left_out == end.replace("\n", " / ")


@pytest.mark.parametrize(
    "end", ["Anna Jensen synger for.", "Ring til Anna Jensen på 12 34 56 78.", "Anna", "Vi ses!", "Mange tak\n\ntil alle"]
)
def test_what_may_belong_to_the_text_stays(end: str) -> None:
    assert letters_of(f"{LETTER}\n{end}\n", "Bo Hansen")[0].text.endswith(end)


def test_a_place_that_the_area_has_is_that_place(root: Path) -> None:
    (root / "areas/nordby/area.yml").write_text(AREA + "steder:\n  havnen: {navn: Nordby Havn, by: Nordby}\n")
    for written in ("Havnen", "nordby havn"):
        assert "sted: havnen\n" in proposed(root, mailed(LETTER.replace("\n\n", f"\nSted: {written}\n\n"))).files[0].text


def test_answers_in_a_table_are_read(root: Path) -> None:
    cells = "".join(
        f"<tr><td>{line.replace(': ', '</td><td>')}</td></tr>" for line in LETTER.split("\n\n", maxsplit=1)[0].split("\n")
    )
    proposal = proposed(root, mailed("", html=f"<table>{cells}</table><p>Kom og syng.</p>"))
    assert proposal.sound, proposal.faults


def test_a_sentence_with_a_greeting_stays(root: Path) -> None:
    text = LETTER + "\nHilsen fra havet er titlen på aftenens foredrag.\n"
    assert "Hilsen fra havet er titlen" in proposed(root, mailed(text)).files[0].text


@pytest.mark.parametrize(
    "answered",
    [
        "Den man. 1. mar. 2027 kl. 10.00 skrev Region <r@example.org>:\n\n> Kære Anna, ring på 12 34 56 78\n",
        "On Mon, Mar 1, 2027 at 10:00 AM Region <r@example.org> wrote:\n> Titel: Gammel\n> Ring på 12 34 56 78\n",
        "Fra: Region <r@example.org>\nSendt: 1. marts 2027\nTil: Anna\nEmne: Sang\n\nKære Anna, ring på 12 34 56 78\n",
    ],
)
def test_the_mail_that_is_answered_is_no_part_of_the_text(root: Path, answered: str) -> None:
    proposal = proposed(root, mailed(f"{LETTER}\n{answered}"))
    assert proposal.sound, proposal.faults
    assert proposal.files[0].text.endswith("---\nKom og syng.\n")


@pytest.mark.parametrize("subject", ["Autosvar: Nyt arrangement", "Automatic reply: Sang", "Læst: Sang"])
def test_what_a_program_answered_proposes_nothing(root: Path, subject: str) -> None:
    content = mailed(LETTER).replace(b"Subject: ", f"Subject: {subject} ".encode(), 1)
    assert proposed(root, content).faults == ("Mailen er et automatisk svar eller en kvittering, så den foreslår intet.",)


def test_an_event_in_a_document_that_is_attached_is_read(root: Path) -> None:
    document = word("Hej Hanne", "Titel: Sang", "Område: Nordby", table=(("Dato", "2. maj 2027"), ("Tid", "kl. 19")))
    proposal = proposed(root, with_attachments("Hej\n\nSe vedhæftede.\n\nHilsen Anna\n", ("program.docx", document)))
    assert proposal.sound, proposal.faults
    assert "titel: Sang\nstart: 2. maj 2027 kl. 19.00\n" in proposal.files[0].text
    assert "program.docx: Arrangementet er læst i dette dokument, for mailen selv siger det ikke." in proposal.notes
    beside = proposed(root, with_attachments(LETTER, ("program.docx", document), ("gammel.doc", b"\xd0\xcf\x11\xe0")))
    assert beside.files[0].text.endswith("Kom og syng.\n")
    assert [note.partition(":")[0] for note in beside.notes if ".doc" in note] == ["program.docx", "gammel.doc"]
    alone = propose_from(root, read_mail("program.docx", document))
    assert alone.files == proposal.files
    for name, content, said in (
        ("a.doc", b"\xd0\xcf\x11\xe0", "gamle format"),
        ("a.pdf", b"%PDF-1", "pdf"),
        ("a.docx", b"PK", "kan ikke"),
    ):
        with pytest.raises(MailError, match=said):
            read_mail(name, content)
