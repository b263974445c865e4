"""Issues that GitHub's form wrote, and issues that only look like it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.content.load import load
from generator.danish.dates import ZONE
from generator.editing.form.fields import form_fields
from generator.editing.form.issue import LONGEST_BODY, read_answers
from generator.editing.form.proposal import propose
from generator.editing.form.write import proposed_event
from generator.editing.issues.event_reply import MARK, answer, description
from generator.editing.schema.github import ENTRY_LABEL
from generator.model.price import parse_price
from generator.text import github
from generator.text.sanitise import line
from tests.sites import PROJECT
from tests.trees import AREA, event, modest, programme

PAYLOADS = PROJECT / "tests/payloads"
AREAS = {"nordby": "Nordby", "soenderby": "Sønderby"}
TITLES = {field.name: field.title for field in form_fields()}


def body(**answers: str) -> str:
    """An issue's body as the form writes it: every question, in its order."""
    given = {"omraade": "nordby", "titel": "Fest", "start_dag": "2026-05-01", **answers}
    return "\n\n".join(f"### {title}\n\n{given.get(name, '_No response_')}" for name, title in TITLES.items())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    places = "steder:\n  havnen:\n    navn: Nordby Havn\n"
    return programme(tmp_path / "root", {"areas/nordby/area.yml": AREA + places, "areas/nordby/events/fest.md": event()})


class Done(NamedTuple):
    returncode: int
    stderr: str


@pytest.fixture
def run(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """The command, in the project at `root`, writing to `out` beside it."""
    monkeypatch.chdir(root)

    def command(event_path: Path, *options: str) -> Done:
        code = main(["issue", "--event", str(event_path), "--output", str(root.parent / "out"), *options])
        return Done(code, capsys.readouterr().err)

    return command


def test_the_form_asks_what_is_read() -> None:
    form = yaml.safe_load((PROJECT / ".github/ISSUE_TEMPLATE/arrangement.yml").read_text("utf-8"))
    assert [(each["id"], each["attributes"]["label"]) for each in form["body"] if "id" in each] == list(TITLES.items())
    assert form["labels"] == [ENTRY_LABEL]


def test_titles_of_questions_differ() -> None:
    assert len(set(TITLES.values())) == len(TITLES)


def test_the_answers_of_a_form() -> None:
    answers = read_answers(json.loads((PAYLOADS / "issue-opened.json").read_text("utf-8"))["issue"]["body"], AREAS)
    assert answers.faults == ()
    assert answers.values["omraade"] == "nordby"
    assert answers.values["maalgruppe"] == ["alle", "børn"]
    assert answers.values["tekst"] == "Kom og syng.\n\n### Pris\n\nBørn er gratis."
    assert "sidste_dag" not in answers.values


@pytest.mark.parametrize("answer_text", ["- [x] alle\n- [ ] børn\n- [X] unge", "alle, unge", "* alle\n* unge", "ALLE\nunge"])
def test_several_choices_in_each_way_that_github_writes_them(answer_text: str) -> None:
    assert read_answers(body(maalgruppe=answer_text), AREAS).values["maalgruppe"] == ["alle", "unge"]


def test_unanswered_is_not_there() -> None:
    values = read_answers(body(kategori="None", pris="None", resume="_No response_", tekst=""), AREAS).values
    assert "kategori" not in values
    assert "resume" not in values
    assert values["pris"] == "None"


def faults(issue_body: str) -> Mapping[str, str]:
    return {fault.question: fault.message for fault in read_answers(issue_body, AREAS).faults}


def test_a_heading_that_stands_twice_is_refused() -> None:
    assert "ét sted" in faults(body(undtagen="### Pris\n\n1 kr."))["Pris"]
    assert "ét sted" in faults(body(undtagen="### titel  \n\nEt andet"))["Titel"]
    assert faults(body(undtagen="### Tekst\n\nHej"))


def test_headings_of_the_text_are_the_texts_own() -> None:
    answers = read_answers(body(tekst="Hej\n\n### Titel\n\nNoget\n\n### Tekst\n\n### Program"), AREAS)
    assert answers.faults == ()
    assert answers.values["tekst"] == "Hej\n\n### Titel\n\nNoget\n\n### Tekst\n\n### Program"
    assert answers.values["titel"] == "Fest"


def test_missing_and_unknown_questions() -> None:
    assert set(faults("")) >= {"Lokalområde", "Titel", "Dag"}
    assert set(faults("### Noget andet\n\nhej")) >= {"Lokalområde", "Titel", "Dag"}
    assert "Mente du «Nordby»?" in faults(body(omraade="Nordbyy"))["Lokalområde"]


@pytest.mark.parametrize(
    "area", ["../../.github", "nordby/../soenderby", "nordby/events/x", "/etc", "nordby\u202e", "n\u200bordby.", "*", "."]
)
def test_an_area_is_one_of_ours_or_none(area: str, root: Path) -> None:
    proposal = propose(root, 1, body(omraade=area))
    assert proposal.file is None or proposal.file.path.startswith("areas/nordby/events/")
    assert proposal.sound == (area == "nordby\u202e")


def test_comments_are_not_answers_and_line_ends_do_not_matter() -> None:
    hidden = body(pris="gratis <!-- \n### Titel\n\nSkjult\n -->", tekst="Synligt <!-- uden ende").replace("\n", "\r\n")
    values = read_answers(hidden, AREAS).values
    assert (values["pris"], values["titel"], values["tekst"]) == ("gratis", "Fest", "Synligt")


def test_long_issues_are_bounded() -> None:
    assert "for lang" in faults("x" * (LONGEST_BODY + 1))[""]
    assert "for langt" in faults(body(arrangoer="x" * 60_000))["Arrangør"]
    assert "for langt" in faults(body(maalgruppe="alle," * 100 + "x" * 600))["Målgruppe"]
    assert read_answers(body(tekst="x" * 60_000), AREAS).faults == ()
    assert "Lokalområde" in faults("<!--" * 15_000)
    assert "Lokalområde" in faults("### Titel\n" * 6_000)
    assert "Lokalområde" in faults("### Titel" + " " * 60_000 + "x")
    assert faults("### Titel  \u200b\n\nFest\n\n###\u00a0Pris \n\nx\n\n###  pris\n\ny")["Pris"]


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("#\n\r -<>!`[]"), max_size=300))
@modest
def test_any_issue_gives_answers_or_faults(text: str) -> None:
    answers = read_answers(f"### Titel\n\n{text}\n\n{body()}{text}", AREAS)
    assert all(message and not message.isspace() for _, message, _ in answers.faults)
    assert answers.values.get("omraade") in (None, "nordby")


TRICKS = (
    *(
        "---\ntitel: x\n---",
        '" }\n',
        "!!python/object/apply:os.system [id]",
        "{{ config }}",
        "a: b # c",
        "\u202egnp.exe",
        "- a\n- b",
    ),
    *("*a", "&a b", "%TAG", "<script>alert(1)</script>", "`x`", "titel: y\nstart: 2020-01-01"),
)


@pytest.mark.parametrize("trick", TRICKS)
def test_no_answer_becomes_another_field(trick: str, root: Path) -> None:
    in_text = trick.replace("<", "{").replace("start:", "og start").replace("titel:", "og titel")
    proposal = propose(root, 3, body(titel=trick, arrangoer=trick, tekst=in_text))
    assert proposal.sound, proposal.faults
    assert proposal.event
    assert proposal.event.start.day.isoformat() == "2026-05-01"
    assert proposal.event.title == line(trick)
    assert proposal.event.example is False
    assert proposal.event.organisers == (line(trick),)


def test_the_loaders_problems_are_said_of_the_questions(root: Path) -> None:
    proposal = propose(root, 4, body(start_dag="31. februar 2026", kategori="musikk", sted="havn", titel="", tilmelding="ring"))
    reported = {fault.question: fault.message for fault in proposal.faults}
    assert "31. februar 2026" in reported["Dag"]
    assert "Mente du «musik»?" in reported["Kategori"]
    assert reported["Titel"].startswith("Svaret mangler.")
    assert "Tilmelding" in reported
    assert not proposal.sound
    assert (
        "havnen"
        in {each.question: each.message for each in propose(root, 4, body(sted="havn")).faults}["Et sted, I har i forvejen"]
    )


def test_an_hour_and_a_picture_are_spoken_of_as_the_form_asks_for_them(root: Path) -> None:
    [hour] = propose(root, 4, body(start_kl="lidt over syv")).faults
    assert (hour.question, hour.message) == ("Begynder kl.", "«lidt over syv» er ikke et klokkeslæt. Skriv for eksempel 14.30.")
    [picture] = propose(root, 4, body(tekst='Kom.\n\n<img src="https://github.com/user-attachments/assets/1">')).faults
    assert (picture.question, picture.message.split(". ")[1]) == ("Tekst", "Slet det der, og læg det ind under «Billede» i stedet.")


def test_messages_link_to_their_explanation_and_the_text_is_read_too(root: Path) -> None:
    proposal = propose(root, 4, body(start_dag="31. februar 2026", tekst="<script>alert(1)</script>"))
    assert {fault.question for fault in proposal.faults} >= {"Dag"}
    reported = answer(proposal, explained="https://example.org/rediger/beskeder/")
    assert " [Læs mere](https://example.org/rediger/beskeder/dage-og-klokkeslaet/#" in reported
    [fault] = propose(root, 4, body(tekst="Se\n\n<script>x</script>")).faults
    assert fault.question == "Tekst"


def test_a_place_is_chosen_or_written_but_not_both(root: Path) -> None:
    assert propose(root, 4, body(sted="havnen")).sound
    assert (
        "begge"
        in {each.question: each.message for each in propose(root, 4, body(sted="havnen", sted_navn="Skolen")).faults}[
            "Et sted, I har i forvejen"
        ]
    )


def test_a_taken_name_gets_its_year_and_then_a_fault(root: Path) -> None:
    first = propose(root, 5, body(titel="Fest"))
    assert first.file
    assert first.file.path == "areas/nordby/events/fest-2026.md"
    (root / first.file.path).write_text(event(), "utf-8")
    assert "Titel" in [fault.question for fault in propose(root, 5, body(titel="Fest")).faults]
    (root / first.file.path).write_text(first.file.text, "utf-8")
    assert propose(root, 6, body(titel="Fest")).file == first.file, "what is proposed once more is the file that is there"


def test_folders_that_lead_elsewhere_are_not_written_to(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / "areas/soenderby").mkdir()
    (root / "areas/soenderby/area.yml").write_text(AREA.replace("Nordby", "Sønderby"), "utf-8")
    (root / "areas/soenderby/events").symlink_to(outside)
    assert not propose(root, 6, body(omraade="soenderby")).sound
    assert list(outside.iterdir()) == []


def test_a_broken_area_is_not_the_volunteers_fault(root: Path) -> None:
    (root / "areas/nordby/area.yml").write_text("navn: Nordby\n", "utf-8")
    [(question, message, _)] = propose(root, 6, body()).faults
    assert question == ""
    assert "områdets egne oplysninger" in message


def test_what_may_be_meant_is_asked_about_and_stops_nothing(root: Path) -> None:
    """The same event again, and one that is over before it is proposed."""
    again = propose(root, 1, body(start_dag="2026-05-01"), datetime(2026, 4, 1, tzinfo=ZONE))
    assert again.sound
    assert "**Er det ment sådan?** Ellers ret det:\n\n- **Titel:** areas/nordby/events/fest.md har samme titel" in answer(again)
    past = propose(root, 1, body(titel="Bal"), datetime(2026, 12, 1, tzinfo=ZONE))
    assert past.sound
    assert "Det er allerede forbi: fredag den 1. maj 2026. Mente I 2027, så ret årstallet." in answer(
        past, explained="https://e.org/"
    )
    assert [note.code for note in past.notes] == ["allerede-forbi"]
    assert "Er det ment" not in answer(propose(root, 1, body(titel="Bal"), datetime(2026, 4, 1, tzinfo=ZONE)))


def test_a_state_in_a_title_is_shown_with_how_it_stays_a_title(root: Path) -> None:
    said = answer(propose(root, 1, body(titel="Aflyst: Bal"), datetime(2026, 4, 1, tzinfo=ZONE)))
    assert "- **Status:** aflyst. Er det en del af titlen, så skriv status: planlagt\n" in said
    assert "**Status:**" not in answer(propose(root, 1, body(titel="Bal"), datetime(2026, 4, 1, tzinfo=ZONE)))


def test_an_answer_in_words(root: Path) -> None:
    payload = json.loads((PAYLOADS / "issue-opened.json").read_text("utf-8"))
    text = answer(propose(root, 12, payload["issue"]["body"]))
    assert text.startswith(MARK + "\n**Tak!")
    assert "- **Hvornår:** fredag den 1. maj 2026 kl. 19.00-21.30\n" in text
    assert "- **Hvor:** Skolens aula, Skolevej 1, 7700 Nordby\n" in text
    assert "- **Pris:** 50 kr.\n" in text
    assert "` kontakt@example.org ` senest fredag den 24. april 2026\n" in text
    assert "```yaml\n---\ntitel:" in text
    assert "- **Hvornår:** fredag den 1. maj 2026, og igen søndag den 3. maj 2026\n" in answer(
        propose(root, 1, body(start_dag="1. og 3. maj 2026"))
    )
    assert "- **Hvornår:** fredag den 1. maj 2026, derefter hver uge til 15. maj 2026 (3 datoer i alt)\n" in answer(
        propose(root, 1, body(gentag="hver uge", gentag_til="2026-05-15"))
    )


LOUD = (
    "@example #1 example/x#2 GH-3 https://evil.example",
    "www.evil.example ![x](y) [a](b) <img src=x> `c` ```d |e| **f**",
    "a@b.dk 0123456789abcdef <!-- x --> `` ` @example",
)
ACTING = ("@example", "#1", "#2", "GH-3", "https://evil", "www.", "<img", "[a](b)", "`c`", "**f**", "@b.dk", "0123456789abcdef")


@pytest.mark.parametrize("loud", LOUD)
@pytest.mark.parametrize("name", ["titel", "pris", "start_dag", "omraade", "tilmelding", "tekst"])
def test_the_robot_repeats_nothing_that_acts(name: str, loud: str, root: Path) -> None:
    proposal = propose(root, 7, body(**{"titel": "Sang", name: loud}))
    assert proposal.sound == (name in ("titel", "pris", "tilmelding") or (name == "tekst" and "<img" not in loud))
    for text in (answer(proposal), description(proposal) if proposal.sound else ""):
        assert any(word in text for word in ("example", "img", "0123456")) or name == "tekst" or not text
        quiet = re.sub(r"(?ms)^(`{3,})[^`\n]*\n.*?\n\1$", "", text)
        quiet = quiet.replace("skriv til kontakt@example.org", "")
        quiet = re.sub(r"<code>[a-z0-9/.-]*</code>", "", quiet)
        quiet = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", quiet)
        assert [word for word in ACTING if word in quiet] == []


@pytest.mark.parametrize(
    "written", ["www.evil.example", "(WWW.evil.example)", "*www.evil*", "www.www.evil.example", "_www.a_b.example"]
)
def test_an_address_without_a_scheme_is_no_link(written: str) -> None:
    shown = github.prose(written)
    assert "www." not in shown.lower(), "GitHub begins a link at these four, whatever follows them"
    assert unescape(shown).replace("\u200b", "").replace("\\", "") == written


@given(st.text(max_size=80))
@modest
def test_code_and_blocks_end_where_they_should(text: str) -> None:
    span, fenced = github.code(text), github.block(text)
    assert "\n" not in span
    fence = fenced.split("\n")[0]
    assert fence not in fenced[len(fence) : -len(fence)]
    assert len(github.prose(text * 20)) < 300 * 12


@pytest.mark.parametrize("name", ["issue-opened", "issue-labeled"])
def test_the_command_writes_the_answer_and_only_when_reported_the_file(name: str, root: Path, run: Callable[..., Done]) -> None:
    done = run(PAYLOADS / f"{name}.json")
    out = root.parent / "out"
    assert (done.returncode, done.stderr) == (0, "")
    assert {file.name for file in out.iterdir()} == {"answer.md", "branch", "description.md", "number", "paths", "sender", "title"}
    assert (out / "branch").read_text("utf-8") == "arrangement/12\n"
    path = (out / "paths").read_text("utf-8").strip()
    assert path == "areas/nordby/events/faellessang-havet-og-os.md"
    assert not (root / path).exists()
    assert run(PAYLOADS / f"{name}.json", "--write").returncode == 0
    answers = read_answers(json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"))["issue"]["body"], AREAS)
    assert (root / path).read_text("utf-8") == proposed_event(answers.values).text
    assert load(root)[1] == []


def test_the_command_answers_faults_and_writes_nothing(root: Path, run: Callable[..., Done]) -> None:
    before = sorted(root.rglob("*"))
    done = run(PAYLOADS / "issue-edited.json", "--write")
    assert (done.returncode, done.stderr) == (1, "")
    reported = (root.parent / "out/answer.md").read_text("utf-8")
    assert "3 ting" not in reported
    assert "Der er tre ting, der skal rettes" in reported
    assert "«31. februar 2026» er ikke en dato i kalenderen" in reported
    assert {file.name for file in (root.parent / "out").iterdir()} == {"answer.md", "number"}
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b'{"issue": {"number": "12; rm -rf /", "body": ""}}', b'{"issue": {"number": -1, "body": ""}}', b"\xff"],
)
def test_what_is_no_issue_is_refused(content: bytes, root: Path, run: Callable[..., Done]) -> None:
    (root.parent / "event.json").write_bytes(content)
    done = run(root.parent / "event.json")
    assert (done.returncode, done.stderr) == (2, "Hændelsens fil kan ikke læses som en sag.\n")


def test_an_issue_without_the_forms_headings_is_read_line_by_line(root: Path) -> None:
    """Somebody wrote the lines themselves, or pasted a mail."""
    written = (
        "Område: Nordby\nTitel: Fællessang\nDato: 3. maj 2026\n**Tid:** kl. 19\nSted: Den gamle skole\nEntré: 50,-\n"
        "Tilmelding: Ring til formanden på 12 34 56 78\n\nKom og syng med.\nMedbring: godt humør\n"
    )
    proposal = propose(root, 8, written.replace("Område", "Lokalområde"))
    assert proposal.faults == ()
    assert proposal.event
    assert (proposal.event.title, str(proposal.event.start.clock), proposal.event.price) == (
        "Fællessang",
        "19:00:00",
        parse_price("50 kr."),
    )
    assert proposal.event.booking
    assert proposal.event.booking.phone
    assert proposal.event.text == "Kom og syng med.\nMedbring: godt humør\n"


def test_a_text_whose_lines_were_meant_as_fields_is_reported(root: Path) -> None:
    [fault] = propose(root, 9, body(tekst="Dato: 3. maj 2026\nTid: kl. 19\n\nKom og syng.")).faults
    assert fault == (
        "Tekst",
        "«Dato: 3. maj 2026» ligner et felt, men står i teksten. Skriv det i feltet start, og slet linjen her.",
        "felt-i-teksten",
    )
    assert propose(root, 9, body(tekst="Kl. 10: Kaffe\nKl. 11: Tur\n\nPris: 50 kr.\n\n```\nDato: x\n```")).faults == ()


def test_a_long_tail_of_tracking_letters_is_no_fault(root: Path) -> None:
    proposal = propose(root, 10, body(online="https://example.org/live?fbclid=" + "x" * 900))
    assert proposal.faults == ()
    assert proposal.event
    assert proposal.event.online == "https://example.org/live"


@pytest.mark.parametrize(
    ("user", "named"),
    [
        ({"login": "anna", "id": 12, "type": "User"}, "anna <12+anna@users.noreply.github.com>\n"),
        ({"login": "github-actions[bot]", "id": 12, "type": "Bot"}, None),
        ({"login": "a>\nSigned-off-by: b", "id": 12, "type": "User"}, None),
        ({"login": "anna", "id": "1", "type": "User"}, None),
        (None, None),
    ],
)
def test_the_commit_names_the_account_that_sent_the_issue(
    user: object, named: str | None, root: Path, run: Callable[..., Done], tmp_path: Path
) -> None:
    payload = json.loads((PAYLOADS / "issue-labeled.json").read_text("utf-8"))
    payload["issue"]["user"] = user
    (tmp_path / "event.json").write_text(json.dumps(payload), "utf-8")
    assert run(tmp_path / "event.json", "--write").returncode == 0
    sender = root.parent / "out/sender"
    assert (sender.read_text("utf-8") if sender.exists() else None) == named


@pytest.mark.parametrize(
    "change",
    [
        *(lambda text, heading=heading: text.replace("### ", heading) for heading in ("## ", "#### ", "###")),
        lambda text: re.sub(r"### (.*)", r"**\1**", text),
        lambda text: re.sub(r"### (.*)", r"### \1:", text),
        lambda text: re.sub("^", "> ", text, flags=re.MULTILINE),
        lambda text: text.replace("2026-05-01", "```\n2026-05-01\n```"),
        lambda text: text.replace("\n", "\r\n"),
    ],
)
def test_a_form_that_was_edited_by_hand_is_read(change: Callable[[str], str]) -> None:
    written = (
        "### Lokalområde\n\nNordby\n\n### Titel\n\nSang\n\n### Dag\n\n2026-05-01\n\n### Pris\n\n-\n\n### Tekst\n\nKom og syng.\n"
    )
    read = read_answers(change(written), AREAS)
    assert not read.faults
    assert read.values == {"omraade": "nordby", "titel": "Sang", "start_dag": "2026-05-01", "tekst": "Kom og syng."}


def test_two_events_in_one_issue_are_asked_for_one_by_one() -> None:
    once = "### Lokalområde\n\nNordby\n\n### Titel\n\nSang\n\n### Dag\n\n2026-05-01\n\n### Tekst\n\nKom.\n"
    lines = "Titel: Sang\nOmråde: Nordby\nDato: 2. maj 2026\n\nTitel: Dans\nDato: 9. maj 2026\n"
    for text in (once + once, lines):
        [fault] = read_answers(text, AREAS).faults
        assert fault.message == "Her er mere end ét arrangement. Send hvert for sig."


LINES = "Titel: Sang\nOmråde: Nordby\nDato: 2. maj 2026\n"


@pytest.mark.parametrize(
    ("written", "values", "left_out"),
    [
        (LINES + "\nKom og syng.\n", {"tekst": "Kom og syng."}, []),
        ("Hej alle\n\nHer er det:\n\n" + LINES + "\nKom.\n", {"tekst": "Kom."}, ["Hej alle Her er det:"]),
        ("Titel:\nSang\nOmråde:\nNordby\nDato:\n2. maj 2026\n\nTekst:\nKom.\n", {"tekst": "Kom."}, []),
        (LINES.replace(": ", "\t"), {}, []),
        (LINES.replace(": ", " - "), {}, []),
        ("---\n" + LINES + "---\nKom.\n", {"tekst": "Kom."}, []),
        ("🎵 " + LINES.replace("\nO", "\n📍 O").replace("\nD", "\n📅 D"), {}, []),
        ("| " + LINES.replace(": ", " | ").replace("\n", " |\n| ").rstrip("| "), {}, []),
        (LINES + "\nPris - og præmier - uddeles kl. 20.\nKom.\n", {"tekst": "Pris - og præmier - uddeles kl. 20.\nKom."}, []),
        ("1. " + LINES.replace(": ", " = "), {}, []),
        ("### " + LINES.replace(": ", "\n").replace("\nO", "\n### O").replace("\nD", "\n### D"), {}, []),
        (
            LINES + "Resumé: En lang linje, som et mailprogram har brudt, fordi den var for\nlang til skærmen\n\nKom.\n",
            {"resume": "En lang linje, som et mailprogram har brudt, fordi den var for lang til skærmen", "tekst": "Kom."},
            [],
        ),
        (
            LINES.replace("\nO", "\n• O") + "• Sted: Laden, Vejen 1, 7900 By\n",
            {"sted_navn": "Laden", "sted_adresse": "Vejen 1"},
            [],
        ),
        (LINES + "Kontakt: Anna 12 34 56 78\n\nKom.\n", {"tekst": "Kom."}, ["Kontakt: Anna 12 34 56 78"]),
    ],
)
def test_lines_of_a_letter_are_answers(written: str, values: Mapping[str, str], left_out: list[str]) -> None:
    read = read_answers(written, AREAS)
    assert not read.faults
    assert {"titel": "Sang", "omraade": "nordby", **values}.items() <= read.values.items()
    assert len(read.notes) == len(left_out)
    assert all(f"«{said}»" in note.message for said, note in zip(left_out, read.notes, strict=True))
    assert "12 34" not in str(read.values)
