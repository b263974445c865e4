"""The cards that are shown when a page is shared: always of one size, always legible."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops
from PIL.ExifTags import Base

from generator.media.artwork import dot_picture
from generator.media.colours import colour
from generator.media.dots import PROGRAMME_DOT, Dot
from generator.media.social_card import SocialCard
from generator.media.social_drawing import SIZE, draw
from tests.sites import PROJECT
from tests.trees import modest

THEME = PROJECT / "theme"
LINES = ("lørdag den 14. november 2026 kl. 19.00-21.30", "Ejerslev Havn, Nordmors")
CARD = SocialCard("Fællessang på havnen", LINES, None, PROGRAMME_DOT, None, "--yellow")
ART_LEFT = 740
"""Where the round picture begins, in pixels from the left."""

Box = tuple[int, int, int, int]


def drawn(card: SocialCard) -> Image.Image:
    return Image.open(BytesIO(draw(card, THEME))).convert("RGB")


def where_they_differ(one: SocialCard, other: SocialCard) -> Box | None:
    """The left, upper, right and lower edge of all that differs, but the blur of JPEG around it."""
    difference = ImageChops.difference(drawn(one), drawn(other)).convert("L")
    return difference.point(lambda value: 255 * (value > 60)).getbbox()


def box_of_title(card: SocialCard) -> Box:
    box = where_they_differ(card, card._replace(title=""))
    assert box
    return box


def box_of_lines(card: SocialCard) -> Box:
    box = where_they_differ(card, card._replace(lines=("",) * len(card.lines)))
    assert box
    return box


def test_the_size_and_kind_that_others_ask_for() -> None:
    image = Image.open(BytesIO(draw(CARD, THEME)))
    assert (image.size, image.format, SIZE) == ((1200, 630), "JPEG", (1200, 630))


def test_one_card_is_always_the_same() -> None:
    assert draw(CARD, THEME) == draw(CARD._replace(), THEME)
    assert CARD.key == CARD._replace().key


@pytest.mark.parametrize(
    "other",
    [
        CARD._replace(title="Fællessang"),
        CARD._replace(lines=LINES[:1]),
        CARD._replace(mark="Eksempel"),
        CARD._replace(dot=Dot("d-02", "dot--2")),
        CARD._replace(ground="--sky"),
    ],
)
def test_what_looks_different_has_another_name(other: SocialCard) -> None:
    assert other.key != CARD.key
    assert where_they_differ(CARD, other)


def test_its_ground_is_the_designs() -> None:
    for ground in ("--yellow", "--sky", "--red"):
        pixel = drawn(CARD._replace(ground=ground)).getpixel((8, 8))
        expected = tuple(bytes.fromhex(colour(THEME, ground)[1:]))
        assert isinstance(pixel, tuple)
        assert all(abs(one - other) < 6 for one, other in zip(pixel, expected, strict=True))


words = st.one_of(
    st.lists(st.sampled_from(["og", "på", "Fællessang", "Ærø", "havnen", "Arrangementsoversigt", "WWWWWWWWWWWW"]), min_size=1).map(
        " ".join
    ),
    st.text("abcdefghijklmnopqrstuvwxyzæøåÆØÅgjpqy ", min_size=1).filter(str.strip),
)


@settings(modest, max_examples=12)
@given(words.map(lambda title: title[:80]), st.sampled_from([None, "Eksempel"]), st.integers(1, 2))
@example("W" * 80, "Eksempel", 2)
@example("Ågggg " * 13, "Eksempel", 2)
@example("Wwwwwwwwwwww " * 6, "Eksempel", 2)
@example("Åg", None, 1)
def test_a_title_of_any_length_has_its_own_room(title: str, mark: str | None, count: int) -> None:
    """Below the name, above the lines, left of the picture."""
    card = CARD._replace(title=title, mark=mark, lines=LINES[:count])
    left, top, right, bottom = box_of_title(card)
    assert 50 <= left < right <= ART_LEFT
    assert 100 <= top < bottom <= box_of_lines(card)[1]


def test_lines_of_any_length_stay_left_of_the_picture_and_above_the_mark() -> None:
    card = CARD._replace(lines=("Sted " * 40, "x" * 200), mark="Eksempel")
    left, _, right, bottom = box_of_lines(card)
    mark = where_they_differ(card, card._replace(mark=" "))
    assert 50 <= left < right <= ART_LEFT
    assert mark
    assert bottom <= mark[1] < mark[3] <= 630 - 20


def test_a_title_that_is_cut_says_so() -> None:
    """A title with a line more than there is room for does not look like one that ends where the room does."""
    room = "Wwwwwwwwwwww " * 5
    card = CARD._replace(title=room + "Wwwwwwwwwwwwwww", mark="Eksempel")
    assert where_they_differ(card, card._replace(title=room))


NUMBER = SocialCard(
    "12.345", ("gange gav nogen en hånd med", "Oplyst af 9 af 11 områder."), None, PROGRAMME_DOT, None, "--sky", "number"
)
QUOTE = SocialCard("»Vi kommer igen næste år.«", ("En nabo",), None, PROGRAMME_DOT, None, "--rose", "quote")


@pytest.mark.parametrize("title", ["1", "62,5", "ca. 12.345"])
def test_a_number_is_set_as_large_as_its_room_bears(title: str) -> None:
    left, top, right, bottom = box_of_title(NUMBER._replace(title=title))
    assert 50 <= left < right <= ART_LEFT
    assert 100 <= top < bottom <= box_of_lines(NUMBER)[1]
    assert bottom - top > 120 or right - left > 500


def test_a_quote_of_four_hundred_letters_is_there_whole() -> None:
    """A letter more at its end is seen, which would not be if it were cut."""
    words = "Vi kom for sangens skyld og blev for naboernes. " * 8
    assert where_they_differ(QUOTE._replace(title=words), QUOTE._replace(title=words + "X"))
    assert QUOTE.key != QUOTE._replace(kind="page").key
    long = QUOTE._replace(lines=("En meget lang linje om den, der sagde det, og hvor det var. " * 2,))
    assert box_of_lines(long)[2] <= ART_LEFT


def photo(path: Path, picture: Image.Image, exif: Image.Exif | None = None) -> Path:
    picture.save(path, exif=exif or Image.Exif())
    return path


def test_a_photo_stands_in_the_round_instead_of_the_dot(tmp_path: Path) -> None:
    with_photo = CARD._replace(photo=photo(tmp_path / "a.png", Image.new("RGB", (900, 300), (0, 128, 0))))
    assert with_photo.key != CARD.key
    box = where_they_differ(with_photo, CARD)
    assert box
    assert box[0] >= ART_LEFT - 16
    pixel = drawn(with_photo).getpixel((1000, 315))
    assert isinstance(pixel, tuple)
    assert pixel[1] > 110 > 20 > max(pixel[0], pixel[2])


def test_another_photo_of_the_same_name_is_another_card(tmp_path: Path) -> None:
    first = CARD._replace(photo=photo(tmp_path / "a.png", Image.new("RGB", (9, 9), "red"))).key
    assert CARD._replace(photo=photo(tmp_path / "a.png", Image.new("RGB", (9, 9), "blue"))).key != first


def test_a_photo_is_upright_however_the_phone_was_held(tmp_path: Path) -> None:
    """The file lies on its side: what is red on the left of it is at the top."""
    picture = Image.new("RGB", (640, 640), "blue")
    picture.paste((254, 0, 0), (0, 0, 320, 640))
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    image = drawn(CARD._replace(photo=photo(tmp_path / "a.jpg", picture, exif=exif)))
    above, below = (image.getpixel((1000, height)) for height in (150, 480))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert (above[0] > 200 > above[2], below[0] < 50 < 200 < below[2]) == (True, True)


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "CMYK", "1"])
def test_photos_of_every_mode_can_be_drawn(tmp_path: Path, mode: str) -> None:
    kind = "jpg" if mode == "CMYK" else "png"
    assert drawn(CARD._replace(photo=photo(tmp_path / f"a.{kind}", Image.new(mode, (40, 20))))).size == SIZE


def test_a_dot_that_the_theme_does_not_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="is not drawn in the theme"):
        dot_picture(THEME, Dot("d-99", "dot--1"), 64)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Dvořák, Señor Çelik & Łukasz", "Dvorak, Senor Celik & Lukasz"),
        ("Rock [live] – ½ pris …", "Rock (live) – 1/2 pris …"),
        ("🎉 Fest 🎶 👩‍👩‍👧‍👦", "Fest"),
        ("Свято культури", "Fællessang"),
        ("مهرجان 2027", "Fællessang"),
    ],
)
def test_what_the_typefaces_cannot_draw_is_near_to_it_or_not_there(written: str, shown: str) -> None:
    """A title in other letters gives its place to the line below; half of one would say something else."""
    lines = ("Fællessang", *LINES) if shown == "Fællessang" else LINES
    assert draw(CARD._replace(title=written, lines=lines), THEME) == draw(CARD._replace(title=shown), THEME)


def test_a_time_is_never_cut() -> None:
    long = "torsdag den 24. september 2026 kl. 19.00-23.30"
    assert where_they_differ(CARD._replace(lines=(long,)), CARD._replace(lines=(long.removesuffix(".30"),)))


def test_what_stands_on_it_is_said_in_sentences() -> None:
    card = CARD._replace(title="Lejr", lines=("Få pladser: 1. juli-15. aug.", "Nordmors"))
    assert card.words == "Lejr. Få pladser: 1. juli-15. aug. Nordmors"
