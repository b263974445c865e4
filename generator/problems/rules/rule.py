"""What a kind of problem is, and what each kind is told with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Home(StrEnum):
    """Where the lines of an example stand."""

    EVENT = "I et arrangements felter"
    AREA = "I `area.yml`"
    OWNERS = "I `content/owners.yml`"
    TEXT = "I teksten under felterne"
    STORY = "I `index.md`"
    FILE = "Hele filen"
    NAME = "Filens eller mappens navn"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem, explained. `code` is its name for programs and its anchor on the page of messages, for ever.

    In `cause`, `cure` and `home`, the names of fields and files stand between backticks.
    `wrong` and `right` are the same few lines before and after, as they stand in `home`.
    """

    code: str
    title: str
    cause: str
    cure: str
    wrong: str = ""
    right: str = ""
    home: Home = Home.EVENT
