"""Who may change what: the programme's own people change everything, an area's owners their own folder.

Whose a change is, git tells by mail addresses, of which GitHub's own name the account. An address in a commit is what its writer
has set, so this is what was said, not what was proved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from generator.model.choice import one_or_listed
from generator.model.content import Content
from generator.model.values import Key, Line
from generator.model.written import matching
from generator.problems.rules import values

FILE = "content/owners.yml"

Account = Annotated[
    Line,
    matching(
        r"@?(?=[^/]{1,39}(?:/|$))[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9][a-z0-9_.-]{0,99})?",
        values.ACCOUNT,
        "{} er ikke en konto på GitHub. Skriv kontoens navn, for eksempel anna-hansen, eller et hold: foreningen/skribenter.",
    ),
    AfterValidator(lambda account: account.removeprefix("@")),
]
"""A person's account, or a team: `organisation/team`."""


Accounts = Annotated[tuple[Account, ...], BeforeValidator(one_or_listed)]


class Owners(Content):
    """The fields of content/owners.yml."""

    staff: Accounts = Field((), alias="programmet", description="Dem, der må ændre alt.", examples=["example/kulturpunkt"])
    areas: Mapping[Key, Accounts] = Field(
        {}, alias="områder", description="Områdets mappe, og hvem der må ændre den.", examples=[{"nordmors": ["example-konto"]}]
    )

    def is_staff(self, author: str, teams: frozenset[str] = frozenset()) -> bool:
        """Return whether an account is one of the programme's own. Accounts are compared without case, as GitHub does."""
        return _names(self.staff, author, teams)

    def areas_of(self, author: str, teams: frozenset[str] = frozenset()) -> list[str]:
        """Return the slugs of the areas that an account owns, itself or by one of the `teams` it is known to be in; sorted."""
        return sorted(slug for slug, accounts in self.areas.items() if _names(accounts, author, teams))

    def are_of_area(self, slug: str, mails: Iterable[str]) -> bool:
        """Return whether one of these addresses is known to be an owner of an area.

        Somebody who owns everything is the programme's own, also where an area names the same account.
        """
        accounts = {account for mail in mails if not is_robot(mail) and (account := account_of(mail))}
        return any(slug in self.areas_of(account) and not self.is_staff(account) for account in accounts)

    def are_of_others(self, mails: Iterable[str]) -> bool:
        """Return whether one of these addresses is neither a robot nor known to be one of the programme's own."""
        people = [mail for mail in mails if mail and not is_robot(mail)]
        return any(not self.is_staff(account_of(mail) or "") for mail in people)


_OF_GITHUB = re.compile(r"(?:\d+\+)?([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\[bot\])?)@users\.noreply\.github\.com", re.IGNORECASE)
_ROBOTS = re.compile(r"\[bot\]|^(?:noreply|action|actions)@github\.com$|^robot@", re.IGNORECASE)


def account_of(mail: str) -> str | None:
    """Return the account in an address that GitHub writes for one (`12+anna@users.noreply.github.com`); None for any other."""
    found = _OF_GITHUB.fullmatch(mail)
    return found[1] if found else None


def is_robot(mail: str) -> bool:
    """Return whether an address is one of GitHub's robots, or of GitHub itself."""
    return bool(_ROBOTS.search(mail))


def _names(accounts: tuple[str, ...], author: str, teams: frozenset[str]) -> bool:
    known = {name.lower().removeprefix("@") for name in (author, *teams)}
    return any(account.lower() in known for account in accounts)
