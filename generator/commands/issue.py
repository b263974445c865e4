"""`kulturpunkt issue`: reads an issue that proposes an event or a file of the form, and writes the answer to it. GitHub runs it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from generator.commands import CommandError
from generator.commands.context import now
from generator.commands.files import lay
from generator.content.load import load
from generator.editing.form.attachment import GITHUB, Sources, fetch
from generator.editing.form.fields import Fault
from generator.editing.form.picture import put_into
from generator.editing.form.proposal import Proposal, propose
from generator.editing.issues import file_reply as files
from generator.editing.issues.event_reply import APPROVAL, answer, description
from generator.editing.issues.proposal import carries_file, propose_files
from generator.editing.sender import Sender, relation, sender_of
from generator.problems.problem import RefusedError
from generator.problems.rules import reading
from generator.reading.settings import read_settings

HELP = "læs et arrangement eller en fil fra formularen, der er foreslået i en sag på GitHub"
_MOST_BYTES = 2_000_000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--event", type=Path, required=True, help="GitHubs fil om hændelsen (GITHUB_EVENT_PATH)")
    parser.add_argument("--output", type=Path, required=True, help="mappen, som svaret skrives i")
    parser.add_argument("--write", action="store_true", help="gem også filen i areas/ eller content/, og hent dens billeder")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 for a sound proposal, 1 for one with faults (which is answered too), 2 for an event that cannot be read."""
    try:
        issue = _issue(chosen.event)
    except (OSError, ValueError, KeyError, TypeError):
        raise CommandError("Hændelsens fil kan ikke læses som en sag.") from None
    made = (_of_file if carries_file(issue.body) else _of_answers)(issue, now(), approved=chosen.write)
    for name, text in made.answers.items():
        lay(chosen.output / name, (text if name.endswith(".md") else f"{text}\n").encode())
    if chosen.write:
        for path, content in made.contents.items():
            lay(Path.cwd() / path, content)
    return 0 if made.sound else 1


class _Made(NamedTuple):
    """What becomes of an issue: the files that the workflow's script reads, and what is written below the project's top.

    Of the script's files, only `answer.md` and `description.md` hold anybody's text, escaped.
    """

    sound: bool
    answers: dict[str, str]
    contents: dict[str, bytes]


def _of_answers(issue: _Issue, now: datetime, *, approved: bool) -> _Made:
    """Return what becomes of an event that was given in answers to questions."""
    proposal = propose(Path.cwd(), issue.number, issue.body, now)
    contents: dict[str, bytes] = {}
    if approved and proposal.sound:
        proposal, contents = with_picture(Path.cwd(), proposal)
    if proposal.sound and proposal.file:
        contents = {proposal.file.path: proposal.file.text.encode(), **contents}
    said = answer(proposal, changed=issue.changed_after_approval, explained=read_settings(Path.cwd()).messages)
    if not proposal.sound or not proposal.file:
        return _Made(sound=False, answers=_answers(issue, said), contents={})
    _, area, _, name = proposal.file.path.removesuffix(".md").split("/")
    sent_by = relation(issue.sender, proposal.site.owners, contents) if proposal.site else ""
    proposed = _proposed(f"Arrangement: {area}/{name}", proposal.branch, contents, description(proposal, sent_by), issue)
    return _Made(sound=True, answers=_answers(issue, said) | proposed, contents=contents)


def _of_file(issue: _Issue, now: datetime, *, approved: bool) -> _Made:
    """Return what becomes of a file that the form wrote."""
    proposal = propose_files(Path.cwd(), issue.number, issue.body, now, plain_picture if approved else None)
    site, _ = load(Path.cwd())
    said = files.answer(proposal, changed=issue.changed_after_approval, mail=site.contacts.mail if site else "")
    if not proposal.sound:
        return _Made(sound=False, answers=_answers(issue, said), contents={})
    contents = dict(proposal.mail.contents())
    sent_by = relation(issue.sender, site.owners, contents) if site else ""
    proposed = _proposed(files.title(proposal), proposal.branch, contents, files.description(proposal, sent_by), issue)
    return _Made(sound=True, answers=_answers(issue, said) | proposed, contents=contents)


def _answers(issue: _Issue, said: str) -> dict[str, str]:
    changed = {"changed-after-approval": ""} if issue.changed_after_approval else {}
    return {"number": str(issue.number), "answer.md": said, **changed}


def _proposed(title: str, branch: str, paths: Iterable[str], text: str, issue: _Issue) -> dict[str, str]:
    sender = {"sender": issue.sender.as_author} if issue.sender else {}
    return {"branch": branch, "paths": "\n".join(paths), "title": title, "description.md": text, **sender}


def plain_picture(address: str, sources: Sources = GITHUB) -> bytes:
    """Return a picture from where GitHub keeps it, without metadata. Raise RefusedError."""
    from generator.media.photos import plain_jpeg  # Pillow, which most issues do not need

    return plain_jpeg(fetch(address, sources))


def with_picture(root: Path, proposal: Proposal, sources: Sources = GITHUB) -> tuple[Proposal, dict[str, bytes]]:
    """Return a sound proposal with its picture in its file, and the picture's content by its path.

    The picture is fetched here, so this is only for a proposal that a maintainer has approved. Where there is none, or it cannot be
    used, the proposal goes on without it and says why.
    """
    file, picture = proposal.file, proposal.picture
    if file is None or picture is None:
        return proposal, {}
    file, path = put_into(root, file, proposal.number, picture)
    try:
        if (root / path).parent.resolve() != (root.resolve() / path).parent:
            raise RefusedError(reading.LINK, "Mappen images er en genvej og kan ikke bruges.")
        content = plain_picture(picture.address, sources)
    except RefusedError as error:
        note = Fault("Billede", f"{error} Arrangementet kommer med uden billede.", error.rule.code)
        return replace(proposal, picture=None, notes=(*proposal.notes, note)), {}
    return replace(proposal, file=file), {path: content}


class _Issue(NamedTuple):
    number: int
    body: str
    changed_after_approval: bool
    sender: Sender | None


def _issue(event: Path) -> _Issue:
    """Return the issue of GitHub's JSON. Raises ValueError, KeyError or TypeError for anything else."""
    if event.stat().st_size > _MOST_BYTES:
        raise ValueError("too large")
    payload: Any = json.loads(event.read_bytes())
    number, body = payload["issue"]["number"], payload["issue"]["body"] or ""
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number < 10**9 or not isinstance(body, str):
        raise TypeError("not an issue")
    approved = APPROVAL in [label["name"] for label in payload["issue"].get("labels", ())]
    return _Issue(number, body, approved and payload.get("action") == "edited", sender_of(payload["issue"]))
