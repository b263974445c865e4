"""A mail that somebody wrote without the form: what of it is the letter, and who wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.editing.mail.block import before_blocks, unquoted
from generator.text.sanitise import line

_SIGNATURE = re.compile(r"-- ?|(?:Sendt fra min|Hent Outlook til|Sent from my|Get Outlook for)\b.*")
_HEADER = re.compile(
    r"[*_ ]*(?P<name>Fra|From|Til|To|Cc|Kopi|Emne|Subject|Dato|Date|Sendt|Sent|Svar til|Reply-To)[*_ ]*:.*", re.IGNORECASE
)
_FORWARDED = re.compile(
    r"[-_= ]*(?:(?:start på )?videresendt (?:meddelelse|besked|mail)|(?:begin )?forwarded message"
    r"|oprindelig meddelelse|original message)[-_= :]*",
    re.IGNORECASE,
)
_SENDER = re.compile(r"^(?:Navn|Telefon eller mail):[^\n]*$", re.MULTILINE)
_NAME = re.compile(r"^Navn:[ \t]*([^\n]{1,200})$", re.MULTILINE)


def sender_in(text: str) -> str:
    """Return the name that the form asked the sender for; empty where it does not stand there."""
    match = _NAME.search(before_blocks(text))
    return line(match[1]) if match else ""


def letter_of(text: str) -> str:
    """Return what somebody wrote, without quotation signs, the heads of forwarded mails, the sender and the signature."""
    plain = _SENDER.sub("", unquoted(text))
    return "\n".join(_written(plain.split("\n"))).strip()


def _written(lines: list[str]) -> Iterator[str]:
    """Yield the lines without signatures and the heads of other mails: three or more in a row, one of which says who sent it.

    The `Dato:` of a head is when the mail was sent, not when something happens. What was forwarded begins below the signature.
    """
    head: list[str] = []
    signature = False
    for text in [*lines, ""]:
        if _HEADER.fullmatch(text):
            head.append(text)
            continue
        is_head = len(head) >= 3 and any(each.strip("*_ ").lower().startswith(("fra", "from")) for each in head)
        forwarded = is_head or bool(_FORWARDED.fullmatch(text.strip()))
        if not signature and not is_head:
            yield from head
        head = []
        signature = not forwarded and (signature or bool(_SIGNATURE.fullmatch(text)))
        if not signature and not _FORWARDED.fullmatch(text.strip()):
            yield text
