"""Pictures that were dropped into an issue: real ones from a server of this test's own, and hostile ones."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.request import HTTPHandler

import pytest
from PIL import Image

from generator.cli import main
from generator.commands import issue as command
from generator.content.load import load
from generator.editing.form.attachment import GITHUB, Sources, fetch
from generator.editing.form.fields import AGREED, ALLOWED, ALT, CREDIT, NOBODY, NOT_ASKED, PEOPLE, PICTURE
from generator.editing.form.proposal import Proposal, propose
from generator.editing.issues.event_reply import answer, description
from generator.media.photos import LONGEST_SENT
from generator.media.pictures import MAX_BYTES
from generator.problems.problem import RefusedError
from tests.editing.form.test_issue import body
from tests.pictures import picture
from tests.trees import AREA, programme

ASSET = "https://github.com/user-attachments/assets/19c8c8f2-f8f9-45b9-9b1f-af9551e870b8"
OLDER = "https://user-images.githubusercontent.com/452325/121538101-09e2e500-c9f4-11eb-9560-a16da9728f47.png"
DROPPED = f'<img width="1024" height="625" alt="Image" src="{ASSET}" />'
SAID = {ALT: "Et kor synger på kajen.", CREDIT: "Lokalarkivet", ALLOWED: "ja", PEOPLE: NOBODY}


def from_a_phone() -> bytes:
    """A picture that lies on its side and says where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "hemmeligt"
    exif[0x8825] = {1: "N", 2: (56.0, 52.0, 0.0)}
    return picture((4000, 3000), exif=exif)


class Answer(NamedTuple):
    status: int = 200
    kind: str = "image/jpeg"
    content: bytes = b""
    location: str = ""


class Server(NamedTuple):
    address: str
    sources: Sources
    asked: list[str]


@pytest.fixture
def server() -> Iterator[Callable[[Mapping[str, Answer]], Server]]:
    """A host that answers with what each path is to give. It may be named itself; redirects may also lead to `localhost`."""
    answers: dict[str, Answer] = {}
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            given = answers.get(self.path, Answer(404))
            self.send_response(given.status)
            self.send_header("Content-Type", given.kind)
            if given.location:
                self.send_header("Location", given.location)
            self.end_headers()
            with suppress(OSError):  # whoever reads a file that is too large stops
                self.wfile.write(given.content)

        def log_message(self, *args: object) -> None:
            del args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as host:
        Thread(target=host.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        address = f"http://127.0.0.1:{host.server_port}"
        named, redirected = re.compile(re.escape(address) + r"/[a-z]+"), re.compile(rf"http://localhost:{host.server_port}/[a-z]+")

        def serve(given: Mapping[str, Answer]) -> Server:
            answers.update(given)
            return Server(address, Sources(named, redirected, HTTPHandler, timeout=5), asked)

        yield serve
        host.shutdown()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return programme(tmp_path / "root", {"areas/nordby/area.yml": AREA})


def proposed(root: Path, **answers: str) -> Proposal:
    return propose(root, 7, body(**{PICTURE: DROPPED, **SAID, **answers}))


@pytest.mark.parametrize("dropped", [DROPPED, f"![IMG_0001.jpeg]({ASSET})", ASSET, f"Her er det:\n\n![x]({OLDER})\n"])
def test_a_picture_is_found_in_each_way_that_github_writes_it(dropped: str, root: Path) -> None:
    proposal = proposed(root, **{PICTURE: dropped})
    assert proposal.sound
    assert proposal.notes == ()
    assert proposal.picture
    assert proposal.picture.address in (ASSET, OLDER)
    assert "billede" not in (proposal.file.text if proposal.file else "billede")
    assert "Et kor synger på kajen" in answer(proposal)


def test_an_event_without_a_picture_says_nothing_of_pictures(root: Path) -> None:
    for answers in ({}, {PEOPLE: NOBODY}):
        proposal = propose(root, 7, body(**answers))
        assert proposal.sound
        assert (proposal.picture, proposal.notes) == (None, ())


WRONG_PLACES = [
    "https://example.org/kor.jpg",
    "http://github.com/user-attachments/assets/19c8c8f2-f8f9-45b9-9b1f-af9551e870b8",
    "https://github.com.example.org/user-attachments/assets/19c8c8f2-f8f9-45b9-9b1f-af9551e870b8",
    "https://github.com@example.org/user-attachments/assets/19c8c8f2-f8f9-45b9-9b1f-af9551e870b8",
    "https://github.com:8443/user-attachments/assets/19c8c8f2-f8f9-45b9-9b1f-af9551e870b8",
    "https://github.com/user-attachments/assets/../../example/x/raw/main/x.jpg",
    ASSET + "/../../../example",
    ASSET + "?x=1",
    ASSET + "#x",
    ASSET[:-1] + "８",
    "https://user-images.githubusercontent.com/1/../x.png",
    "https://user-images.githubusercontent.com/1/x.svg",
    "https://169.254.169.254/latest/meta-data/",
    "data:image/png;base64,iVBORw0KGgo=",
    "file:///etc/passwd",
    "kor.jpg",
]


@pytest.mark.parametrize("written", WRONG_PLACES)
def test_nothing_is_fetched_from_anywhere_else(written: str, root: Path) -> None:
    proposal = proposed(root, **{PICTURE: f"![kor]({written})"})
    assert proposal.sound, "the event goes on"
    assert proposal.picture is None
    (note,) = proposal.notes
    assert note.question == "Billede"
    assert "Træk billedet ind i feltet" in note.message
    assert "**Billede:** Fra andre steder" in answer(proposal)
    with pytest.raises(RefusedError, match="Fra andre steder"):
        fetch(written)


@pytest.mark.parametrize(
    ("asked", "given", "said"),
    [
        (ALT, "_No response_", "ikke kan se billedet"),
        (ALT, "x" * 300, "højst 250"),
        (CREDIT, "_No response_", "takke"),
        (ALLOWED, "nej", "skal have sagt ja"),
        (ALLOWED, "None", "skal have sagt ja"),
        (PEOPLE, NOT_ASKED, "forældrene"),
        (PEOPLE, "None", "forældrene"),
        (PICTURE, "_No response_", "ikke noget billede"),
    ],
)
def test_a_picture_that_lacks_an_answer_is_left_out_and_asked_about(asked: str, given: str, said: str, root: Path) -> None:
    proposal = proposed(root, **{asked: given})
    assert proposal.sound
    assert proposal.picture is None
    (note,) = proposal.notes
    assert said in note.message
    assert "billedet ikke med" in note.message


def test_of_two_pictures_the_first_is_taken(root: Path) -> None:
    proposal = proposed(root, **{PICTURE: f"{DROPPED}\n![x]({OLDER})"})
    assert proposal.picture
    assert proposal.picture.address == ASSET
    assert "kun det første" in proposal.notes[0].message


def test_many_pictures_on_one_line_are_no_fault_of_the_event(root: Path) -> None:
    assert proposed(root, **{PICTURE: DROPPED * 20}).sound


def with_picture(root: Path, server: Server, path: str = "/kor", **answers: str) -> tuple[Proposal, dict[str, bytes]]:
    proposal = proposed(root, **answers)
    assert proposal.picture
    picture = replace(proposal.picture, address=server.address + path)
    return command.with_picture(root, replace(proposal, picture=picture), server.sources)


def test_a_picture_comes_beside_the_event_small_upright_and_without_what_it_says_of_its_place(
    root: Path, server: Callable[[Mapping[str, Answer]], Server]
) -> None:
    served = server({"/kor": Answer(content=from_a_phone())})
    proposal, pictures = with_picture(root, served, titel="Sang på kajen", **{PEOPLE: AGREED, CREDIT: 'A: "B" # c\n---'})
    assert list(pictures) == ["areas/nordby/images/sang-paa-kajen.jpg"]
    for path, content in pictures.items():
        (root / path).parent.mkdir(parents=True)
        (root / path).write_bytes(content)
        with Image.open(BytesIO(content)) as image:
            assert (image.format, image.size) == ("JPEG", (LONGEST_SENT * 3 // 4, LONGEST_SENT))
            assert not image.getexif()
        assert b"hemmeligt" not in content
    assert proposal.file
    (root / proposal.file.path).parent.mkdir()
    (root / proposal.file.path).write_text(proposal.file.text, "utf-8")
    site, problems = load(root)
    assert problems == []
    found = next(each for each in site.all_events() if each.source == proposal.file.path) if site else None
    assert found
    assert found.picture
    assert (found.picture.file, found.picture.alt, found.picture.consent) == ("images/sang-paa-kajen.jpg", SAID[ALT], True)
    assert found.picture.credit == 'A: "B" # c ---'
    assert "har sagt ja" in description(proposal)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_a_picture_is_decides_and_not_what_it_is_called(kind: str, server: Callable[..., Server], root: Path) -> None:
    served = server({"/kor": Answer(kind="image/png", content=picture(kind=kind))})
    _, pictures = with_picture(root, served)
    (content,) = pictures.values()
    assert content.startswith(b"\xff\xd8\xff")


def test_a_name_that_is_taken_gets_the_issues_number(server: Callable[..., Server], root: Path) -> None:
    (root / "areas/nordby/images").mkdir()
    (root / "areas/nordby/images/fest.jpg").write_bytes(picture())
    proposal, pictures = with_picture(root, server({"/kor": Answer(content=picture())}))
    assert list(pictures) == ["areas/nordby/images/fest-7.jpg"]
    assert "fil: images/fest-7.jpg" in (proposal.file.text if proposal.file else "")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def bomb() -> bytes:
    """A picture of a few kB that says it has 900 million pixels."""
    content = bytearray(picture((64, 64)))
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = (30_000).to_bytes(2, "big") * 2
    return bytes(content)


REFUSED = {
    "svg": (Answer(kind="image/svg+xml", content=SVG), "ikke et billede"),
    "svg-as-png": (Answer(kind="image/png", content=SVG), "ikke et billede"),
    "html": (Answer(kind="text/html", content=b"<!doctype html><script>1</script>"), "ikke et billede"),
    "html-as-jpeg": (Answer(content=b"<!doctype html><script>1</script>"), "ikke et billede"),
    "gif": (Answer(kind="image/jpeg", content=picture(kind="GIF")), "ikke et billede"),
    "30-mb": (Answer(content=picture() + bytes(30_000_000)), "højst 20 MB"),
    "bomb": (Answer(content=bomb()), "punkter"),
    "cut": (Answer(content=picture((800, 800))[:900]), "gået i stykker"),
    "empty": (Answer(), "ikke et billede"),
    "gone": (Answer(404), "kan ikke hentes"),
    "not-allowed": (Answer(403), "kan ikke hentes"),
    "elsewhere": (Answer(302, location="http://169.254.169.254/latest/meta-data/"), "andet sted"),
    "to-a-file": (Answer(302, location="file:///etc/passwd"), "andet sted"),
    "to-data": (Answer(302, location="data:image/png;base64,AAAA"), "andet sted"),
    "to-another-port": (Answer(302, location="http://127.0.0.1:1/kor"), "andet sted"),
    "nowhere": (Answer(302), "andet sted"),
    "round": (Answer(302, location="/kor"), "andet sted"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_said_and_the_event_goes_on(name: str, server: Callable[..., Server], root: Path) -> None:
    given, said = REFUSED[name]
    served = server({"/kor": given})
    proposal, pictures = with_picture(root, served)
    assert pictures == {}
    assert proposal.sound
    assert proposal.picture is None
    assert "billede" not in (proposal.file.text if proposal.file else "billede")
    (note,) = proposal.notes
    assert said in note.message
    assert "uden billede" in note.message
    assert note.message in answer(proposal).replace("\\", "")
    assert set(served.asked) == {"/kor"}
    assert len(served.asked) == (4 if name == "round" else 1)


def test_a_redirect_to_a_host_that_is_known_is_followed(server: Callable[..., Server], root: Path) -> None:
    served = server({"/stored": Answer(content=picture())})
    port = served.address.rpartition(":")[2]
    server({"/kor": Answer(302, location=f"http://localhost:{port}/stored")})
    _, pictures = with_picture(root, served)
    assert len(pictures) == 1
    assert served.asked == ["/kor", "/stored"]


def test_who_answers_nothing_is_not_waited_for(server: Callable[..., Server]) -> None:
    served = server({"/kor": Answer(content=picture())})
    with pytest.raises(RefusedError, match="svarede ikke"):
        fetch(f"{served.address}/kor", replace(served.sources, longest=-1))
    closed = replace(served.sources, named=re.compile("http://127[.]0[.]0[.]1:1/x"))
    with pytest.raises(RefusedError, match="svarede ikke"):
        fetch("http://127.0.0.1:1/x", closed)


SIGNED = "https://private-user-images.githubusercontent.com/1/2-19c8c8f2.png?jwt=eyJ0eXAi.eyJpc3Mi.a-_b"
BUCKET = "https://github-production-user-asset-6210df.s3.amazonaws.com/1/2-3.png?X-Amz-Credential=a%2Fb&X-Amz-Date=1"


def test_where_github_leads_and_where_it_does_not() -> None:
    for address in (SIGNED, BUCKET, ASSET, OLDER):
        assert GITHUB.may_follow(address), address
    for address in (SIGNED, BUCKET):
        assert not GITHUB.may_be_named(address)
        assert not GITHUB.may_follow(address.replace(".com/", ".com@example.org/"))
        assert not GITHUB.may_follow(address.replace(".com/", ".com.example.org/"))
        assert not GITHUB.may_follow(address.replace("https:", "http:"))
        assert not GITHUB.may_follow(address + "\r\nHost: x")
    assert not GITHUB.may_follow(BUCKET.replace("6210df", "abcdef"))
    assert not GITHUB.may_be_named(ASSET + "\n")


def test_only_an_approved_proposal_is_fetched(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []
    monkeypatch.chdir(root)

    def fetch_once(address: str, sources: Sources) -> bytes:
        assert sources is GITHUB
        fetched.append(address)
        return picture()

    monkeypatch.setattr(command, "fetch", fetch_once)
    payload = root.parent / "event.json"
    payload.write_text(json.dumps({"issue": {"number": 7, "body": body(**{PICTURE: DROPPED, **SAID})}}))
    out = root.parent / "out"
    assert main(["issue", "--event", str(payload), "--output", str(out)]) == 0
    assert fetched == []
    assert (out / "paths").read_text() == "areas/nordby/events/fest.md\n"
    assert main(["issue", "--event", str(payload), "--output", str(out), "--write"]) == 0
    assert fetched == [ASSET]
    assert (out / "paths").read_text() == "areas/nordby/events/fest.md\nareas/nordby/images/fest.jpg\n"
    assert (root / "areas/nordby/images/fest.jpg").read_bytes().startswith(b"\xff\xd8")
    assert main(["check", "areas/nordby/events/fest.md"]) == 0


def test_an_images_folder_that_leads_away_gets_no_picture(server: Callable[..., Server], root: Path, tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    (root / "areas/nordby/images").symlink_to(tmp_path / "away")
    proposal = proposed(root)
    if proposal.sound:
        proposal, pictures = with_picture(root, server({"/kor": Answer(content=picture())}))
        assert pictures == {}
    assert list((tmp_path / "away").iterdir()) == []


def test_the_largest_that_is_fetched_is_the_largest_that_is_shown() -> None:
    assert MAX_BYTES == 20_000_000
