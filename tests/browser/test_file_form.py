"""The form for files: what an area, an idea and the programme say is changed on a phone, and seen on the page before it is sent."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.content.load import load
from generator.editing.issues.proposal import propose_files
from generator.editing.mail.message import read_mail
from generator.editing.mail.proposal import MailProposal, propose_from
from generator.model.site import Site
from tests import sites
from tests.browser.test_form import github, shown_file, submit
from tests.browser.test_picture import ALT, answered, chosen, mail_text, sent
from tests.conftest import AFTER, SiteAt
from tests.editing.form.test_attachment import ASSET

FILES = "rediger/fil/?fil="
_DESCRIBED_BY_NOTHING = """[...document.querySelectorAll("[aria-describedby]")]
  .filter((control) => control.getAttribute("aria-describedby").split(" ").some((id) => !document.getElementById(id)))
  .map((control) => control.outerHTML)"""
AREA = "areas/havblikket/area.yml"


def proposed_by_issue(page: Page, root: Path, pictures: str = "_No response_") -> tuple[str, str]:
    """The file that the robot makes of the issue which the form opens on GitHub: its path and its text."""
    sites.copied_project(root, "content", "areas")
    opened = {name: value for name, [value] in parse_qs(urlsplit(github(page)).query).items()}
    assert opened["template"] == "formular.yml"
    proposal = propose_files(root, 1, f"### Billeder\n\n{pictures}\n\n### Fil\n\n```text\n{opened['fil']}\n```")
    assert proposal.mail.faults == ()
    [file] = proposal.files
    return file.path, file.text


def original(path: str) -> str:
    return sites.source(path).read_text("utf-8")


def loads(tmp_path: Path, path: str, text: str) -> Site:
    """The project's own content with one file as the form wrote it; fails where `check` finds something."""
    sites.copied_project(tmp_path, "content", "areas")
    (tmp_path / path).write_text(text, "utf-8")
    site, problems = load(tmp_path, advice=True)
    assert site and problems == []
    return site


@pytest.mark.parametrize(
    "path",
    [
        AREA,
        "areas/havblikket/index.md",
        "areas/nordmors/events/1-maj-ejerslev-havn.md",
        "content/timeline.yml",
        "content/contacts.yml",
        "content/programme.yml",
        "content/ideas/fire-laug.md",
        "content/om.md",
    ],
)
def test_a_file_that_nobody_changed_stays_to_the_letter(page: Page, address: str, path: str) -> None:
    page.goto(address + FILES + path)
    submit(page)
    expect(page.get_by_text("Du har ikke ændret noget endnu")).to_be_visible()
    assert shown_file(page) == original(path)
    assert page.evaluate(_DESCRIBED_BY_NOTHING) == []


def test_an_areas_facts_are_changed_and_seen_on_its_page(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + "omraader/havblikket/")
    page.get_by_role("link", name="Ret oplysningerne om Havblikket").click()
    page.get_by_label("Resumé").fill("Kor og kaffe: for alle")
    page.get_by_label("Udfordring").fill("Vi **mødes** for sjældent.\n\n- om vinteren")
    page.get_by_role("button", name="Tilføj resultat").click()
    page.keyboard.type("Koret er vokset.")
    page.get_by_role("button", name="Tilføj partner").click()
    page.keyboard.type("Biblioteket: nord")
    submit(page)
    expect(page.get_by_role("alert")).to_contain_text("Sektor: Skriv noget her.")
    page.locator("details[open]").get_by_label("Sektor").select_option("kultur")
    submit(page)
    text = shown_file(page)
    assert 'resumé: "Kor og kaffe: for alle"\n' in text
    assert '  - navn: "Biblioteket: nord"\n    sektor: kultur\n' in text
    assert proposed_by_issue(page, tmp_path / "issue") == (AREA, text)
    expect(page.locator("[data-act=edit]")).to_have_attribute("href", re.compile(f"/edit/main/{AREA}$"))
    area = loads(tmp_path, AREA, text).area("havblikket")
    assert area and area.partners[-1].name == "Biblioteket: nord" and area.results[-1] == "Koret er vokset."
    assert area.challenge == "Vi **mødes** for sjældent.\n\n- om vinteren"
    page.get_by_role("link", name="Se det på siden").click()
    expect(page.get_by_role("region", name="Udkast")).to_contain_text("Kun du kan se det")
    expect(page.get_by_text("Kor og kaffe: for alle")).to_be_visible()
    expect(page.locator("[data-field=udfordring] strong")).to_have_text("mødes")
    expect(page.locator("[data-field=resultater] li").last).to_have_text("Koret er vokset.")
    page.get_by_role("link", name="Tilbage til formularen").click()
    expect(page.get_by_label("Resumé")).to_have_value("Kor og kaffe: for alle")
    page.get_by_role("button", name="Begynd forfra").click()
    expect(page.get_by_label("Resumé")).not_to_have_value("Kor og kaffe: for alle")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("snart", "Dato: «snart» er ikke en periode. Skriv for eksempel 2025-04-28, 2025-05 eller 2025-08..2025-11."),
        ("31. februar 2026", "Dato: «31. februar 2026» er ikke en dato i kalenderen. Ret dagen eller måneden."),
        ("mandag 1. maj 2026", "Dato: «mandag 1. maj 2026» passer ikke: den dato er en fredag. Ret ugedagen eller datoen."),
        ("2026-05-03..2026-05-01", "Dato: «2026-05-03..2026-05-01» slutter, før det begynder. Ret dagene."),
        ("1. maj 0226", "Dato: «1. maj 0226» ligger ikke i vores tid. Ret årstallet."),
    ],
)
def test_what_is_no_day_is_told_at_once(page: Page, address: str, written: str, said: str) -> None:
    page.goto(address + FILES + AREA)
    page.get_by_role("group", name="Trin").locator("summary").first.click()
    page.get_by_role("group", name="Trin").get_by_label("Dato").first.fill(written)
    submit(page)
    expect(page.get_by_role("alert")).to_contain_text(said)
    page.get_by_role("group", name="Trin").get_by_label("Dato").first.fill("fredag den 1. maj 2026")
    submit(page)
    expect(page.get_by_role("alert")).to_be_hidden()


def test_lists_are_moved_and_shortened_by_buttons(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + FILES + AREA)
    villages = page.get_by_role("group", name="Landsbyer")
    first, second = villages.get_by_label("Landsby 1").input_value(), villages.get_by_label("Landsby 2").input_value()
    villages.get_by_role("button", name=f"Ned {first}").click()
    expect(villages.get_by_label("Landsby 1")).to_have_value(second)
    villages.get_by_role("button", name=f"Fjern {first}").click()
    submit(page)
    area = loads(tmp_path, AREA, shown_file(page)).area("havblikket")
    assert area and area.villages[0] == second and first not in area.villages


def test_a_place_is_added_with_its_access(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + FILES + AREA)
    page.get_by_role("button", name="Tilføj sted").click()
    place = page.locator("details[open]")
    place.get_by_label("Nøgle").fill("den nye sal")
    place.get_by_label("Navn").fill("Den nye sal")
    place.get_by_label("Trinfri").fill("ja")
    submit(page)
    expect(page.get_by_role("alert")).to_contain_text("«den nye sal» er ikke en nøgle")
    place.get_by_label("Nøgle").fill("sal")
    submit(page)
    area = loads(tmp_path, AREA, shown_file(page)).area("havblikket")
    assert area and area.places["sal"].access and area.places["sal"].access.step_free == "ja"


def test_the_story_and_a_step_of_the_timeline_are_changed(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + FILES + "areas/havblikket/index.md")
    page.get_by_role("textbox", name="Tekst").fill("## Ny overskrift\n\nEn ny fortælling.")
    submit(page)
    assert shown_file(page) == "## Ny overskrift\n\nEn ny fortælling.\n"
    page.goto(address + FILES + "content/timeline.yml")
    page.locator("form summary").first.click()
    page.locator("details[open]").get_by_label("Titel").fill("En anden titel")
    submit(page)
    assert loads(tmp_path, "content/timeline.yml", shown_file(page)).timeline.steps[0].title == "En anden titel"


def test_what_the_event_form_does_not_ask_is_asked_here(page: Page, address: str, tmp_path: Path) -> None:
    path = "areas/havblikket/events/lysfest-paa-havnen.md"
    page.goto(address + "det-sker/havblikket/lysfest-paa-havnen/")
    page.get_by_role("link", name="Ret arrangementet").click()
    page.get_by_role("link", name="Ret også program").click()
    page.get_by_label("Alder").fill("fra 12 år")
    page.get_by_role("button", name="Tilføj partner").click()
    page.keyboard.type("Skolen")
    submit(page)
    event = next(each for each in loads(tmp_path, path, shown_file(page)).all_events() if each.source == path)
    assert (event.age, event.partners[-1]) == ("fra 12 år", "Skolen")


def test_a_new_idea_is_a_new_file(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + "ideer/")
    page.get_by_role("link", name="Skriv en idé").click()
    page.get_by_label("Titel").fill("Syng på torvet")
    page.get_by_label("Kerneelement").select_option(index=1)
    page.get_by_role("textbox", name="Tekst").fill("Én gang om ugen.")
    submit(page)
    assert "/new/main/content/ideas?filename=syng-paa-torvet.md&value=" in github(page)
    site = loads(tmp_path, "content/ideas/syng-paa-torvet.md", shown_file(page))
    assert "Syng på torvet" in {idea.title for idea in site.ideas}


@pytest.mark.parametrize(
    "path", ["areas/../x", "areas/havblikket/../nordmors/area.yml", "https://example.org", "content/owners.yml"]
)
def test_nothing_else_can_be_edited(page: Page, address: str, path: str) -> None:
    page.goto(address + FILES + path)
    expect(page.get_by_text("Den side kan ikke rettes med formularen.")).to_be_visible()


def test_without_a_file_the_form_offers_what_there_is(page: Page, address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(address + "rediger/fil/", wait_until="networkidle")
    offered = page.get_by_role("navigation", name="Hvilken side vil du rette?")
    expect(offered.get_by_role("link", name="En idé")).to_be_visible()
    assert "file.js" not in fetched, "nothing is to be written yet"
    page.goto(address + "rediger/fil/?omraade=../havblikket")
    expect(offered.get_by_role("link", name="En idé")).to_be_visible()
    expect(offered.get_by_role("link", name="Åben korprøve")).to_have_count(0)
    offered.get_by_role("link", name="Havblikket").click()
    offered.get_by_role("link", name="Åben korprøve").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ret: Åben korprøve")
    expect(offered).to_be_hidden()


@pytest.mark.parametrize(("path", "links"), [("areas/havblikket/nyt.md", 1), ("areas/../../../../en-anden/side", 0), ("../x", 0)])
def test_an_address_from_elsewhere_leads_to_no_other_repository(page: Page, address: str, path: str, links: int) -> None:
    page.goto(address + FILES + path)
    expect(page.get_by_text("Den side kan ikke rettes med formularen")).to_be_visible()
    expect(page.get_by_role("link", name="Åbn filen på GitHub")).to_have_count(links)


def read(root: Path, text: str) -> MailProposal:
    """What the programme makes of a mail, saved as a text beside the project's own content."""
    sites.copied_project(root, "content", "areas")
    return propose_from(root, read_mail("mail.txt", text.encode()))


def mail_of(page: Page) -> str:
    href = page.get_by_role("link", name="Send som mail").get_attribute("href") or ""
    return parse_qs(urlsplit(href).query)["body"][0]


def test_a_mail_from_the_phone_is_read_into_the_content(page: Page, address: str, tmp_path: Path) -> None:
    path = "content/ideas/fire-laug.md"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + FILES + path)
    page.get_by_label("Titel").fill("Fire laug: på ny — og «flere»")
    page.get_by_role("textbox", name="Tekst").fill("Kort fortalt.  \n\n- et 😀\n- to\n")
    submit(page)
    page.get_by_label("Dit navn").fill("Anna \u202eJensen")
    page.get_by_label("Din telefon eller mail").fill("12 34 56 78")
    sent = mail_of(page)
    assert sent.startswith("Navn: Anna Jensen\r\nTelefon eller mail: 12 34 56 78\r\n\r\nTitel\r\nFør: ")
    text = shown_file(page)
    assert "12 34 56 78" not in text
    proposal = read(tmp_path, sent)
    assert (proposal.sender, proposal.faults) == ("Anna Jensen", ())
    [file] = proposal.files
    assert (file.path, file.text.replace("  \n", "\n")) == (path, text.replace("  \n", "\n"))
    assert file.before == original(path)
    loads(tmp_path / "written", path, file.text)
    page.get_by_role("button", name="Kopiér mailens tekst").click()
    expect(page.get_by_text("Mailens tekst er kopieret.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").split() == sent.split()
    page.reload()
    submit(page)
    expect(page.get_by_label("Dit navn")).to_have_value("")


def test_a_file_too_long_for_a_mail_is_copied_into_it(page: Page, address: str, tmp_path: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + FILES + AREA)
    page.get_by_label("Resumé").fill("Kor og kaffe: for alle")
    page.get_by_label("Vision").fill("En lang vision. " * 120)
    submit(page)
    assert "(Sæt teksten ind her.)" in mail_of(page)
    expect(page.get_by_text("Rettelsen er for lang til at følge med.")).to_be_hidden()
    expect(page.get_by_text("Kopiér mailens tekst, og sæt den ind i mailen til")).to_be_visible()
    page.get_by_role("button", name="Kopiér mailens tekst").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    proposal = read(tmp_path, f"Kære Kulturpunkt\n\n{copied}\nHilsen Anna")
    assert [(file.path, file.text) for file in proposal.files] == [(AREA, shown_file(page))]
    assert proposal.faults == ()


def test_the_day_after_one_says_how_it_went_and_nothing_else(page: Page, address: str, tmp_path: Path) -> None:
    event = "areas/fjordbyerne/events/cykeltur-langs-fjorden.md"
    page.goto(address + "det-sker/fjordbyerne/cykeltur-langs-fjorden/")
    page.get_by_role("link", name="Var I med?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hvordan gik det? Cykeltur langs fjorden")
    page.get_by_label("Hvor mange kom").fill("rigtig mange")
    submit(page)
    expect(page.get_by_role("alert")).to_contain_text("Skriv et tal, for eksempel 42")
    page.get_by_label("Hvor mange kom").fill("ca. 40")
    page.get_by_label("Sådan gik det").last.fill("Det regnede.\n\nIngen vendte om.")
    submit(page)
    assert original(event).startswith(shown_file(page).partition("efter:")[0])
    [report] = next(each for each in loads(tmp_path, event, shown_file(page)).all_events() if each.source == event).after
    assert report.came and (report.came.text, report.helpers, report.text) == ("ca. 40", None, "Det regnede.\n\nIngen vendte om.")


def test_the_newest_date_of_a_series_is_there_to_be_reported_once(page: Page, site_at: SiteAt, tmp_path: Path) -> None:
    event = "areas/havblikket/events/aaben-korproeve.md"
    with sites.served(site_at(AFTER)) as address:
        page.goto(f"{address}{FILES}{event}&efter")
        expect(page.locator("li details[open]").get_by_label("Dato")).to_have_value("2026-11-19")
        submit(page)
        expect(page.get_by_text("Du har ikke ændret noget endnu")).to_be_visible()
        page.locator("li details[open]").get_by_label("Hvor mange kom").fill("17")
        submit(page)
        text = shown_file(page)
    found = next(each for each in loads(tmp_path, event, text).all_events() if each.source == event)
    assert [each.came.number for each in found.after if each.came] == [26, 22, 31, 38, 17]


def test_a_new_story_is_a_file_of_its_area(page: Page, address: str) -> None:
    page.goto(f"{address}rediger/fil/?ny=historie&omraade=havblikket")
    page.get_by_label("Titel").fill("Koret på Ø")
    page.get_by_label("Dato").fill("2026-06-01")
    page.get_by_label("Tekst", exact=True).fill("Det blev til noget.")
    submit(page)
    assert "filename=areas%2Fhavblikket%2Fhistorier%2Fkoret-paa-oe.md" in github(page) or "koret-paa-oe.md" in github(page)


def test_an_area_brings_a_picture_which_its_page_shows(page: Page, address: str, tmp_path: Path) -> None:
    step = page.get_by_role("group", name="Har I et billede?")
    page.goto(address + FILES + "areas/nordmors/area.yml")
    expect(step.get_by_label("Må vi bruge billedet?")).to_be_hidden()
    step.get_by_label("Billede (skal udfyldes)").set_input_files(chosen())
    expect(step.get_by_text("Det lille billede er 1200 × 1600 punkter")).to_be_visible()
    submit(page)
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(4)
    answered(page, "Ja, men de er ikke spurgt")
    submit(page)
    expect(page.get_by_role("alert")).to_contain_text("for børn forældrene")
    answered(page)
    submit(page)
    text, [name] = shown_file(page), re.findall(r"fil: images/(nordmors-[0-9a-f]{6}\.jpg)", shown_file(page))
    assert "lov:" not in text and text.endswith("  foto: Lokalarkivet\n  samtykke: ja\n")
    with page.expect_download() as download:
        page.get_by_role("link", name=f"Gem {name}").click()
    content = Path(download.value.path()).read_bytes()
    sites.copied_project(tmp_path, "content", "areas")
    proposal = propose_from(tmp_path, sent(mail_text(page), ("IMG_1.JPG", content)))
    assert (proposal.faults, proposal.notes) == ((), ())
    assert [each.path for each in proposal.pictures] == [f"areas/nordmors/images/{name}"]
    assert proposed_by_issue(page, tmp_path / "issue", f"![IMG]({ASSET})") == ("areas/nordmors/area.yml", text)
    page.reload()
    expect(step.get_by_text("Det billede, du valgte.")).to_be_visible()
    submit(page)
    assert shown_file(page) == text
    page.get_by_role("link", name="Se det på siden").click()
    expect(page.get_by_role("region", name="Udkast").get_by_role("img", name=ALT)).to_be_visible()
    assert "kulturpunkt-billede" in page.evaluate("Object.keys(sessionStorage).join()")
    page.get_by_role("link", name="Tilbage til formularen").click()
    page.get_by_role("button", name="Begynd forfra").click()
    expect(step.get_by_text("Det billede, du valgte.")).to_be_hidden()
    assert page.evaluate("sessionStorage.length") == 0
    page.goto(address + FILES + AREA)
    expect(step.get_by_label("Billedtekst")).not_to_have_value("")
    step.get_by_label("Kan man genkende nogen på billedet?").select_option(label="Ja, men de er ikke spurgt")
    submit(page)
    expect(page.get_by_role("alert")).to_contain_text("for børn forældrene")
    step.get_by_label("Billede (skal udfyldes)").set_input_files(chosen())
    expect(step.get_by_label("Billedtekst"), "what was said of the old picture is not true of the new").to_have_value("")


def test_a_new_page_of_the_programme_has_an_address_of_its_own(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}rediger/fil/?ny=side")
    title = page.get_by_label("Titel")
    page.get_by_label("Resumé").fill("Til pressen: billeder og navne.")
    page.get_by_role("textbox", name="Tekst").fill("## Billeder\n\nSkriv til os.\n\n- et\n- to")
    for taken in ("Uge", "Om", "Havblikket", "en", "Historier"):
        title.fill(taken)
        submit(page)
        expect(page.get_by_role("alert")).to_contain_text("er optaget")
    title.fill("Til pressen")
    submit(page)
    shown = page.get_by_role("article").filter(has=page.get_by_role("heading", name="Til pressen"))
    expect(shown.get_by_role("heading", name="Billeder")).to_be_visible()
    path, text = "content/til-pressen.md", shown_file(page)
    assert "/new/main/content?filename=til-pressen.md&value=" in github(page)
    proposal = read(tmp_path, mail_of(page))
    assert (proposal.faults, [(file.path, file.text) for file in proposal.files]) == ((), [(path, text)])
    site = loads(tmp_path / "written", path, text)
    assert "til-pressen/" in {each.url for each in site.pages}
    page.goto(f"{address}rediger/fil/?ny=ide")
    expect(page.get_by_label("Titel")).to_have_value("")


def test_a_named_value_is_seen_as_the_page_will_show_it(page: Page, address: str) -> None:
    page.goto(address + FILES + "content/om.md")
    page.get_by_label("Tekst", exact=True).fill("Der er {{ antal_områder }} områder, `{{ navn }}` og {{ andet }}.")
    submit(page)
    page.get_by_role("link", name="Se det på siden").click()
    expect(page.get_by_role("region", name="Udkast")).to_contain_text("Der er 11 områder, `{{ navn }}` og ….")
