"""Addresses that people reach others by: web addresses, mail addresses and phone numbers, as they are pasted or spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qs, quote, urlsplit

from pydantic import AfterValidator

from generator.model.written import Pattern, Written, parsed, text_up_to
from generator.problems.problem import RefusedError, quoted
from generator.problems.rules import values

LONGEST_ADDRESS = 2_000
_LONGEST_PASTED = 10_000
"""Letters of a web address: what is shown, and what may be pasted with its tracking."""
_LONGEST_WAY = 500
"""Letters of a longer text are no phone number and no mail address; the time to find that out grows with the square of them."""

_HOST = r"""[^\s/?#@:<>"'()\[\]\\,;.]+(?:\.[^\s/?#@:<>"'()\[\]\\,;.]+)*\.(?:[a-zæøå]{2,}|xn--[a-z0-9-]+)\.?"""
_BEGUN_HOST = r"""[^\s/?#@:<>"'()\[\]\\,;.]+(?:\.[^\s/?#@:<>"'()\[\]\\,;.]+)+\.?"""
_NO_FILE = r"(?![^/?#]*\.(?:pdf|docx?|jpe?g|png|webp|gif|heic|html?|md|txt|xlsx?|pptx?|mp[34]|ics)(?:[.?#]|$))"
_REST = r"(?::[0-9]{1,5})?(?:[/?#\\][\s\S]*)?"
WEB_PATTERN = rf"<?(?:(?:https?:?)?//?/?{_BEGUN_HOST}|https?:{_BEGUN_HOST}|{_NO_FILE}{_HOST}){_REST}"
"""What is read as a web address: with or without `https://`, with any letters after the host."""

_BEGINNING = re.compile(r"<?(https?)?:?/{0,3}(?=[^/:])", re.IGNORECASE)
_PARTS = re.compile(r"([^/?#\\:]+)(:[0-9]+)?([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)
_SAFE = "/:@!$&()*+,;=~-._%"
_LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_TWO = re.compile(r"\s(?:https?://|www\.)", re.IGNORECASE)
_WRAPPERS = {"l.facebook.com": "u", "lm.facebook.com": "u", "l.instagram.com": "u", "www.google.com": "q", "www.google.dk": "q"}
_SAFE_LINKS = ".safelinks.protection.outlook.com"
TRACKING = (
    r"utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mibextid|mc_[ce]id"
    r"|mkt_tok|_hsenc|_hsmi|__hs\w+|hsctatracking|vero_id|oly_\w+_id|_ga|_gl|_gac|srsltid|epik|wickedid|s_cid|ml_subscriber\w*"
    r"|fb_action_\w+|fb_source|fb_ref|__cft__(?:\[\d*\]|%5b\d*%5d)*|__tn__|__xts__(?:\[\d*\]|%5b\d*%5d)*|acontext"
)
_TRACKING = re.compile(rf"(?:{TRACKING})(?:=|$)", re.IGNORECASE)
"""Parts of a query that only say where the reader came from."""


def parse_web_address(written: str) -> str:
    """Return an address that begins with `https://` or `http://`, in ASCII, without known tracking parts.

    Spaces, quotation marks and Danish letters are percent-encoded, a host's Danish letters spelt as IDNA asks. Raises
    RefusedError for what no browser would open.
    """
    text = text_up_to(_LONGEST_PASTED, " ".join(written.split()))
    if _TWO.search(text):
        raise RefusedError(values.WEB, f"{quoted(text)} er to webadresser. Skriv kun den ene her.")
    if not re.fullmatch(WEB_PATTERN, text, re.IGNORECASE):
        raise RefusedError(values.WEB, NO_WEB.format(quoted(text)))
    if words := _words_after(text):
        only = text.removesuffix(words).strip(" ,;(–-")
        raise RefusedError(values.WEB, f"{quoted(text)} er mere end en webadresse. Skriv kun {only} her, og resten i teksten.")
    address = _unwrapped(_cleaned(text))
    if len(address) > LONGEST_ADDRESS:
        raise RefusedError(
            values.WEB, f"Webadressen er for lang: højst {LONGEST_ADDRESS} bogstaver. Find en kortere til samme side."
        )
    return address


_SPACED = re.compile(r"[/?#=&%]|\.[a-z0-9]{2,5}>?$", re.IGNORECASE)
"""What shows that words behind a space are of the address: more of its path, or the ending of a file's name."""


def _words_after(text: str) -> str:
    """Return the words that follow a whole web address: `eller i skranken`; nothing where they are a part of it."""
    before, _, words = text.strip("<> ").partition(" ")
    is_whole = bool(re.fullmatch(WEB_PATTERN, before, re.IGNORECASE))
    are_words = re.fullmatch(r"\(.*\)|[^\s]*[^\W\d_]{2}[^\s]* .*", words) and not _SPACED.search(words)
    return words if is_whole and "?" not in before and are_words else ""


NO_WEB = "{} er ikke en webadresse. Skriv den, som den står i browseren, for eksempel https://www.example.org."


def _cleaned(text: str) -> str:
    begun = _BEGINNING.match(text)
    scheme, rest = (begun[1] or "https").lower() if begun else "https", text[begun.end() if begun else 0 :]
    parts = _PARTS.fullmatch(rest.rstrip(">").rstrip(".,; ") if rest.count("(") <= rest.count(")") else rest)
    if parts is None:
        raise RefusedError(values.WEB, NO_WEB.format(quoted(text)))
    host, port, path, query, fragment = (part or "" for part in parts.groups())
    return f"{scheme}://{_ascii_host(host, text)}{port}{_encoded(path.replace(chr(92), '/'))}{_query(query)}{_encoded(fragment)}"


def _ascii_host(host: str, text: str) -> str:
    """Return a host as the network knows it: small letters, `æblegård.dk` as `xn--blegrd-iua6k.dk`."""
    try:
        return host.rstrip(".").lower().encode("idna").decode()
    except UnicodeError:
        raise RefusedError(values.WEB, NO_WEB.format(quoted(text))) from None


def _query(query: str) -> str:
    parts = [part for part in query.removeprefix("?").split("&") if part and not _TRACKING.match(part)]
    return "?" + "&".join(map(_encoded, parts)) if parts else ""


def _encoded(text: str) -> str:
    """Return a part of an address with all letters that an address can hold; what is encoded already stays so."""
    return quote(_LOOSE_PERCENT.sub("%25", text), safe=_SAFE + "?#") if text else ""


def _unwrapped(address: str) -> str:
    """Return the address that Facebook, Google or Outlook put inside one of their own."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    name = "url" if host.endswith(_SAFE_LINKS) else _WRAPPERS.get(host)
    if not name or parts.path not in ("/l.php", "/url", "/"):
        return address
    inner = next(iter(parse_qs(parts.query).get(name, ())), "")
    return _cleaned(inner) if re.fullmatch(rf"https?://{_BEGUN_HOST}{_REST}", inner, re.IGNORECASE) else address


WebAddress = Annotated[str, parsed(parse_web_address, _LONGEST_PASTED), Written(WEB_PATTERN, NO_WEB)]

_MAIL = r"""[^@\s<>"'«»()\[\],;:?&]+@[^@\s<>"'«»()\[\],;:?&]+\.[a-z]{2,}"""
_MAIL_WORDS = r"(?:e-?mail|mail|skriv til)\b:?\s*"
MAIL_PATTERN = rf"""(?:{_MAIL_WORDS})?(?:[^@<>]*<)?(?:mailto:)?\s*{_MAIL}\.?\s*(?:\?[^\s<>@]*)?>?[.,;]?"""
NO_MAIL = "{} er ikke en mailadresse. Skriv for eksempel kontakt@example.org."
FOUND_MAIL = re.compile(_MAIL, re.IGNORECASE)


def parse_mail(written: str) -> str:
    """Return a mail address without `mailto:`, a name, brackets or a full stop around it. Raises RefusedError for others."""
    text = with_signs(" ".join(written.split()))
    found = FOUND_MAIL.search(text)
    if not found or not re.fullmatch(MAIL_PATTERN, text, re.IGNORECASE):
        raise RefusedError(values.MAIL, NO_MAIL.format(quoted(text)))
    return found.group().lower()


Mail = Annotated[str, parsed(parse_mail), Written(MAIL_PATTERN, NO_MAIL)]


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number as it is read (`12 34 56 78`) and as a link (`tel:+4512345678`)."""

    text: str
    href: str


_BETWEEN = r"[\s().·/-]|\u2010|\u2011|\u2012|\u2013"
_PHONE_WORDS = (
    r"(?:(?:ring(?:\s+til)?|sms(?:\s+til)?|tlf|tel|telefon(?:nummer|nr)?|mobil(?:telefon|nummer|nr)?|mob|nummer|nr|phone)"
    r"\b[.:]*\s*){1,3}"
)
PHONE_PATTERN = rf"(?:{_PHONE_WORDS})?(?:{_BETWEEN})*\+?(?:(?:{_BETWEEN})*[0-9]){{7,17}}(?:{_BETWEEN})*"
_DATE = (
    r"(?:(?:19|20)[0-9]{2}[-./](?:[01][0-9][-./][0-3][0-9]|(?:19|20)[0-9]{2})"
    r"|[0-3]?[0-9][-./][01]?[0-9][-./](?:19|20)[0-9]{2})(?![0-9])"
)
_NO_DATE = f"(?!{_DATE})"
FOUND_PHONE = re.compile(
    r"(?<![0-9+])" + _NO_DATE + r"(?:(?:\+|00)45[ -]?)?(?:[0-9][ .-]?){7}[0-9](?![0-9])|\+[1-9](?:[ -]?[0-9]){7,14}(?![0-9])"
)
NO_PHONE = "{} er ikke et telefonnummer. Skriv otte cifre, for eksempel 12 34 56 78."


def parse_phone(written: str) -> Phone:
    """Return a phone number: eight digits, or with + or 00 and a country's code. Raises RefusedError for others."""
    text = re.sub(rf"^{_PHONE_WORDS}", "", " ".join(written.split()), flags=re.IGNORECASE)
    digits = re.sub(_BETWEEN, "", text)
    match = re.fullmatch(r"(?:(?:\+|00)45)?([0-9]{8})", digits)
    if match and not re.fullmatch(_DATE, text):
        pairs = re.findall("..", match[1])
        return Phone(" ".join(pairs), "tel:+45" + match[1])
    if re.fullmatch(r"(?:\+|00)(?!45)[1-9][0-9]{6,14}", digits):
        return Phone(re.sub(r"^00", "+", text), "tel:+" + re.sub(r"^(?:\+|00)", "", digits))
    raise RefusedError(values.PHONE, NO_PHONE.format(quoted(written)))


PhoneNumber = Annotated[Phone, parsed(parse_phone), Written(PHONE_PATTERN, NO_PHONE)]

FOUND_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"./]+\.[^\s<>\"]+|(?<![a-z0-9_@.-])(?:[a-z0-9-]+\.)+(?:dk|org|com|net|eu|info|nu|de|se|no)(?:/[^\s<>\"]*)?(?![a-z0-9_@])",
    re.IGNORECASE,
)
_JOINING = (
    r"(?:på|via|til|hos|ved|eller|og|samt|tlf|telefon|mobil|mob|e-?mail|mail|link|se|tel|nr|ring|skriv|her|sms|nummer"
    r"|(?:hjemme)?siden?)"
)
_LOOSE_END = re.compile(rf"(?:(?:^|[\s,;:(<–.-]+){_JOINING}\.?:?)*[\s,;:(<–-]*$", re.IGNORECASE)
_LOOSE_BEGINNING = re.compile(r"^[\s,;:.)>–-]+|^(?:og|eller|samt)\b[\s,;:]*", re.IGNORECASE)


_SPELT_SIGNS = (
    (re.compile(r"\s*[\[({]\s*(?:at|snabel-?a|@)\s*[\])}]\s*|\s+snabel-?a\s+", re.IGNORECASE), "@"),
    (re.compile(r"(?<=\w)\s*[\[({]\s*(?:dot|punktum)\s*[\])}]\s*(?=\w)", re.IGNORECASE), "."),
)


def with_signs(text: str) -> str:
    """Return a text in which `kontakt(at)example.org` is the mail address that it spells."""
    for spelt, sign in _SPELT_SIGNS:
        text = spelt.sub(sign, text)
    return text


def found_in(text: str) -> tuple[dict[str, str], str]:
    """Return the first link, mail address and phone number in a sentence, by their fields' names, and the words beside them.

    A sentence with more than one way keeps all its words, since each has its own: "ring på 12 34 56 78 eller skriv til …".
    """
    ways, rest = {}, with_signs(text)
    for name, pattern in (("mail", FOUND_MAIL), ("link", FOUND_WEB), ("telefon", FOUND_PHONE)):
        if found := pattern.search(rest):
            ways[name] = found.group().rstrip(".,;)")
            rest = " ".join(filter(None, _pieces(rest, found)))
    return ways, rest.strip(" .,;:")


def _pieces(text: str, found: re.Match[str]) -> Iterator[str]:
    """Yield what stands before and after a way, without the words that only led to it."""
    yield _LOOSE_END.sub("", text[: found.start()].removesuffix("mailto:"))
    yield _LOOSE_BEGINNING.sub("", text[found.end() :].lstrip())


def has_way(line: str) -> bool:
    """Return whether a phone number or a mail address stands in a line."""
    return bool(FOUND_PHONE.search(line) or FOUND_MAIL.search(line))


_NO_WAY = rf"(?![\s\S]*(?:{FOUND_PHONE.pattern}|{FOUND_MAIL.pattern}))[\s\S]*"


def without_ways(field: str) -> AfterValidator:
    """Return what refuses a number or an address among words that everybody reads: it stands where its owner's consent is asked.

    The browser's form refuses the same.
    """
    message = f"Her står et nummer eller en mailadresse. Skriv det ved {field}."
    return AfterValidator(Pattern(_NO_WAY, values.WAY_AMONG_WORDS, message))


def is_phone(text: str) -> bool:
    """Return whether a text is one phone number and nothing else."""
    is_number = len(text) <= _LONGEST_WAY and re.fullmatch(PHONE_PATTERN, text, re.IGNORECASE)
    return bool(is_number) and not re.fullmatch(_DATE, text) and len(FOUND_PHONE.findall(text)) < 2


def is_mail(text: str) -> bool:
    """Return whether a text is a mail address and nothing else."""
    return len(text) <= _LONGEST_WAY and bool(re.fullmatch(MAIL_PATTERN, text, re.IGNORECASE))


def is_web_address(text: str) -> bool:
    """Return whether a text is a web address and nothing else."""
    return bool(re.fullmatch(WEB_PATTERN, text, re.IGNORECASE)) and not _TWO.search(text) and not _words_after(text)
