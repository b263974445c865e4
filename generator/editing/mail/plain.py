"""A mail that somebody wrote without the form: what of it is the letter, and who wrote."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.editing.mail.block import before_blocks, unquoted
from generator.text.sanitise import line

_SIGNATURE = re.compile(
    r"-- ?|_{5,}|(?:Sendt fra (?:min\b|[A-Z])|(?:Hent Outlook til|Sent from my|Get Outlook for|Virusfri)\b).*"
    r"|Denne (?:mail|e-?mail|meddelelse|besked)\b.*(?:fortrolig|vira|virus|scannet).*"
)
_NAME_OR_NUMBER = (
    r"bestyrelsen|koret|foreningen|udvalget|gruppen|os|alle|[A-ZÆØÅ][\wæøåé.-]*|&|og|i|/|[+\d][\d ]*|\S+@\S+|tlf\.?|mobil|[,|]"
)
_GREETING = re.compile(
    r"(?i:(?:(?:de|med|mange|rigtig|gode|allerbedste|bedste|venlige?|kærlige?|varme|glade|kind|best|warm)\s+)*(?:hilsen|hilsner|regards|wishes)"
    r"|m\.?v\.?h\.?|v\.?h\.?|k\.?h\.?|cheers)[\s,.!:]*"
    rf"(?:(?:fra|på vegne af|v/)(?:\s+|$))?(?:(?:{_NAME_OR_NUMBER})[\s,|]*){{0,12}}"
)
"""A line that ends a letter: a greeting, and nothing more than names and numbers."""
_CLOSING = re.compile(
    r"(?:på gensyn|vi ses|(?:på forhånd )?(?:mange |tusind )?tak(?: for hjælpen| på forhånd)?)[!., ]*", re.IGNORECASE
)
"""A line that ends a letter where a name follows, and may be a part of it elsewhere."""
_PERSON = re.compile(r"/{0,2} ?[A-ZÆØÅ][\wæøåé.-]+(?: [A-ZÆØÅ][\wæøåé.-]*){0,4}[,.]?")
_BETWEEN = re.compile(r"\s*[/|,·]\s*|\s+[-–]\s+")
_WAY = re.compile(r"\S@\S|(?:\d[ .-]?){8}")
_MOST_OF_SIGNATURE = 8
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


def letters_of(text: str, sender: str = "") -> tuple[Letter, Letter]:
    """Return what somebody wrote above the mail that is answered or forwarded, and all of it with that.

    Without quotation signs, the heads of other mails, the sender and signatures.
    """
    lines = _SENDER.sub("", unquoted(text)).split("\n")
    all_of_it = [each for each in lines if not _ATTRIBUTION.fullmatch(each)]
    return _letter(lines[: _end_of_own(lines)], sender), _letter(all_of_it, sender)


def _end_of_own(lines: list[str]) -> int:
    """Return the line with which another mail begins; the number of lines where none does."""
    for place, text in enumerate(lines):
        head = [each for each in lines[place : place + 4] if _HEADER.fullmatch(each)]
        if _ATTRIBUTION.fullmatch(text) or _FORWARDED.fullmatch(text.strip()) or (len(head) > 2 and _names_sender(head)):
            return place
    return len(lines)


def _names_sender(head: list[str]) -> bool:
    return any(each.strip("*_ ").lower().startswith(("fra", "from")) for each in head)


def _is_signature(paragraph: list[str], sender: str) -> bool:
    """Return whether the last lines of a letter only say who wrote it: the sender's name, or a name with a phone number or mail."""
    if len(paragraph) > _MOST_OF_SIGNATURE or max(map(len, paragraph)) > 80:
        return False
    name = _BETWEEN.split(paragraph[0].strip(" /–-,."))[0]
    is_name = bool(_PERSON.fullmatch(name))
    is_senders = {*name.lower().split()} <= {*sender.lower().split()}
    return is_name and (is_senders or (" " in name and any(map(_WAY.search, paragraph))))


def _unsigned(written: list[str], sender: str) -> tuple[list[str], list[str]]:
    """Return a letter's lines without its last paragraph where that is a signature, and the lines of that."""
    ends = next((place + 1 for place in range(len(written) - 1, -1, -1) if written[place].strip()), 0)
    begins = next((place + 1 for place in range(ends - 1, -1, -1) if not written[place].strip()), 0)
    written = written[:ends]
    return (written[:begins], written[begins:]) if begins and _is_signature(written[begins:], sender) else (written, [])


def _ends_letter(lines: list[str], place: int) -> bool:
    """Return whether a letter ends with the line at `place`, before a name: `På forhånd tak!`."""
    if len(lines) - place > 3 * _MOST_OF_SIGNATURE or not _CLOSING.fullmatch(lines[place].strip()):
        return False
    rest = [each.strip() for each in lines[place + 1 :] if each.strip()]
    return bool(0 < len(rest) <= _MOST_OF_SIGNATURE and _PERSON.fullmatch(rest[0]))


def _letter(lines: list[str], sender: str) -> Letter:
    """Return the lines without signatures and the heads of other mails: three or more in a row, one of which says who sent it.

    The `Dato:` of a head is when the mail was sent, not when something happens. What was forwarded begins below the signature.
    """
    written: list[str] = []
    left_out: list[str] = []
    head: list[str] = []
    signature = False
    for place, text in enumerate([*lines, ""]):
        if _HEADER.fullmatch(text):
            head.append(text)
            continue
        is_head = len(head) >= 3 and _names_sender(head)
        forwarded = is_head or bool(_FORWARDED.fullmatch(text.strip()))
        if not is_head:
            (left_out if signature else written).extend(head)
        head = []
        signature = not forwarded and (signature or bool(_SIGNATURE.fullmatch(text) or _GREETING.fullmatch(text.strip())))
        signature = signature or (place < len(lines) and _ends_letter(lines, place))
        if not _FORWARDED.fullmatch(text.strip()):
            (left_out if signature else written).append(text)
    written, name = _unsigned(written, sender)
    left_out = [*name, *left_out]
    return Letter("\n".join(written).strip(), line(" / ".join(filter(None, map(str.strip, left_out)))))
