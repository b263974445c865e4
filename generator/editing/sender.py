"""Who sent an issue, as far as GitHub and content/owners.yml say it: one of the staff, of the area's own people, or a stranger."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.model.owners import FILE as OWNERS_FILE
from generator.model.owners import Owners
from generator.text.github import code

_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?")
_WITH_ACCESS = ("OWNER", "MEMBER", "COLLABORATOR")


@dataclass(frozen=True, slots=True)
class Sender:
    """An account, its number, and whether GitHub says that it has access to the project."""

    login: str
    number: int
    has_access: bool

    @property
    def as_author(self) -> str:
        """Return the account as git names a co-author, so that the history knows what an area's own people changed."""
        return f"{self.login} <{self.number}+{self.login}@users.noreply.github.com>"


def sender_of(issue: Any) -> Sender | None:
    """Return who sent an issue of GitHub's JSON; None for robots and where GitHub does not say it."""
    user = issue.get("user")
    if not isinstance(user, dict) or user.get("type") != "User":
        return None
    login, number = user.get("login"), user.get("id")
    if not isinstance(login, str) or not _LOGIN.fullmatch(login) or isinstance(number, bool) or not isinstance(number, int):
        return None
    return Sender(login, number, issue.get("author_association") in _WITH_ACCESS)


def relation(sender: Sender | None, owners: Owners, paths: Iterable[str]) -> str:
    """Return a line for those who approve: whether the sender is one of those whose files these are."""
    if sender is None:
        return ""
    who = f"**Sendt af:** {code(sender.login)}"
    areas = {path.split("/")[1] if path.startswith("areas/") else "" for path in paths}
    if owners.is_staff(sender.login):
        return f"{who}, en af programmets folk."
    if areas <= set(owners.areas_of(sender.login)):
        return f"{who}, en af områdets egne."
    if sender.has_access:
        return f"{who}, som har adgang til projektet."
    whom = "Kun programmets folk ændrer de filer" if "" in areas else "Spørg området, før forslaget bliver flettet ind"
    return f"{who}, **en fremmed**: Kontoen står ikke i {code(OWNERS_FILE)} for de filer. {whom}."
