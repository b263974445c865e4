"""A picture in the event form, on a phone: from the camera to an event that is shown with it."""

from __future__ import annotations

import re
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from generator.content.load import load
from generator.editing.form.issue import read_answers
from generator.editing.form.picture import OfferedPicture, picture_lines
from generator.editing.issues.proposal import propose_files
from generator.editing.mail.message import Mail, read_mail
from generator.editing.mail.proposal import propose_from
from tests.browser.test_form import FORM, github, least, shown_file, submit
from tests.editing.form.test_attachment import ASSET, from_a_phone
from tests.editing.form.test_issue import body
from tests.trees import AREA, programme

ALT = "Et kor: «på kajen» #2"


def chosen(name: str = "IMG_0001.JPG", kind: str = "image/jpeg", content: bytes | None = None) -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content or from_a_phone()}


def choose(page: Page, file: FilePayload | None = None) -> None:
    page.get_by_label("Billede", exact=True).set_input_files(file or chosen())
    expect(page.get_by_label("Hvem har taget billedet?")).to_be_visible()


def answered(page: Page, people: str = "Ja, og de har sagt ja") -> None:
    page.get_by_label("Hvad ser man på billedet?").fill(ALT)
    page.get_by_label("Hvem har taget billedet?").fill("Lokalarkivet")
    page.get_by_label("Må vi bruge billedet?").select_option(label="Ja")
    page.get_by_label("Kan man genkende nogen på billedet?").select_option(label=people)


def saved(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("link", name="Gem det lille billede").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def mail_text(page: Page) -> str:
    return page.locator("[data-says=mail-text]").text_content() or ""


def sent(text: str, *attached: tuple[str, bytes]) -> Mail:
    """The mail as a volunteer's own program sends it."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Anna <anna@example.org>", "Nyt arrangement"
    message.set_content(text)
    for name, content in attached:
        message.add_attachment(content, maintype="image", subtype="jpeg", filename=name)
    return read_mail("mail.eml", message.as_bytes())


def test_a_photo_is_made_small_shown_and_saved_and_the_event_loads_with_it(page: Page, address: str, tmp_path: Path) -> None:
    posted: list[str] = []
    page.on("request", lambda request: posted.append(request.url) if request.method != "GET" else None)
    least(page, address)
    expect(page.get_by_label("Hvem har taget billedet?")).to_be_hidden()
    choose(page)
    expect(page.get_by_role("img", name="Det valgte billede")).to_be_visible()
    expect(page.get_by_text("Det lille billede er 1200 × 1600 punkter")).to_be_visible()
    answered(page)
    submit(page)
    figure = page.get_by_role("figure")
    expect(figure.get_by_role("img", name=ALT)).to_be_visible()
    expect(figure).to_contain_text("Foto: Lokalarkivet")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    name, content = saved(page)
    assert name == "faellessang-paa-kajen-2.jpg"
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 1600))
        assert not image.getexif()
        middle = image.convert("RGB").crop((600, 800, 601, 801)).tobytes()
    assert all(abs(seen - meant) < 6 for seen, meant in zip(middle, (0, 128, 128), strict=True))
    assert b"hemmeligt" not in content
    assert "billede" not in shown_file(page), "the file can be proposed before its picture is there"
    lines = page.locator("[data-says=picture-lines]").text_content() or ""
    assert lines == picture_lines(name, OfferedPicture("", ALT, "Lokalarkivet", consent=True))
    expect(page.locator("[data-says=picture-path]")).to_have_text(f"areas/havblikket/images/{name}")
    assert posted == []

    text = shown_file(page).replace("\n---\n", f"\n{lines}---\n")
    tree: dict[str, str | bytes] = {
        "areas/nordby/area.yml": AREA,
        "areas/nordby/events/x.md": text,
        f"areas/nordby/images/{name}": content,
    }
    site, problems = load(programme(tmp_path / "root", tree))
    assert problems == []
    picture = next(iter(site.all_events())).picture if site else None
    assert picture
    assert (picture.alt, picture.credit, picture.consent) == (ALT, "Lokalarkivet", True)


def test_a_mail_with_the_picture_attached_becomes_an_event_with_it_and_without_it_one_without(
    page: Page, address: str, tmp_path: Path
) -> None:
    least(page, address)
    choose(page)
    answered(page)
    submit(page)
    expect(page.locator("p[data-says=mail]")).to_contain_text("Vedhæft selv billedet, faellessang-paa-kajen-2.jpg")
    mail = mail_text(page)
    assert f"Billede: faellessang-paa-kajen-2.jpg\nHvad ser man på billedet?: {ALT}\n" in mail
    assert "Hvem har taget billedet?: Lokalarkivet\nMå vi bruge billedet?: ja\n" in mail
    root = programme(tmp_path / "root", {"areas/havblikket/area.yml": AREA})
    name, content = saved(page)
    for called in (name, "IMG_0001.JPG"):
        proposal = propose_from(root, sent(mail, (called, content)))
        assert (proposal.faults, proposal.notes) == ((), ())
        assert [picture.path for picture in proposal.pictures] == [f"areas/havblikket/images/{name}"]
        assert "billede:\n  fil: images/" in proposal.files[0].text
    without = propose_from(root, sent(mail))
    assert without.faults == ()
    assert "Billedet er ikke vedhæftet" in without.notes[0]
    assert without.files[0].text == shown_file(page)


def test_on_github_an_issue_is_opened_where_the_picture_can_be_dropped(page: Page, address: str) -> None:
    least(page, address)
    choose(page)
    answered(page)
    submit(page)
    opened = urlsplit(github(page))
    assert opened.path.endswith("/issues/new")
    said = {name: value for name, [value] in parse_qs(opened.query).items()}
    assert (said.pop("template"), said.pop("title")) == ("arrangement.yml", "Arrangement: Fællessang: på kajen #2")
    expect(page.get_by_text("træk billedet ind i feltet Billede")).to_be_visible()
    expect(page.get_by_text("Teksten var for lang")).to_be_hidden()
    answers = read_answers(body(**said), {"havblikket": "Havblikket"})
    assert answers.faults == ()
    assert answers.values == said
    page.get_by_role("textbox", name="Tekst", exact=True).fill("Kom og syng. " * 700)
    submit(page)
    assert len(github(page)) <= 7000
    expect(page.get_by_text("Teksten var for lang")).to_be_visible()


def test_without_its_picture_the_form_is_as_before(page: Page, address: str) -> None:
    least(page, address)
    choose(page)
    answered(page)
    page.get_by_label("Billede", exact=True).set_input_files([])
    expect(page.get_by_label("Hvem har taget billedet?")).to_be_hidden()
    submit(page)
    expect(page.locator(".event-form__picture")).to_be_hidden()
    expect(page.get_by_role("link", name="Gem det lille billede")).to_be_hidden()
    assert "/new/main/" in github(page)
    assert "illede" not in mail_text(page)


def test_what_is_missing_about_a_picture_is_asked_for(page: Page, address: str) -> None:
    least(page, address)
    choose(page)
    submit(page)
    box = page.get_by_role("alert")
    expect(box.get_by_role("link")).to_have_count(4)
    expect(box).to_contain_text("Der er 4 ting at rette")
    answered(page, "Ja, men de er ikke spurgt")
    submit(page)
    expect(box.get_by_role("link")).to_have_count(1)
    expect(box).to_contain_text("for børn forældrene")


@pytest.mark.parametrize(
    "content", [b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", b"\0" * 50], ids=["svg", "nothing"]
)
def test_what_is_no_picture_is_said_where_it_was_chosen(page: Page, address: str, content: bytes) -> None:
    least(page, address)
    choose(page, chosen("a.jpg", content=content))
    expect(page.locator("#fejl-billede")).to_contain_text("kan ikke læses her")


def test_after_a_reload_the_picture_is_chosen_again_and_what_was_said_of_it_is_there(page: Page, address: str) -> None:
    least(page, address)
    choose(page)
    answered(page)
    page.get_by_label("Titel").fill("En anden sang")
    page.reload()
    expect(page.get_by_label("Titel")).to_have_value("En anden sang")
    choose(page)
    expect(page.get_by_label("Hvad ser man på billedet?")).to_have_value(ALT)


def test_a_correction_can_bring_a_picture(page: Page, address: str, project: Path) -> None:
    page.goto(address + FORM + "?ret=havblikket/lysfest-paa-havnen")
    expect(page.get_by_text("Du retter")).to_be_visible()
    choose(page)
    answered(page)
    submit(page)
    expect(page.locator(".event-form__changes")).to_contain_text("Hvad ser man på billedet?")
    expect(page.get_by_text("læg billedet i feltet Billeder")).to_be_visible()
    expect(page.get_by_text("Ret hellere filen selv")).to_be_hidden()
    [name] = re.findall(r"Billede\nFør: \(ikke udfyldt\)\nNu: (lysfest-paa-havnen-[0-9a-f]{6}\.jpg)", mail_text(page))
    [block] = parse_qs(urlsplit(github(page)).query)["fil"]
    proposal = propose_files(project, 1, f"### Billeder\n\n![IMG]({ASSET})\n\n### Fil\n\n{block}")
    assert (proposal.mail.faults, proposal.mail.notes) == ((), ())
    assert proposal.paths == ("areas/havblikket/events/lysfest-paa-havnen.md", f"areas/havblikket/images/{name}")
