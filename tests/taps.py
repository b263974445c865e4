"""What each task costs a volunteer on a phone, by mail and on GitHub: `python -m tests.taps` prints a table in Markdown.

A site is built of the repository's content, and each task is played in a browser of 360 × 740. What is counted are taps (a choice
in a list is two, a day or an hour in the phone's own wheel three), letters, and screens that are scrolled. What the form would send
is read as the programme reads it, and fails the script where `check` finds something. The time is reckoned: a second and a half for
a tap, a third of one for a letter, one for a screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import Locator, Page, ViewportSize, expect

from generator.editing.issues.proposal import propose_files
from generator.editing.mail.message import Attachment, Mail
from generator.editing.mail.proposal import propose_from
from tests import browsers, sites
from tests.pictures import picture

TODAY = "2026-09-10 12:00"
_SIZE: ViewportSize = {"width": 360, "height": 740}
_TAP, _LETTER, _SCREEN = 1.5, 0.33, 1.0
"""Seconds."""
_AREA = "omraader/havblikket/"
_SERIES = "det-sker/havblikket/aaben-korproeve/"
_SINGLE = "det-sker/havblikket/tre-byer-synger/"


@dataclass
class Hand:
    """A hand that taps and writes on a page, and counts."""

    page: Page
    taps: int = 0
    letters: int = 0
    screens: float = 0
    pictures: list[Attachment] = field(default_factory=list)

    def tap(self, target: Locator) -> None:
        """Tap something, after scrolling to it where it is not in sight."""
        self._reach(target)
        target.click()
        self.taps += 1

    def write(self, label: str | Locator, text: str) -> None:
        """Tap a field and write in it; in one for a day or an hour, turn the phone's wheel."""
        control = self._field(label)
        self._reach(control)
        native = control.get_attribute("type") in ("date", "time")
        self.taps += 3 if native else 1
        self.letters += 0 if native else len(text)
        control.fill(text)

    def choose(self, label: str | Locator, option: str) -> None:
        """Open a list and choose in it."""
        control = self._field(label)
        self._reach(control)
        control.select_option(label=option)
        self.taps += 2

    def photograph(self, within: Locator) -> None:
        """Choose a picture on the phone, and say what is asked about it."""
        content = picture((2000, 1500))
        control = within.locator("input[type=file]")
        self._reach(control)
        control.set_input_files({"name": "IMG_1.JPG", "mimeType": "image/jpeg", "buffer": content})
        self.taps += 2
        self.pictures.append(Attachment("IMG_1.JPG", content))
        self.write(within.get_by_label("Hvad ser man på billedet?"), "Koret på kajen")
        self.write(within.get_by_label("Hvem har taget billedet?"), "Anna")
        self.choose(within.get_by_label("Må vi bruge billedet?"), "Ja")
        self.choose(within.get_by_label("Kan man genkende nogen på billedet?"), "Nej")

    def _field(self, label: str | Locator) -> Locator:
        return self.page.get_by_label(label, exact=True).first if isinstance(label, str) else label

    def _reach(self, target: Locator) -> None:
        """Scroll to a target by swipes of the screen's height, as far as it is away."""
        target.wait_for()
        box = target.bounding_box()
        assert box
        above, below = box["y"] - 60, box["y"] + box["height"] - _SIZE["height"] + 60
        away = -above if above < 0 else max(below, 0)
        self.screens += away / _SIZE["height"]
        if away:
            target.evaluate("each => each.scrollIntoView({ block: 'center', behavior: 'instant' })")

    @property
    def seconds(self) -> float:
        """Return the time that this takes, reckoned."""
        return self.taps * _TAP + self.letters * _LETTER + self.screens * _SCREEN


def _button(hand: Hand, name: str) -> None:
    hand.tap(hand.page.get_by_role("button", name=name, exact=True))


def _link(hand: Hand, name: str) -> None:
    hand.tap(hand.page.get_by_role("link", name=name).first)


def _new(hand: Hand) -> None:
    _link(hand, "Tilføj arrangement")
    hand.write("Titel (skal udfyldes)", "Sang i laden")
    hand.write("Dag (skal udfyldes)", "2026-10-03")
    hand.write("Begynder kl.", "19:00")
    hand.choose("Sted", hand.page.locator("#felt-sted option").nth(1).inner_text())
    hand.write("Pris", "gratis")


def _one_date(hand: Hand) -> None:
    _link(hand, "Ret arrangementet")
    hand.tap(hand.page.get_by_text("Kun én dato, som jeg vælger"))
    select = hand.page.get_by_label("Hvilken dato?")
    hand.choose(select, select.locator("option", has_text="22. oktober").inner_text())


def _cancel(hand: Hand) -> None:
    _one_date(hand)
    hand.choose("Status", "Aflyst")
    hand.write("Statustekst", "Korlederen er syg.")


def _move(hand: Hand) -> None:
    _one_date(hand)
    hand.write("Dag (skal udfyldes)", "2026-10-23")


def _hour(hand: Hand) -> None:
    _one_date(hand)
    hand.write("Begynder kl.", "20:00")
    hand.write("Slutter kl.", "22:00")


def _place(hand: Hand) -> None:
    _one_date(hand)
    hand.choose("Sted", "Et andet sted …")
    hand.write("Stedets navn", "Skolens aula")
    hand.write("By", "Eksempelby")


def _cancel_all(hand: Hand) -> None:
    _link(hand, "Ret arrangementet")
    hand.choose("Status", "Aflyst")


def _missing(hand: Hand) -> None:
    _link(hand, "Ret arrangementet")
    _link(hand, "Ret også program")
    _jump(hand, "Alder")
    hand.write("Alder", "fra 12 år")


def _jump(hand: Hand, name: str) -> None:
    """Go to a question by the list of them at the top, where there is one."""
    hand.page.locator(".event-form__questions .question").first.wait_for()
    link = hand.page.locator(".event-form__jump").get_by_role("link", name=name, exact=True)
    if link.count():
        hand.tap(link)


def _facts(hand: Hand) -> None:
    _to_edits(hand)
    _link(hand, "Ret oplysningerne om Havblikket")


def _summary(hand: Hand) -> None:
    _facts(hand)
    _jump(hand, "Resumé")
    hand.write(hand.page.get_by_label("Resumé"), "Kor, kaffe og byvandringer for alle.")


def _partner(hand: Hand) -> None:
    _facts(hand)
    _jump(hand, "Partnere")
    _button(hand, "Tilføj partner")
    opened = hand.page.locator("li details[open]")
    hand.write(opened.get_by_label("Navn"), "Biblioteket")
    hand.choose(opened.get_by_label("Sektor"), "kultur")


def _contact(hand: Hand) -> None:
    _facts(hand)
    _jump(hand, "Kontakt")
    contact = hand.page.get_by_role("group", name="Kontakt", exact=True)
    hand.write(contact.get_by_label("Mail"), "koret@example.org")


def _access(hand: Hand) -> None:
    _facts(hand)
    _jump(hand, "Steder")
    _button(hand, "Tilføj sted")
    opened = hand.page.locator("li details[open]")
    hand.write(opened.get_by_label("Nøgle"), "aula")
    hand.write(opened.get_by_label("Navn"), "Skolens aula")
    hand.write(opened.get_by_label("Trinfri"), "ja")


def _result(hand: Hand) -> None:
    _facts(hand)
    _jump(hand, "Resultater")
    _button(hand, "Tilføj resultat")
    hand.page.keyboard.type("Koret er vokset til 40.")
    hand.letters += 23


def _area_photo(hand: Hand) -> None:
    _facts(hand)
    _jump(hand, "Har I et billede?")
    hand.photograph(hand.page.get_by_role("group", name="Har I et billede?"))


def _to_edits(hand: Hand) -> None:
    """Go to the links at the end of an area's page that lead to its files."""
    hand.tap(hand.page.get_by_role("link", name="Ret siden", exact=True))


def _story(hand: Hand) -> None:
    _to_edits(hand)
    _link(hand, "Ret fortællingen om Havblikket")
    hand.page.get_by_role("textbox", name="Tekst").wait_for()
    text = hand.page.get_by_role("textbox", name="Tekst").input_value()
    added = "\n\nKom og syng med."
    hand.letters -= len(text)
    hand.write(hand.page.get_by_role("textbox", name="Tekst"), text + added)


def _idea(hand: Hand) -> None:
    _link(hand, "Skriv en idé")
    hand.write(hand.page.get_by_label("Titel"), "Syng på torvet")
    select = hand.page.get_by_label("Kerneelement")
    hand.choose(select, select.locator("option").nth(1).inner_text())
    hand.write(hand.page.get_by_role("textbox", name="Tekst"), "Én gang om ugen synger vi sammen.")


def _new_photo(hand: Hand) -> None:
    _new(hand)
    hand.photograph(hand.page.locator("fieldset[data-group=Billede]"))


def _again(hand: Hand) -> None:
    _link(hand, "Brug som skabelon")
    hand.page.get_by_label("Titel (skal udfyldes)").wait_for()
    expect(hand.page.get_by_label("Titel (skal udfyldes)")).not_to_have_value("")
    hand.write("Dag (skal udfyldes)", "2027-06-12")


def _after(hand: Hand) -> None:
    _link(hand, "Var I med?")
    hand.write(hand.page.get_by_label("Hvor mange kom"), "ca. 40")


TASKS: dict[str, tuple[str, Callable[[Hand], None]]] = {
    "Et nyt arrangement": (_AREA, _new),
    "Et nyt arrangement med billede": (_AREA, _new_photo),
    "Begynd med et tidligere": ("det-sker/fjordbyerne/cykeltur-langs-fjorden/", _again),
    "Aflys én dato": (_SERIES, _cancel),
    "Flyt én dato": (_SERIES, _move),
    "Et andet klokkeslæt én dag": (_SERIES, _hour),
    "Et andet sted én dag": (_SERIES, _place),
    "Aflys det hele": (_SINGLE, _cancel_all),
    "Det, arrangementet mangler (alder)": (_SINGLE, _missing),
    "Sådan gik det": ("det-sker/fjordbyerne/cykeltur-langs-fjorden/", _after),
    "Områdets resumé": (_AREA, _summary),
    "En ny partner": (_AREA, _partner),
    "Områdets kontakt": (_AREA, _contact),
    "Et sted med adgang": (_AREA, _access),
    "Et resultat": (_AREA, _result),
    "Et billede af området": (_AREA, _area_photo),
    "Fortællingen": (_AREA, _story),
    "En idé": ("ideer/", _idea),
}


def _by_mail(hand: Hand, root: Path) -> int:
    """Return how many more taps it takes to send it as a mail, whose text becomes a proposal without faults."""
    section = hand.page.locator("[data-way=mail]")
    text = section.locator("[data-says=mail-text]").text_content() or ""
    proposal = propose_from(root, Mail("", "", (text,), tuple(hand.pictures)))
    assert (proposal.faults, len(proposal.pictures)) == ((), len(hand.pictures)), proposal
    href = unquote(section.locator("[data-act=mail]").get_attribute("href") or "")
    whole = "(Sæt teksten ind her.)" not in href
    return (2 if whole else 6) + 4 * len(hand.pictures)


def _by_github(hand: Hand, root: Path) -> int:
    """Return how many more taps it takes on GitHub, whose issue becomes a proposal without faults."""
    opened = urlsplit(hand.page.locator("[data-act=github]").get_attribute("href") or "")
    said = {name: value for name, [value] in parse_qs(opened.query).items()}
    if "/new/" in opened.path and "value" in said:
        return 4  # open, "Commit changes…", "Propose changes", "Create pull request"
    if "fil" in said and not hand.pictures:
        assert propose_files(root, 1, f"### Fil\n\n{said['fil']}").sound
    return (2 if "fil" in said or said.get("template") == "arrangement.yml" else 5) + 4 * len(hand.pictures)


def _played(page: Page, address: str, root: Path, name: str) -> str:
    """Play a task and return its row of the table."""
    start, act = TASKS[name]
    page.goto(address + start)
    hand = Hand(page)
    act(hand)
    _button(hand, "Se, hvordan det bliver")
    page.locator("#resultat").wait_for()
    send = page.locator("[data-act=mail]")
    hand._reach(send)
    mail, github = _by_mail(hand, root), _by_github(hand, root)
    ways = [f"{hand.taps + more} ({_minutes(hand.seconds + more * _TAP)})" for more in (mail, github)]
    return f"| {name} | {hand.letters} | {hand.screens:.1f} | {' | '.join(ways)} |"


def _minutes(seconds: float) -> str:
    return f"{int(seconds // 60)}:{int(seconds % 60):02}"


def main() -> None:
    """Play each task and print the table."""
    print("| opgave | bogstaver | skærme | tryk med mail (min) | tryk på GitHub (min) |\n|---|--:|--:|--:|--:|")
    with TemporaryDirectory() as folder, browsers.started() as chromium:
        root = sites.copied_project(Path(folder) / "root")
        site = sites.built(Path(folder) / "site", project=root, KULTURPUNKT_TODAY=TODAY)
        with sites.served(site) as address:
            for name in TASKS:
                context = chromium.new_context(
                    viewport=_SIZE, locale="da-DK", has_touch=True, is_mobile=True, reduced_motion="reduce"
                )
                page = context.new_page()
                page.set_default_timeout(20_000)
                print(_played(page, address, root, name), flush=True)
                context.close()


if __name__ == "__main__":
    main()
