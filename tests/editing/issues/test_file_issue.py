"""An issue that carries a file of the form: read as a mail is, answered, and its pictures fetched only once it is approved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import issue as command
from generator.editing.form.attachment import Sources
from generator.editing.issues.file_reply import answer, description, title
from generator.editing.issues.proposal import carries_file, propose_files
from generator.editing.sender import Sender, relation
from generator.model.owners import Owners
from generator.problems.problem import RefusedError
from generator.problems.rules import files as rules
from tests.editing.form.test_attachment import ASSET, OLDER
from tests.editing.test_mail import block
from tests.pictures import picture
from tests.trees import AREA, event, programme

PATH = "areas/nordby/area.yml"
PICTURE = "billede:\n  fil: images/nordby-1a2b.jpg\n  beskrivelse: Et kor på kajen.\n  foto: Lokalarkivet\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return programme(tmp_path / "root", {PATH: AREA, "areas/nordby/events/fest.md": event()})


def body(file: str, pictures: str = "_No response_") -> str:
    """An issue as GitHub writes it from its form."""
    return f"### Billeder\n\n{pictures}\n\n### Fil\n\n```text\n{file}\n```\n"


def corrected(text: str = f"{AREA}vision: Nyt @alle#1\n") -> str:
    return block(text, PATH, AREA)


def test_a_correction_is_shown_line_by_line_and_acts_on_nobody(root: Path) -> None:
    proposal = propose_files(root, 7, body(corrected()))
    assert carries_file(body(corrected()))
    assert (proposal.sound, proposal.paths, proposal.branch) == (True, (PATH,), "formular/7")
    assert title(proposal) == f"Ret: {PATH}"
    assert "\n+vision: Nyt @alle#1\n" in answer(proposal)
    assert "Closes #7" in description(proposal)


def test_pictures_are_fetched_when_it_is_approved_and_named_as_the_file_names_them(root: Path) -> None:
    dropped = body(corrected(AREA + PICTURE), f'<img width="1" alt="IMG_1" src="{ASSET}" />')
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return picture()

    before = propose_files(root, 7, dropped)
    assert (asked, before.offered, before.mail.notes, before.sound) == ([], 1, (), True)
    assert "**Billeder:** Ét billede" in answer(before)
    after = propose_files(root, 7, dropped, fetch=fetch)
    assert (asked, after.paths) == ([ASSET], (PATH, "areas/nordby/images/nordby-1a2b.jpg"))


def test_without_its_picture_the_rest_goes_on(root: Path) -> None:
    def refuse(address: str) -> bytes:
        raise RefusedError(rules.PICTURE_UNFETCHED, "GitHub svarede ikke.")

    without = propose_files(root, 7, body(corrected(AREA + PICTURE)))
    failed = propose_files(root, 7, body(corrected(AREA + PICTURE), f"![x]({OLDER})"), fetch=refuse)
    for proposal in (without, failed):
        assert proposal.sound
        assert proposal.files[0].text == AREA
        assert "Billedet er ikke vedhæftet" in " ".join(proposal.mail.notes)
    elsewhere = propose_files(root, 7, body(corrected(), "![x](https://example.org/a.png)"))
    assert "Fra andre steder på nettet henter vi intet" in elsewhere.mail.notes[0]
    unused = propose_files(root, 7, body(corrected(), f"![x]({ASSET})"))
    assert "så det er ikke taget med" in unused.mail.notes[0]
    assert unused.paths == (PATH,)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (corrected().replace("Nyt", "Noget andet"), "sendes igen fra formularen"),
        (block("x: 1\n", "content/owners.yml"), "kan ikke rettes med formularen"),
        (block("x: 1\n", "areas/../x.md"), "kan ikke rettes med formularen"),
        (block(f"{AREA}resume: [\n", PATH, AREA), f"{PATH}:"),
        (block(AREA, PATH, "en anden udgave\n"), ""),
    ],
)
def test_what_cannot_be_used_is_answered(root: Path, sent: str, said: str) -> None:
    proposal = propose_files(root, 7, body(sent))
    assert proposal.sound == (not said)
    assert said in " ".join(proposal.mail.faults)
    if said:
        assert "send det igen derfra" in answer(proposal, mail="a@example.org")


@pytest.mark.parametrize(
    ("sender", "paths", "said"),
    [
        (Sender("Chef", 1, has_access=False), [PATH, "content/om.md"], "en af programmets folk"),
        (Sender("anna", 1, has_access=False), [PATH], "en af områdets egne"),
        (Sender("anna", 1, has_access=False), ["content/om.md"], "**en fremmed**"),
        (Sender("anna", 1, has_access=True), ["areas/sydby/area.yml"], "har adgang"),
        (Sender("bo", 1, has_access=False), [PATH], "Spørg området"),
    ],
)
def test_who_sent_it_is_said_to_those_who_approve(sender: Sender, paths: list[str], said: str) -> None:
    owners = Owners.model_validate({"programmet": ["chef"], "områder": {"nordby": ["anna"]}})
    assert said in relation(sender, owners, paths)
    assert relation(None, owners, paths) == ""


def test_the_command_writes_the_file_and_its_picture_once_it_is_approved(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(address: str, sources: Sources) -> bytes:
        return picture()

    monkeypatch.chdir(root)
    monkeypatch.setattr(command, "fetch", fetch)
    user = {"login": "frivillig", "id": 5, "type": "User"}
    issue = {"number": 7, "user": user, "body": body(corrected(AREA + PICTURE), f"![IMG]({ASSET})")}
    event_file, out = root.parent / "event.json", root.parent / "out"
    event_file.write_text(json.dumps({"issue": issue}), "utf-8")
    assert main(["issue", "--event", str(event_file), "--output", str(out)]) == 0
    assert (root / PATH).read_text("utf-8") == AREA
    assert main(["issue", "--event", str(event_file), "--output", str(out), "--write"]) == 0
    assert (out / "paths").read_text("utf-8").split() == [PATH, "areas/nordby/images/nordby-1a2b.jpg"]
    assert "**en fremmed**" in (out / "description.md").read_text("utf-8")
    assert (root / PATH).read_text("utf-8") == AREA + PICTURE
    assert main(["check", PATH, "areas/nordby/images/nordby-1a2b.jpg"]) == 0
