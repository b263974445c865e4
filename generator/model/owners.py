"""Who may change what: the programme's own people change everything, an area's owners their own folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from generator.model.content import Content
from generator.model.values import Key, Line
from generator.model.written import matching
from generator.problems.rules import values

FILE = "content/owners.yml"

PROGRAMME = "programmet"
"""Who owns what is no area's: the programme itself."""


def folder_of(owner: str) -> str:
    """Return the folder with all that an owner has written: `areas/nordmors`, or `content` for the programme."""
    return "content" if owner == PROGRAMME else f"areas/{owner}"


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


def _listed(written: Any) -> Any:
    """Return one account where a list is meant as a list, and none where nothing stands."""
    if isinstance(written, str):
        return [written] if written.strip() else []
    return written


Accounts = Annotated[tuple[Account, ...], BeforeValidator(_listed)]


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


def _names(accounts: tuple[str, ...], author: str, teams: frozenset[str]) -> bool:
    known = {name.lower().removeprefix("@") for name in (author, *teams)}
    return any(account.lower() in known for account in accounts)
