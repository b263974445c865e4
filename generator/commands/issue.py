"""`kulturpunkt issue`: reads an issue that proposes an event, and writes the answer to it. GitHub runs it."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from generator.danish.dates import now_from
from generator.editing.form.answer import APPROVAL, answer, description
from generator.editing.form.attachment import GITHUB, Sources, fetch
from generator.editing.form.issue import Fault
from generator.editing.form.picture import put_into
from generator.editing.form.proposal import Proposal, propose
from generator.problems.problem import RefusedError
from generator.problems.rules import reading
from generator.reading.settings import read_settings

HELP = "læs et arrangement, der er foreslået i en sag på GitHub"
_MOST_BYTES = 2_000_000
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--event", type=Path, required=True, help="GitHubs fil om hændelsen (GITHUB_EVENT_PATH)")
    parser.add_argument("--output", type=Path, required=True, help="mappen, som svaret skrives i")
    parser.add_argument("--write", action="store_true", help="gem også arrangementets fil i areas/, og hent dets billede")


def run(chosen: argparse.Namespace) -> int:
    """Return 0 for a sound proposal, 1 for one with faults (which is answered too), 2 for an event that cannot be read."""
    try:
        issue = _issue(chosen.event)
    except (OSError, ValueError, KeyError, TypeError):
        print("Hændelsens fil kan ikke læses som en sag.", file=sys.stderr)
        return 2
    proposal = propose(Path.cwd(), issue.number, issue.body, now_from(os.environ.get("KULTURPUNKT_TODAY")))
    pictures: dict[str, bytes] = {}
    if chosen.write and proposal.sound:
        proposal, pictures = with_picture(Path.cwd(), proposal)
    chosen.output.mkdir(parents=True, exist_ok=True)
    files = _files(proposal, changed=issue.changed_after_approval, explained=read_settings(Path.cwd()).messages)
    if chosen.write and proposal.sound and issue.sender:
        files["sender"] = f"{issue.sender}\n"
    for name, text in files.items():
        (chosen.output / name).write_text(text, "utf-8", newline="")
    if chosen.write and proposal.sound and proposal.file:
        target = Path.cwd() / proposal.file.path
        target.parent.mkdir(exist_ok=True)
        target.write_text(proposal.file.text, "utf-8", newline="")
    for path, content in pictures.items():
        (Path.cwd() / path).parent.mkdir(exist_ok=True)
        (Path.cwd() / path).write_bytes(content)
        (chosen.output / "picture").write_text(f"{path}\n", "utf-8", newline="")
    return 0 if proposal.sound else 1


def with_picture(root: Path, proposal: Proposal, sources: Sources = GITHUB) -> tuple[Proposal, dict[str, bytes]]:
    """Return a sound proposal with its picture in its file, and the picture's content by its path.

    The picture is fetched here, so this is only for a proposal that a maintainer has approved. Where there is none, or it cannot be
    used, the proposal goes on without it and says why.
    """
    from generator.media.photos import plain_jpeg  # Pillow, which most issues do not need

    file, picture = proposal.file, proposal.picture
    if file is None or picture is None:
        return proposal, {}
    file, path = put_into(root, file, proposal.number, picture)
    try:
        if (root / path).parent.resolve() != (root.resolve() / path).parent:
            raise RefusedError(reading.LINK, "Mappen images er en genvej og kan ikke bruges.")
        content = plain_jpeg(fetch(picture.address, sources))
    except RefusedError as error:
        note = Fault("Billede", f"{error} Arrangementet kommer med uden billede.", error.rule.code)
        return replace(proposal, picture=None, notes=(*proposal.notes, note)), {}
    return replace(proposal, file=file), {path: content}


class _Issue(NamedTuple):
    number: int
    body: str
    changed_after_approval: bool
    sender: str | None


def _issue(event: Path) -> _Issue:
    """Return the issue of GitHub's JSON. Raises ValueError, KeyError or TypeError for anything else."""
    if event.stat().st_size > _MOST_BYTES:
        raise ValueError("too large")
    payload: Any = json.loads(event.read_bytes())
    number, body = payload["issue"]["number"], payload["issue"]["body"] or ""
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number < 10**9 or not isinstance(body, str):
        raise TypeError("not an issue")
    approved = APPROVAL in [label["name"] for label in payload["issue"].get("labels", ())]
    return _Issue(number, body, approved and payload.get("action") == "edited", _sender(payload["issue"].get("user")))


def _sender(user: Any) -> str | None:
    """Return who sent an issue, as git names a co-author; None for robots and where GitHub does not say it.

    So the history knows what an area's own people changed, also where the robot writes it for them.
    """
    if not isinstance(user, dict) or user.get("type") != "User":
        return None
    login, number = user.get("login"), user.get("id")
    if not isinstance(login, str) or not _LOGIN.fullmatch(login) or isinstance(number, bool) or not isinstance(number, int):
        return None
    return f"{login} <{number}+{login}@users.noreply.github.com>"


def _files(proposal: Proposal, *, changed: bool, explained: str) -> dict[str, str]:
    """Return the files that the workflow's script reads. Only `answer.md` and `description.md` hold anybody's text, escaped."""
    files = {"number": str(proposal.number), "answer.md": answer(proposal, changed=changed, explained=explained)}
    if changed:
        files["changed-after-approval"] = ""
    if proposal.sound and proposal.file:
        _, area, _, name = proposal.file.path.removesuffix(".md").split("/")
        title = f"Arrangement: {area}/{name}"
        files |= {"branch": proposal.branch, "path": proposal.file.path, "title": title, "description.md": description(proposal)}
    return {name: text if name.endswith(".md") else text + "\n" for name, text in files.items()}
