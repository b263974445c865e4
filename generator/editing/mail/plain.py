"""A mail that somebody wrote without the form: what of it is the letter, and who wrote."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.editing.mail.block import before_blocks, unquoted
from generator.text.sanitise import line

_SIGNATURE = re.compile(
    r"-- ?|_{5,}|(?:Sendt fra (?:min|Outlook)|Hent Outlook til|Sent from my|Get Outlook for|Denne (?:mail|e-mail) er fortrolig)\b.*"
)
_NAME_OR_NUMBER = r"[A-ZÆØÅ][\wæøåé.-]*|&|og|i|/|[+\d][\d ]*|\S+@\S+|tlf\.?|mobil|[,|]"
_GREETING = re.compile(
    r"(?i:(?:(?:de|med|mange|bedste|venlige?|kærlige?|varme|glade|kind|best|warm)\s+)*(?:hilsen|hilsner|regards|wishes)"
    r"|m\.?v\.?h\.?|v\.?h\.?|k\.?h\.?|cheers)[\s,.!:]*"
    rf"(?:(?:fra|på vegne af|v/)(?:\s+|$))?(?:(?:{_NAME_OR_NUMBER})[\s,|]*){{0,12}}"
)
"""A line that ends a letter: a greeting, and nothing more than names and numbers."""
_ATTRIBUTION = re.compile(r"(?:Den|On|Am)\s.{5,200}\s(?:skrev|wrote|schrieb)\b.{0,200}:?\s*")
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


class Letter(NamedTuple):
    """What somebody wrote, and the lines of it that were taken for a greeting or a signature."""

    text: str
    left_out: str


def letters_of(text: str) -> tuple[Letter, Letter]:
    """Return what somebody wrote above the mail that is answered or forwarded, and all of it with that.

    Without quotation signs, the heads of other mails, the sender and signatures.
    """
    lines = _SENDER.sub("", unquoted(text)).split("\n")
    return _letter(lines[: _end_of_own(lines)]), _letter([each for each in lines if not _ATTRIBUTION.fullmatch(each)])


def _end_of_own(lines: list[str]) -> int:
    """Return the line with which another mail begins; the number of lines where none does."""
    for place, text in enumerate(lines):
        head = [each for each in lines[place : place + 4] if _HEADER.fullmatch(each)]
        if _ATTRIBUTION.fullmatch(text) or _FORWARDED.fullmatch(text.strip()) or (len(head) > 2 and _names_sender(head)):
            return place
    return len(lines)


def _names_sender(head: list[str]) -> bool:
    return any(each.strip("*_ ").lower().startswith(("fra", "from")) for each in head)


def _letter(lines: list[str]) -> Letter:
    """Return the lines without signatures and the heads of other mails: three or more in a row, one of which says who sent it.

    The `Dato:` of a head is when the mail was sent, not when something happens. What was forwarded begins below the signature.
    """
    written: list[str] = []
    left_out: list[str] = []
    head: list[str] = []
    signature = False
    for text in [*lines, ""]:
        if _HEADER.fullmatch(text):
            head.append(text)
            continue
        is_head = len(head) >= 3 and _names_sender(head)
        forwarded = is_head or bool(_FORWARDED.fullmatch(text.strip()))
        if not is_head:
            (left_out if signature else written).extend(head)
        head = []
        signature = not forwarded and (signature or bool(_SIGNATURE.fullmatch(text) or _GREETING.fullmatch(text.strip())))
        if not _FORWARDED.fullmatch(text.strip()):
            (left_out if signature else written).append(text)
    return Letter("\n".join(written).strip(), line(" / ".join(filter(None, map(str.strip, left_out)))))
