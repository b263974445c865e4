"""Fetches a picture that was dropped into an issue, from where GitHub keeps such files and from nowhere else.

Anybody may write any address into an issue, so each address on the way is compared whole before it is opened. What comes back is
still anybody's: `media.photos` decides whether it is a picture. Only this and `importing/fetch.py` use the network.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.parse import urljoin
from urllib.request import BaseHandler, HTTPSHandler, OpenerDirector, Request

from generator.media.pictures import MAX_BYTES
from generator.problems.problem import RefusedError
from generator.problems.rules import files as rules

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_MOST_REDIRECTS = 3
_MOST_LETTERS = 4_000
_CHUNK = 64_000


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a picture may come from: addresses that an issue may name, and those that they may redirect to.

    `handler` opens the only scheme there is. `timeout` is the longest silence and `longest` the longest fetch, in seconds.
    """

    named: re.Pattern[str]
    redirected: re.Pattern[str]
    handler: type[BaseHandler] = HTTPSHandler
    timeout: float = 15
    longest: float = 60

    def may_be_named(self, address: str) -> bool:
        """Return whether an issue may name this address."""
        return _is_whole(self.named, address)

    def may_follow(self, address: str) -> bool:
        """Return whether a redirect may lead to this address."""
        return _is_whole(self.named, address) or _is_whole(self.redirected, address)


GITHUB = Sources(
    re.compile(
        rf"https://github\.com/user-attachments/assets/{_UUID}"
        r"|https://user-images\.githubusercontent\.com/[0-9]+/[0-9A-Za-z-]+\.(?:png|jpe?g|webp)",
        re.ASCII,
    ),
    re.compile(
        r"https://(?:private-user-images\.githubusercontent\.com|github-production-user-asset-6210df\.s3\.amazonaws\.com)"
        r"/[0-9A-Za-z/._-]+(?:\?[0-9A-Za-z/._~%&=+-]*)?",
        re.ASCII,
    ),
)
"""The second group is where github.com sends those who are not signed in: its own host for signed links, and its bucket."""


def fetch(address: str, sources: Sources = GITHUB) -> bytes:
    """Return what lies at an address, at most `MAX_BYTES`. Raises RefusedError with what to say to whoever sent it."""
    if not sources.may_be_named(address):
        raise _refused("Billedet skal være trukket ind i sagen. Fra andre steder på nettet henter vi intet.")
    # No handler for redirects, proxies, files or data: each of them would open what was never compared.
    director = OpenerDirector()
    director.add_handler(sources.handler())
    try:
        return _fetch(director, address, sources)
    except (OSError, HTTPException, ValueError) as error:
        if isinstance(error, RefusedError):
            raise
        raise _refused("GitHub svarede ikke, da billedet skulle hentes. Prøv igen, eller send det i en mail.") from None


def _fetch(director: OpenerDirector, address: str, sources: Sources) -> bytes:
    deadline = time.monotonic() + sources.longest
    for _ in range(_MOST_REDIRECTS + 1):
        request = Request(address, headers={"Accept": "image/*", "User-Agent": "kulturpunkt"})  # noqa: S310 (compared whole before)
        with director.open(request, timeout=sources.timeout) as response:
            if response.status not in (301, 302, 303, 307, 308):
                return _content(response, deadline)
            location = response.headers.get("Location", "")
        address = urljoin(address, location)
        if not location or not sources.may_follow(address):
            break
    raise _refused("Billedet ligger et andet sted end hos GitHub. Træk det ind i feltet igen.")


def _content(response: Any, deadline: float) -> bytes:
    kind = response.headers.get_content_type()
    if response.status != 200:
        raise _refused("Billedet kan ikke hentes hos GitHub. Træk det ind i feltet igen, eller send det i en mail.")
    if kind not in ("image/jpeg", "image/png", "image/webp"):
        message = "Filen er ikke et billede, vi kan vise. Gem det som JPEG, PNG eller WebP."
        raise RefusedError(rules.PICTURE_UNREADABLE, message)
    parts, size = [], 0
    while part := response.read1(_CHUNK):
        size += len(part)
        if size > MAX_BYTES:
            raise RefusedError(rules.PICTURE_SIZE, f"Billedet fylder for meget: højst {MAX_BYTES // 1_000_000} MB. Gem det mindre.")
        if time.monotonic() > deadline:
            raise TimeoutError
        parts.append(part)
    return b"".join(parts)


def _is_whole(pattern: re.Pattern[str], address: str) -> bool:
    return len(address) <= _MOST_LETTERS and pattern.fullmatch(address) is not None


def _refused(message: str) -> RefusedError:
    return RefusedError(rules.PICTURE_UNFETCHED, message)
