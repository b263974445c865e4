"""Sources are fetched from the open internet only, within limits; a server of this test's own answers."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from generator.importing.fetch import Network, fetch, is_public
from generator.importing.imported import SourceError

OPEN = ["8.8.8.8", "::ffff:8.8.8.8", "2001:4860:4860::8888", "2a00:1450:400f:80d::200e"]
CLOSED = [
    *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"),  # noqa: S104
    *("255.255.255.255", "192.0.2.1", "::", "::1", "::ffff:10.0.0.1", "::10.0.0.1", "fe80::1", "fe80::1%eth0", "fd00::1"),
    *("fec0::1", "ff02::1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2002:a00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "x", ""),
]


@pytest.mark.parametrize("address", [*OPEN, *CLOSED])
def test_only_addresses_of_the_open_internet_are_reached(address: str) -> None:
    assert is_public(address) is (address in OPEN)


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """A host that answers by what its path says."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(OSError):
                getattr(self, f"give_{self.path.strip('/').partition('?')[0]}")()

        def give(self, content: bytes, status: int = 200, **headers: str) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(content)

        def give_plain(self) -> None:
            self.give(b"BEGIN:VCALENDAR " + self.path.encode())

        def give_zipped(self) -> None:
            self.give(gzip.compress(b"x" * 1_000), Content_Encoding="gzip")

        def give_bomb(self) -> None:
            self.give(gzip.compress(b"x" * 3_000_000), Content_Encoding="gzip")

        def give_large(self) -> None:
            self.give(b"x" * 1_100_000)

        def give_cut(self) -> None:
            self.give(b"BEGIN", Content_Length="100")

        def give_gone(self) -> None:
            self.give(b"", 410)

        def give_round(self) -> None:
            self.give(b"", 302, Location="/round")

        def give_onward(self) -> None:
            self.give(b"", 301, Location="/plain?secret=1")

        def give_inward(self) -> None:
            self.give(b"", 302, Location="http://metadata.example.org/latest")

        def give_elsewhere(self) -> None:
            self.give(b"", 302, Location="file:///etc/passwd")

        def give_slowly(self) -> None:
            self.send_response(200)
            for _ in range(40):
                self.wfile.write(b"X-Wait: a\r\n")
                time.sleep(0.05)

        def log_message(self, *args: object) -> None:
            del args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://kalender.example.org:{server.server_port}/"
        server.shutdown()


RESOLVED = {"kalender.example.org": ["127.0.0.1"], "metadata.example.org": ["169.254.169.254"]}
NETWORK = Network(lambda host, _: RESOLVED[host], lambda address: address == "127.0.0.1", 5, 5, most_bytes=1_000_000)


def test_what_lies_at_an_address_is_fetched_also_packed_and_after_a_redirect(host: str) -> None:
    assert fetch(host + "plain", NETWORK) == b"BEGIN:VCALENDAR /plain"
    assert fetch(host + "zipped", NETWORK) == b"x" * 1_000
    assert fetch(host + "onward", NETWORK) == b"BEGIN:VCALENDAR /plain?secret=1"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("bomb", "fylder for meget"),
        ("large", "fylder for meget"),
        ("cut", "svarede ikke, eller"),
        ("gone", "fejl 410"),
        ("round", "for mange gange"),
        ("inward", "ikke på det åbne internet"),
        ("elsewhere", "begynde med https"),
    ],
)
def test_what_is_too_much_too_little_or_somewhere_else_is_refused(host: str, path: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        fetch(host + path, NETWORK)


def test_a_host_that_drips_is_ended_in_time(host: str) -> None:
    begun = time.monotonic()
    with pytest.raises(SourceError, match="svarede ikke"):
        fetch(host + "slowly", replace(NETWORK, longest=0.3))
    assert time.monotonic() - begun < 1.5


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://metadata.example.org/", "åbne internet"),
        ("https://navn:kode@kalender.example.org/", "navn og kode"),
        ("ftp://kalender.example.org/", "https"),
        ("https://kalender.example.org/a b", "kan ikke bruges"),
        ("https://kalender.example.org/\r\nX: y", "kan ikke bruges"),
        ("https://ukendt.example.org/", "svarede ikke"),
        ("https://[::1", "svarede ikke"),
    ],
)
def test_an_address_that_is_none_of_the_open_internet_is_not_asked(address: str, said: str) -> None:
    def resolve(host: str, port: int) -> list[str]:
        del port
        if host not in RESOLVED:
            raise OSError(host)
        return RESOLVED[host]

    with pytest.raises(SourceError, match=said):
        fetch(address, Network(resolve=resolve))


def test_one_closed_address_among_open_ones_closes_the_host(host: str) -> None:
    both = replace(NETWORK, resolve=lambda *_: ["127.0.0.1", "10.0.0.1"])
    with pytest.raises(SourceError, match="åbne internet"):
        fetch(host + "plain", both)


def test_https_needs_a_certificate(host: str) -> None:
    with pytest.raises(SourceError, match="svarede ikke"):
        fetch(host.replace("http:", "https:") + "plain", NETWORK)
