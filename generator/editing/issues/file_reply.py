"""What the robot answers in an issue that carries a file, and what it writes of the pull request: all of it escaped."""

from __future__ import annotations

from collections.abc import Iterator

from generator.danish import formatting
from generator.editing.form.write import ProposedFile
from generator.editing.issues.event_reply import APPROVED_AND_PUBLISHED, MOST_FAULTS, NOW, comment, meant, pull_request, sorry
from generator.editing.issues.proposal import FileProposal
from generator.editing.mail.present import differences
from generator.text.github import block, code, prose

_NEXT_WHEN_SOUND = ("1. Er noget forkert, så lav det om i formularen, send det igen, og luk denne sag.", *APPROVED_AND_PUBLISHED)
_NEXT_WHEN_FAULTY = ("Ret det i formularen, send det igen derfra, og luk denne sag.",)


def answer(proposal: FileProposal, *, changed: bool = False, mail: str = "") -> str:
    """Return the comment in the issue.

    `changed` where it was changed after a maintainer had approved it; `mail` is the programme's address, empty where unknown.
    """
    return comment(_sound(proposal) if proposal.sound else _faulty(proposal), changed=changed, mail=mail)


def description(proposal: FileProposal, sent_by: str = "") -> str:
    """Return the text of the pull request. `sent_by` says who sent the issue."""
    said = f"Fra formularen, i sag #{proposal.number}. {sent_by}"
    return pull_request(proposal.number, said, [*_facts(proposal), "", *_notes(proposal)])


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
    yield from (NOW, "", *_NEXT_WHEN_SOUND)


def _faulty(proposal: FileProposal) -> Iterator[str]:
    yield from sorry([f"- {prose(fault)}" for fault in proposal.mail.faults or ("Der er ingen fil i sagen.",)])
    if proposal.mail.changes:
        yield from ("", "Det er ændret i mellemtiden:", "", block("\n".join(proposal.mail.changes), "diff"))
    yield from ("", NOW, "", *_NEXT_WHEN_FAULTY)


def _facts(proposal: FileProposal) -> Iterator[str]:
    for file in proposal.files:
        yield f"- **{'Ny fil' if file.before is None else 'Rettet fil'}:** {code(file.path)}"
    if proposal.offered:
        count = "Ét billede" if proposal.offered == 1 else f"{formatting.capital(formatting.number(proposal.offered))} billeder"
        yield f"- **Billeder:** {count}, som bliver hentet, når forslaget er godkendt."


def _notes(proposal: FileProposal) -> Iterator[str]:
    return meant([f"- {prose(note)}" for note in proposal.mail.notes[:MOST_FAULTS]])


def _shown(file: ProposedFile) -> str:
    if file.before is None:
        return block(file.text, "yaml")
    return block("\n".join(differences(file.before, file.text)[2:]), "diff")
