"""What the robot answers in an issue that carries a file, and what it writes of the pull request: all of it escaped."""

from __future__ import annotations

from collections.abc import Iterator

from generator.danish import formatting
from generator.editing.form.answer import APPROVAL, MARK
from generator.editing.issues.proposal import FileProposal
from generator.editing.mail.present import differences
from generator.editing.mail.proposal import ProposedFile
from generator.text.github import block, code, prose

_MOST = 30
_NEXT_WHEN_SOUND = (
    "1. Er noget forkert, så lav det om i formularen, send det igen, og luk denne sag.",
    f"2. En medarbejder ser forslaget igennem og sætter mærket {code(APPROVAL)}.",
    "3. Så bliver det gemt som et forslag til siden og kommer på, når det er flettet ind. Sagen her lukker af sig selv.",
)
_NEXT_WHEN_FAULTY = ("Ret det i formularen, send det igen derfra, og luk denne sag.",)
_NOW = "**Det sker der nu**"


def answer(proposal: FileProposal, *, changed: bool = False, mail: str = "") -> str:
    """Return the comment in the issue.

    `changed` where it was changed after a maintainer had approved it; `mail` is the programme's address, empty where unknown.
    """
    note = [f"Sagen er ændret, siden den blev godkendt, så en medarbejder skal sætte mærket {code(APPROVAL)} igen.", ""]
    said = _sound(proposal) if proposal.sound else _faulty(proposal)
    help_ = f"Spørgsmål? Skriv her i sagen{f', eller skriv til {mail}' if mail else ''}."
    return "\n".join([MARK, *(note if changed else []), *said, "", help_, ""])


def description(proposal: FileProposal, sent_by: str = "") -> str:
    """Return the text of the pull request, in which "Closes" is GitHub's word. `sent_by` says who sent the issue."""
    checked = "Tjekket og bygget i samme kørsel, som lavede forslaget. Se det igennem, og flet det, når det er rigtigt."
    said = [f"Fra formularen, i sag #{proposal.number}. {sent_by}".rstrip(), "", *_facts(proposal), "", *_notes(proposal)]
    return "\n".join([*said, checked, "", f"Closes #{proposal.number}", ""])


def title(proposal: FileProposal) -> str:
    """Return the title of the pull request, which holds a path and nothing of anybody's."""
    first = proposal.files[0]
    return f"{'Ny' if first.before is None else 'Ret'}: {first.path}"


def _sound(proposal: FileProposal) -> Iterator[str]:
    yield "**Tak! Det her bliver ændret.** Se efter, om det er rigtigt:"
    yield ""
    yield from _facts(proposal)
    yield ""
    yield from _notes(proposal)
    for file in proposal.files:
        yield from (_shown(file), "")
    yield from (_NOW, "", *_NEXT_WHEN_SOUND)


def _faulty(proposal: FileProposal) -> Iterator[str]:
    faults = proposal.mail.faults or ("Der er ingen fil i sagen.",)
    count = len(faults)
    yield f"**Tak! Der er {formatting.number(count)} ting, der skal rettes, før det kan komme på siden:**"
    yield ""
    yield from (f"- {prose(fault)}" for fault in faults[:_MOST])
    if count > _MOST:
        yield f"- … og {count - _MOST} til."
    if proposal.mail.changes:
        yield from ("", "Det er ændret i mellemtiden:", "", block("\n".join(proposal.mail.changes), "diff"))
    yield from ("", _NOW, "", *_NEXT_WHEN_FAULTY)


def _facts(proposal: FileProposal) -> Iterator[str]:
    for file in proposal.files:
        yield f"- **{'Ny fil' if file.before is None else 'Rettet fil'}:** {code(file.path)}"
    if proposal.offered:
        count = "Ét billede" if proposal.offered == 1 else f"{formatting.capital(formatting.number(proposal.offered))} billeder"
        yield f"- **Billeder:** {count}, som bliver hentet, når forslaget er godkendt."


def _notes(proposal: FileProposal) -> Iterator[str]:
    notes = proposal.mail.notes
    if notes:
        yield from ("**Er det ment sådan?** Ellers ret det:", "", *(f"- {prose(note)}" for note in notes[:_MOST]), "")


def _shown(file: ProposedFile) -> str:
    if file.before is None:
        return block(file.text, "yaml")
    return block("\n".join(differences(file.before, file.text)[2:]), "diff")
