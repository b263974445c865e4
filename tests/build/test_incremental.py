"""A build that uses what an earlier one cached makes the same site, to the byte, as one that begins from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.build.build import ARTIFACT_CACHE
from generator.build.cached_types import TYPES
from generator.cache import store
from generator.cache.store import Store
from generator.problems.problem import ContentError
from generator.repository.links import Repository as Origin
from tests import sites
from tests.pictures import picture
from tests.rebuilds import Rebuilder, miniature
from tests.repositories import Repository
from tests.trees import AREA, event

NOON = "2026-02-01 12:00"
KYST = "areas/kysten"
Edit = Callable[[Path], None]


def replaced(path: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def written(path: str, content: str | bytes) -> Edit:
    def edit(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())

    return edit


def gone(path: str) -> Edit:
    return lambda root: shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink()


def committed(root: Path) -> None:
    Repository(root).commit({})


PICTURE = "billede: {fil: images/havn.jpg, beskrivelse: Havnen, foto: Anna}"
DAY = "program: {punkter: [{kl: 13.00, titel: Sang}, {kl: 14.00, titel: Dans}]}"
EDITS: dict[str, Edit] = {
    "an event's title": replaced(f"{KYST}/events/sang.md", "Sang: ", "Ny sang: "),
    "an event's text": replaced(f"{KYST}/events/sang.md", "\n---\n", "\n---\nEt **nyt** afsnit.\n\n"),
    "a guest's day": replaced(f"{KYST}/events/sang.md", "søndag den 1. februar 2026", "mandag den 2. februar 2026"),
    "a host that says no": replaced("areas/aabyen/area.yml", "deler med: kysten\n", ""),
    "a host that says yes": replaced("areas/aabyen/area.yml", "status: ", "deler med: [kysten]\nstatus: "),
    "a host of another name": replaced("areas/aabyen/area.yml", "navn: ", "navn: Den lille "),
    "a new event": written(f"{KYST}/events/fest.md", event("kategori: musik")),
    "a picture that nobody shows": written(f"{KYST}/images/havn.jpg", picture(color="black")),
    "a picture": written(f"{KYST}/events/fest.md", event("kategori: musik", PICTURE)),
    "another picture in its place": written(f"{KYST}/images/havn.jpg", picture(color="gray")),
    "a day with a programme": written("areas/aabyen/events/dag.md", event("slut: 16.00", DAY).replace("2026-05-01", "2026-02-01")),
    "an event of the programme": replaced("content/events/start.md", "titel: ", "titel: Ny "),
    "an area's own words": replaced(f"{KYST}/area.yml", "navn: ", "navn: Den "),
    "an area's story": written("areas/aabyen/index.md", "Om *byen*.\n"),
    "a person's number": replaced("content/contacts.yml", "12 34", "12 35"),
    "the timeline": replaced("content/timeline.yml", "titel: ", "titel: Nyt "),
    "a page of the programme": replaced("content/om.md", "Om.", "Om.\n\nNyt."),
    "an idea": replaced("content/ideas/kor.md", "titel: ", "titel: Ny "),
    "room for more": replaced("content/programme.yml", "områder: 2", "områder: 3"),
    "an area more": written("areas/aadalen/area.yml", AREA.replace("Nordby", "Aadalen")),
    "an area less": gone("areas/aadalen"),
    "an area of another's dot": written(
        "areas/kroen/area.yml", AREA.replace("Nordby", "Kroen") + "punkt: bølger\nfarver: fjord-gul\n"
    ),
    "the first commit": committed,
    "a story less": gone(f"{KYST}/historier/koret.md"),
    "an event less": gone(f"{KYST}/events/nytaar.md"),
}


@pytest.fixture
def twice(tmp_path: Path) -> Rebuilder:
    made = Rebuilder(miniature(tmp_path), tmp_path / "site")
    made.build(NOON)
    return made


def test_after_each_change_the_site_is_what_it_would_be_from_nothing(twice: Rebuilder) -> None:
    for name, edit in EDITS.items():
        edit(twice.root)
        twice.build(NOON)
        assert sites.contents(twice.site) == twice.from_nothing(NOON), name


TIMES = (
    *("2026-02-01 13.30", "2026-02-01 14.30", "2026-02-01 16.00", "2026-02-02 00.30"),
    *("2026-05-01 11.00", "2027-01-01", "2027-02-03", "2025-05-10"),
)
DAY_OF_NOW = event("slut: 16.00", DAY).replace("2026-05-01", "2026-02-01")


def test_at_each_time_the_site_is_what_it_would_be_from_nothing(twice: Rebuilder) -> None:
    written(f"{KYST}/events/dag.md", DAY_OF_NOW)(twice.root)
    for today in TIMES:
        twice.build(today)
        assert sites.contents(twice.site) == twice.from_nothing(today), today


GITHUB = Origin("https://github.com/nn/kulturpunkt")


SETTINGS: tuple[dict[str, Any], ...] = (
    {"examples": False},
    {"site_url": "https://elsewhere.example/x/"},
    {"menu": "Hjem"},
    {"repository": GITHUB},
    {},
)


def test_with_other_settings_nothing_old_is_left(twice: Rebuilder) -> None:
    for how in SETTINGS:
        twice.build(NOON, **how)
        assert sites.contents(twice.site) == twice.from_nothing(NOON, **how), how


def test_with_another_theme_nothing_old_is_left(twice: Rebuilder, tmp_path: Path) -> None:
    twice.theme = tmp_path / "theme"
    shutil.copytree(sites.PROJECT / "theme", twice.theme)
    for path, old, new in (
        ("css/tokens.css", "--yellow:#F2B330", "--yellow:#A2B330"),
        ("parts/event-card.html", "Det næste, der sker", "Det næste"),
        ("pages/event.html", "Hvornår", "Tid"),
    ):
        replaced(path, old, new)(twice.theme)
        twice.build(NOON)
        assert sites.contents(twice.site) == twice.from_nothing(NOON), path


def test_what_nobody_changed_is_not_made_again(twice: Rebuilder) -> None:
    replaced(f"{KYST}/events/nytaar.md", "Nytår", "Nyt år")(twice.root)
    twice.build(NOON)
    assert "det-sker/kysten/nytaar/index.html" in twice.made
    assert not [path for path in twice.made if path.startswith(("omraader/aabyen/", "det-sker/programmet/", "det-sker/2026-02/"))]
    twice.build("2026-02-01 12.01")
    assert not [path for path in twice.made if path.endswith("index.html") and path != "rediger/status/index.html"]


def broken(content: bytes) -> Iterator[bytes]:
    """The same with a letter changed, cut, empty, and other things altogether."""
    yield from (content[:-1], content[: len(content) // 2], b"", b"x" * 100)
    for place in (0, len(content) // 2, len(content) - 1):
        yield content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def test_what_is_preserved_may_be_broken_or_gone(twice: Rebuilder) -> None:
    expected = sites.contents(twice.site)
    every = sorted((twice.root / ARTIFACT_CACHE).iterdir())
    assert len(every) > 5
    for number in range(7):
        for file in every:
            file.write_bytes(list(broken(file.read_bytes()))[number])
        twice.build(NOON)
        assert sites.contents(twice.site) == expected
    shutil.rmtree(twice.root / ".cache")
    (twice.root / ".cache").write_bytes(b"a file stands in the way")
    twice.build(NOON)
    assert sites.contents(twice.site) == expected


def test_a_cache_that_came_with_the_project_is_not_read(twice: Rebuilder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever commits `.cache/` has another secret, whatever the files hold and however they were made."""
    expected = sites.contents(twice.site)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(store, "secret", lambda: b"another user's secret")
        shutil.rmtree(twice.root / ".cache")
        twice.build(NOON)
        cache = Store(twice.root / ARTIFACT_CACHE, TYPES)
        for file in cache.folder.glob("*.area"):
            key = (file.read_bytes()[32:])[:32].decode()
            area = cache.get(file.name, key)
            assert area
            cache.put(file.name, key, area.model_copy(update={"name": f"Forfalsket {area.slug}"}))
            file.with_suffix(".part").unlink()
        twice.build(NOON)
        assert any(b"Forfalsket" in content for content in sites.contents(twice.site).values()), "the forgery works for its maker"
    twice.build(NOON)
    assert sites.contents(twice.site) == expected


def test_nothing_is_preserved_of_an_area_that_is_gone(twice: Rebuilder) -> None:
    cached = twice.root / ARTIFACT_CACHE
    before = {file.name for file in cached.iterdir()}
    shutil.rmtree(twice.root / "areas/aabyen")
    twice.build(NOON)
    assert before - {file.name for file in cached.iterdir()} == {"aabyen.area", "aabyen.part"}


def test_where_one_area_is_broken_the_others_are_preserved(twice: Rebuilder) -> None:
    expected, cached = sites.contents(twice.site), twice.root / ARTIFACT_CACHE
    shutil.rmtree(cached)
    for broken in ("titel: Fest", event("gentag: hver uge")):
        written(f"{KYST}/events/fest.md", broken)(twice.root)
        with pytest.raises(ContentError, match=f"{KYST}/events/fest.md"):
            twice.build(NOON)
        assert [file.name for file in cached.glob("*.area")] == ["aabyen.area"]
    gone(f"{KYST}/events/fest.md")(twice.root)
    twice.build(NOON)
    assert sites.contents(twice.site) == expected


def test_files_of_the_site_that_somebody_changed_are_made_again(twice: Rebuilder) -> None:
    expected = sites.contents(twice.site)
    page = twice.site / "det-sker/kysten/sang/index.html"
    for spoil in (
        lambda: page.write_bytes(page.read_bytes().replace(b"a", b"b")),
        lambda: page.unlink(),
        lambda: page.rename(page.with_name("x")).with_name("index.html").symlink_to("x"),
        lambda: (twice.site / "det-sker/kysten/sang/fremmed.html").write_bytes(b"x"),
    ):
        spoil()
        twice.build(NOON)
        assert sites.contents(twice.site) == expected
        assert not page.is_symlink()
