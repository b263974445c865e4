"""What a rule is, and where the lines of its example stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Home(StrEnum):
    """A place in the content where the lines of an example stand, in Danish."""

    EVENT = "I et arrangements felter"
    AREA = "I `area.yml`"
    OWNERS = "I `content/owners.yml`"
    TEXT = "I teksten under felterne"
    STORY = "I `index.md`"
    FILE = "Hele filen"
    NAME = "Filens eller mappens navn"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem with its explanation. `code` is its name for programs and its anchor on the page of messages, for ever.

    In `cause`, `cure` and `home`, the names of fields and files stand between backticks.
    `wrong` and `right` are the same few lines before and after, as they stand in `home`. A `warning` asks about what may be meant
    as it is: it makes no check fail.
    """

    code: str
    title: str
    cause: str
    cure: str
    wrong: str = ""
    right: str = ""
    home: Home = Home.EVENT
    warning: bool = False
