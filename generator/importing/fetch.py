"""Fetches a source from the open internet. Its address is an area's, and what answers is anybody's.

The host is resolved once, every address of it is checked, and one of the checked addresses is connected to, so that a name that
changes its mind reaches nothing else. Each redirect is a new address. urllib cannot be given a checked address, so this is
`http.client`, one connection for each request, without proxies, cookies, credentials or compression that was not asked for.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Timer
from urllib.parse import urljoin, urlsplit

from generator.importing.imported import MOST_BYTES, SourceError
from generator.problems.problem import RefusedError

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_MOST_LETTERS = 4_000
_CHUNK = 64_000
_TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"), ipaddress.ip_network("::/96"))
_PORTS = {"https": 443, "http": 80}
_HEADERS = {
    "User-Agent": "kulturpunkt",
    "Accept": "text/calendar, application/json, application/rss+xml, text/html;q=0.8, text/csv, */*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


def addresses_of(host: str, port: int) -> list[str]:
    """Return every address of a host. Raise OSError where it has none."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def is_public(address: str) -> bool:
    """Return whether an address is one of the open internet. IPv6 that leads to IPv4 (6to4, Teredo, NAT64) is not."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return is_public(str(found.ipv4_mapped))
        if found.sixtofour or found.teredo or found.is_site_local or any(found in each for each in _TRANSLATED):
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_link_local)


@dataclass(frozen=True, slots=True)
class Network:
    """How the internet is reached: what resolves a host, which of its addresses may be connected to, and how long it may take.

    `timeout` is the longest silence and `longest` the longest fetch with all its redirects, in seconds. `plain` says whether http
    is allowed, too.
    """

    resolve: Callable[[str, int], Iterable[str]] = addresses_of
    may_reach: Callable[[str], bool] = is_public
    timeout: float = 15
    longest: float = 60
    most_bytes: int = MOST_BYTES
    tls: ssl.SSLContext | None = None


INTERNET = Network()


def fetch(address: str, network: Network = INTERNET) -> bytes:
    """Return what lies at an address. Raise SourceError with what is wrong, in Danish.

    http is followed only from an address that is http itself, which staff have allowed as it stands.
    """
    plain = address.lower().startswith("http:")
    deadline = time.monotonic() + network.longest
    try:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = _Answer(address, network, deadline, plain=plain)
            if answer.redirect is None:
                return answer.content
            address = answer.redirect
    except (OSError, HTTPException, ValueError, RefusedError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError("Kilden svarede ikke, eller den svarede forkert. Vi prøver igen næste gang.") from None
    raise SourceError("Kildens adresse sender videre for mange gange. Skriv den adresse, den ender på.")


class _Answer:
    """One request: what came back, or the address that it leads to."""

    def __init__(self, address: str, network: Network, deadline: float, *, plain: bool) -> None:
        self.network, self.deadline = network, deadline
        self.redirect: str | None = None
        self.content = b""
        connection, path = self._connection(address, plain=plain)
        watch = Timer(max(0.1, deadline - time.monotonic()), _end, [connection])
        watch.daemon = True
        watch.start()
        try:
            connection.request("GET", path, headers=_HEADERS)
            self._read(connection.getresponse(), address)
        finally:
            watch.cancel()
            connection.close()

    def _connection(self, address: str, *, plain: bool) -> tuple[HTTPConnection, str]:
        parts = urlsplit(address)
        if len(address) > _MOST_LETTERS or any(letter <= " " or letter == "\x7f" for letter in address):
            raise SourceError("Kildens adresse kan ikke bruges. Kopiér den igen fra kalenderen.")
        if parts.scheme not in _PORTS or (parts.scheme == "http" and not plain):
            raise SourceError("Kildens adresse skal begynde med https://.")
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        if not host or parts.username is not None or parts.password is not None:
            raise SourceError("Kildens adresse kan ikke bruges. Den må ikke have navn og kode i sig.")
        found = list(self.network.resolve(host, port))[:20]
        if not found or not all(map(self.network.may_reach, found)):
            raise SourceError("Kildens adresse ligger ikke på det åbne internet, så den henter vi ikke.")
        remaining = max(0.1, min(self.network.timeout, self.deadline - time.monotonic()))
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        made: HTTPConnection
        if parts.scheme == "https":
            made = _SecureTo(found, host, port, timeout=remaining, context=self.network.tls or ssl.create_default_context())
        else:
            made = _To(found, host, port, timeout=remaining)
        return made, path.encode("ascii", "strict").decode("ascii")

    def _read(self, response: HTTPResponse, address: str) -> None:
        if response.status in _REDIRECTS:
            location = response.headers.get("Location", "")
            self.redirect = urljoin(address, location)
            onward = urlsplit(self.redirect)
            if not location or (onward.port not in (None, *_PORTS.values()) and onward.netloc != urlsplit(address).netloc):
                raise SourceError("Kildens adresse sender videre til et sted, vi ikke henter fra.")
            return
        if response.status != 200:
            raise SourceError(f"Kilden svarede med fejl {response.status}. Er kalenderen stadig offentlig, og er adressen rigtig?")
        self.content = self._unpacked(response)

    def _unpacked(self, response: HTTPResponse) -> bytes:
        packed = response.headers.get("Content-Encoding", "identity").strip().lower()
        if packed not in ("identity", "", "gzip", "deflate"):
            raise SourceError("Kilden er pakket på en måde, vi ikke læser.")
        unpack = None if packed in ("identity", "") else zlib.decompressobj(wbits=47)
        parts, size, raw = [], 0, 0
        while chunk := response.read1(_CHUNK):
            raw += len(chunk)
            part = unpack.decompress(chunk, self.network.most_bytes + 1 - size) if unpack else chunk
            size += len(part)
            if max(size, raw) > self.network.most_bytes:
                raise SourceError(f"Kilden fylder for meget: højst {self.network.most_bytes // 1_000_000} MB.")
            if time.monotonic() > self.deadline:
                raise TimeoutError
            parts.append(part)
        if response.length:
            raise HTTPException("cut short")
        if unpack and not unpack.eof:
            raise HTTPException("cut short")
        return b"".join(parts)


def _end(connection: HTTPConnection) -> None:
    """End a connection whose time is up, whatever it waits for."""
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            connection.sock.close()


def _connected(addresses: Iterable[str], port: int, timeout: float) -> socket.socket:
    """Return a connection to the first of the checked addresses that answers."""
    last: OSError = OSError("no address")
    for address in list(addresses)[:3]:
        try:
            return socket.create_connection((address, port), timeout)
        except OSError as error:
            last = error
    raise last


class _To(HTTPConnection):
    """A connection to one of some addresses, whatever the name resolves to by now."""

    def __init__(self, addresses: Iterable[str], host: str, port: int, *, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self.addresses, self.longest = list(addresses), timeout

    def connect(self) -> None:
        self.sock = _connected(self.addresses, self.port, self.longest)


class _SecureTo(HTTPSConnection):
    """The same with TLS, in which the certificate must be that of the name."""

    def __init__(self, addresses: Iterable[str], host: str, port: int, *, timeout: float, context: ssl.SSLContext) -> None:
        super().__init__(host, port, timeout=timeout, context=context)
        self.addresses, self.longest, self.tls = list(addresses), timeout, context

    def connect(self) -> None:
        self.sock = self.tls.wrap_socket(_connected(self.addresses, self.port, self.longest), server_hostname=self.host)
