"""`kulturpunkt mail`: reads a mail that proposes content, says what is wrong with it, and writes it into the working copy."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from generator.commands import CommandError
from generator.commands.context import now
from generator.commands.files import put
from generator.editing.form.write import ProposedFile
from generator.editing.mail.message import MOST_BYTES, Mail, MailError, read_mail
from generator.editing.mail.pictures import still_to_write
from generator.editing.mail.present import differences
from generator.editing.mail.proposal import MailProposal, propose_from
from generator.text.letters import harmless

HELP = "læs en mail, som foreslår et arrangement eller en rettelse"
_MOST_LINES = 400


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("mail", type=Path, metavar="FIL", help="mailen, gemt som .eml, .html, .txt eller .docx")
    parser.add_argument("--write", action="store_true", help="skriv også filen og billederne i content/ og areas/")
    parser.epilog = "Svarer 0, når forslaget er i orden, 1, når noget skal rettes først, og 2, når filen ikke er en mail."


def run(chosen: argparse.Namespace) -> int:
    """Return 0 for a sound proposal, 1 for one with faults, 2 for a file that cannot be read as a mail."""
    root = Path.cwd()
    mail = _mail(chosen.mail)
    proposal = propose_from(root, mail, now())
    for text in _reported(mail, proposal):
        print(harmless(text))
    if proposal.sound and chosen.write:
        for path, content in proposal.contents():
            if (root / path).is_file() and (root / path).read_bytes() == content:
                continue
            put(root / path, content)
            print(f"Skrevet: {path}")
    elif proposal.sound:
        print("Er det rigtigt, så kør kommandoen igen med --write.")
    return 0 if proposal.sound else 1


def _mail(file: Path) -> Mail:
    try:
        with file.open("rb") as opened:
            return read_mail(file.name, opened.read(MOST_BYTES + 1))
    except OSError:
        raise CommandError("Filen kan ikke læses.") from None
    except MailError as error:
        raise CommandError(str(error)) from None


def _reported(mail: Mail, proposal: MailProposal) -> Iterator[str]:
    """Yield what is printed of a proposal, line by line, as the mail wrote it."""
    if proposal.sender:
        yield f"Fra: {proposal.sender}"
    if mail.subject:
        yield f"Emne: {mail.subject}"
    for file in proposal.files:
        yield from ["", *_file(file)]
    for picture in proposal.pictures:
        yield from ["", f"Billede: {picture.name} bliver til {picture.path}"]
        if not picture.used:
            yield from ["Skriv selv ind i filen, hvad der skal stå om det:", *still_to_write(picture)]
    if proposal.notes:
        yield from ["", "Er det ment sådan?", *(f"- {note}" for note in proposal.notes)]
    if proposal.faults:
        yield from ["", "Det skal rettes først:", *(f"- {fault}" for fault in proposal.faults)]
    if proposal.changes:
        yield from ["", "Det er ændret i mellemtiden:", *proposal.changes]
    yield ""


def _file(file: ProposedFile) -> Iterator[str]:
    if file.before is None:
        yield f"En ny fil: {file.path}"
        lines = file.text.split("\n")[:-1]
    elif file.before == file.text:
        yield f"Det står der allerede: {file.path}"
        return
    else:
        yield f"En rettelse af {file.path}"
        lines = differences(file.before, file.text, "før", "nu")
    yield from (f"    {text}" for text in lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES:
        yield f"    … og {len(lines) - _MOST_LINES} linjer til."
