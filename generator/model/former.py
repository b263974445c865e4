"""The former addresses of a page: where it stood before it moved, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any
from urllib.parse import unquote

from pydantic import Field

from generator.model.choice import Several
from generator.model.content import Content
from generator.model.written import Written, parsed
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import values
from generator.text.letters import folded, slug

KEY = "tidligere adresser"
_STEP = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ADDRESS = rf"/?({_STEP}(?:/{_STEP}){{0,4}})(?:/(?:index\.html)?)?"
_HOST = re.compile(r"(?:https?:)?//[^/]*/?|www\.[^/]*/?", re.IGNORECASE)
_EXAMPLE = "/omraader/gammelby/"
_NO_ADDRESS = "{} kan ikke være en adresse på siden. Skriv for eksempel {}."


def parse_former(written: str) -> str:
    """Return an address of this site from its root, `omraader/gammelby/`. Raises RefusedError for what no page here ever had."""
    match = re.fullmatch(_ADDRESS, written)
    if match:
        return f"{match[1]}/"
    if re.search(r"\S[\s,;]+\S", written):
        raise RefusedError(values.FORMER, f"{quoted(written)} er mere end én adresse. Skriv hver adresse på sin egen linje.")
    if _HOST.match(written):
        only = f"Skriv kun det, der står efter sidens navn, for eksempel {_better(_HOST.sub('', written, count=1))}."
        raise RefusedError(values.FORMER, f"{quoted(written)} begynder med et websteds navn. {only}")
    raise RefusedError(values.FORMER, _NO_ADDRESS.format(quoted(written), _better(written)))


def _better(written: str) -> str:
    """Return the address that was perhaps meant: small letters from a to z, and nothing after `?` or `#`."""
    path = re.split(r"[?#]", unquote(written))[0].replace("\\", "/").removesuffix("index.html")
    steps = list(filter(None, (slug(re.sub(r"\.(?:html?|md)$", "", step)) for step in path.split("/"))))
    return f"/{'/'.join(steps[:5])}/" if steps else _EXAMPLE


FormerAddress = Annotated[str, parsed(parse_former), Written(_ADDRESS, _NO_ADDRESS.format("{}", _EXAMPLE))]
FormerAddresses = Annotated[
    Several[FormerAddress],
    Field(
        alias=KEY,
        description="Hvor siden lå, før den flyttede, den ældste først. Links derhen virker stadig.",
        examples=[_EXAMPLE],
        max_length=20,
    ),
]
"""Where a page stood before, the oldest first: what calendars know an event by."""


def area_of(former: str) -> str | None:
    """Return the name of the area that had its page at a former address; None where that was no area's."""
    match former.split("/"):
        case ["omraader", name, ""]:
            return name
    return None


def names_in(section: str, former: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the owner and the name of what had its page at each of these former addresses, in one section: `det-sker`."""
    for address in former:
        match address.split("/"):
            case [found, owner, name, ""] if found == section:
                yield owner, name


def former_in(fields: object) -> dict[str, Any]:
    """Return of the fields of a file, as they are written, only the one that says where its page stood before."""
    written = fields if isinstance(fields, dict) else {}
    return {key: value for key, value in written.items() if folded(str(key)) == folded(KEY)}


class PageFacts(Content):
    """What the generator itself asks of the front matter of a page of content/."""

    former: FormerAddresses = ()
