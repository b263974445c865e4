"""Whose a change is, as far as git tells it: by mail addresses, of which GitHub's own name the account.

An address in a commit is what its writer has set, so this is what was said, not what was proved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.owners import Owners

_OF_GITHUB = re.compile(r"(?:\d+\+)?([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\[bot\])?)@users\.noreply\.github\.com", re.IGNORECASE)
_ROBOTS = re.compile(r"\[bot\]|^(?:noreply|action|actions)@github\.com$|^robot@", re.IGNORECASE)


def account_of(mail: str) -> str | None:
    """Return the account in an address that GitHub writes for one (`12+anna@users.noreply.github.com`); None for any other."""
    found = _OF_GITHUB.fullmatch(mail)
    return found[1] if found else None


def is_robot(mail: str) -> bool:
    """Return whether an address is one of GitHub's robots, or of GitHub itself."""
    return bool(_ROBOTS.search(mail))


def are_of_area(owners: Owners, slug: str, mails: Iterable[str]) -> bool:
    """Return whether one of these addresses is known to be an owner of an area: its account stands in content/owners.yml.

    Somebody who owns everything is the programme's own, also where an area names the same account.
    """
    accounts = {account for mail in mails if not is_robot(mail) and (account := account_of(mail))}
    return any(slug in owners.areas_of(account) and not owners.is_staff(account) for account in accounts)


def are_of_others(owners: Owners, mails: Iterable[str]) -> bool:
    """Return whether one of these addresses is neither a robot nor known to be one of the programme's own."""
    people = [mail for mail in mails if mail and not is_robot(mail)]
    return any(not owners.is_staff(account_of(mail) or "") for mail in people)
