"""Pictures come out upright, small, alike at every build, and with nothing in them but the picture."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

from generator.media import pictures
from generator.media.pictures import MAX_BYTES, WIDTHS, PictureSet, picture_set
from tests.trees import modest

RED, GREEN, BLUE, WHITE = (254, 0, 0), (0, 128, 0), (0, 0, 254), (255, 255, 255)


def fault_in(file: Path) -> str | None:
    """What is said of a picture's file."""
    fault = pictures.fault_in(file)
    return fault[0] if fault else None


def corners() -> Image.Image:
    """A picture of 120 × 80 with a red corner at the top left and a blue one at the top right, on white."""
    image = Image.new("RGB", (120, 80), WHITE)
    image.paste(RED, (0, 0, 40, 40))
    image.paste(BLUE, (80, 0, 120, 40))
    return image


def files(picture: PictureSet, cache: Path) -> list[tuple[str, bytes]]:
    """Each variant's name and bytes."""
    return [(variant.name, pictures.content(picture, variant, cache)) for variant in picture.variants]


def made(file: Path, cache: Path | None = None) -> dict[str, bytes]:
    """Every file that a picture becomes, by its kind; the widest where there are several."""
    widest = {}
    for name, content in files(picture_set(file), cache or file.parent / "cache"):
        widest[name.rpartition(".")[2]] = content
    return widest


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def colour(image: Image.Image, place: tuple[int, int]) -> str:
    """The name of the colour at a place, however JPEG has blurred it."""
    pixel = image.convert("RGB").getpixel(place)
    assert isinstance(pixel, tuple)
    names = {"red": RED, "blue": BLUE, "white": WHITE, "green": GREEN, "black": (0, 0, 0)}
    return min(names, key=lambda name: sum((a - b) ** 2 for a, b in zip(names[name], pixel, strict=True)))


def gps_exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes into a picture: how it was held, where it was and whose it is."""
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    exif[Base.Make] = "Telefon-mærke"
    exif[Base.Artist] = "Anna Privatsen"
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (56.0, 55.0, 12.0), GPS.GPSLongitudeRef: "E"})
    return exif


TURNS: dict[int, Callable[[Image.Image], Image.Image]] = {
    1: lambda upright: upright,
    2: lambda upright: upright.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    3: lambda upright: upright.transpose(Image.Transpose.ROTATE_180),
    4: lambda upright: upright.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
    5: lambda upright: upright.transpose(Image.Transpose.TRANSPOSE),
    6: lambda upright: upright.transpose(Image.Transpose.ROTATE_90),
    7: lambda upright: upright.transpose(Image.Transpose.TRANSVERSE),
    8: lambda upright: upright.transpose(Image.Transpose.ROTATE_270),
}
"""How a picture lies in the file for each EXIF orientation (TIFF 6, tag 274)."""


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("ending", ["jpg", "webp"])
def test_a_picture_is_upright_however_the_phone_was_held(tmp_path: Path, orientation: int, ending: str) -> None:
    file = tmp_path / f"a.{ending}"
    TURNS[orientation](corners()).save(file, exif=gps_exif(orientation), quality=95)
    for content in made(file).values():
        image = opened(content)
        assert image.size == (120, 80)
        assert [colour(image, place) for place in ((20, 20), (100, 20), (20, 60), (100, 60))] == ["red", "blue", "white", "white"]


def with_metadata(folder: Path, kind: str) -> Path:
    """A picture with every kind of metadata that its format can hold."""
    file = folder / f"a.{kind}"
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">Anna Privatsen</x:xmpmeta>'
    if kind == "png":
        notes = PngInfo()
        notes.add_text("Author", "Anna Privatsen")
        corners().save(file, pnginfo=notes, exif=gps_exif(), icc_profile=b"Anna Privatsen")
    elif kind == "jpg":
        corners().save(file, exif=gps_exif(), xmp=xmp, comment=b"Anna Privatsen", icc_profile=b"Anna Privatsen")
    else:
        corners().save(file, exif=gps_exif(), xmp=xmp, icc_profile=b"Anna Privatsen")
    return file


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_all_metadata_is_gone_and_where_it_was_taken_too(tmp_path: Path, kind: str) -> None:
    file = with_metadata(tmp_path, kind)
    with Image.open(file) as before:
        assert before.getexif().get_ifd(IFD.GPSInfo)
    assert b"Privatsen" in file.read_bytes()
    for content in made(file).values():
        assert dict(opened(content).getexif()) == {}
        assert not set(opened(content).info) & {"exif", "xmp", "icc_profile", "comment", "Author"}
        assert not [word for word in (b"Privatsen", b"Exif", b"GPS", b"xmp", b"ICC_PROFILE", b"Telefon") if word in content]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which property tests overwrite one picture."""
    return tmp_path_factory.mktemp("pictures")


@modest
@given(st.integers(1, 3000), st.integers(1, 3000))
def test_no_width_is_more_than_the_limit_or_the_original(shelf: Path, width: int, height: int) -> None:
    Image.new("1", (width, height)).save(shelf / "a.png")
    for kind in ("avif", "jpg"):
        variants = picture_set(shelf / "a.png").of_kind(kind)
        assert [variant.width for variant in variants] == sorted({min(wanted, width) for wanted in WIDTHS})
        assert all(abs(variant.height - height * variant.width / width) <= 1 for variant in variants)
        assert all(variant.height >= 1 for variant in variants)


def test_a_picture_becomes_files_of_the_sizes_it_says(tmp_path: Path) -> None:
    corners().resize((1800, 600)).save(tmp_path / "havn.png")
    picture = picture_set(tmp_path / "havn.png")
    sizes = {name: opened(content).size for name, content in files(picture, tmp_path / "cache")}
    assert sizes == {variant.name: (variant.width, variant.height) for variant in picture.variants}
    assert sorted(set(sizes.values())) == [(480, 160), (960, 320), (1600, 533)]
    assert [variant.media_type for variant in picture.of_kind("avif")] == ["image/avif"] * 3


def test_the_same_bytes_give_the_same_files_wherever_they_lie(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    corners().save(tmp_path / "a.jpg")
    (tmp_path / "b/a.jpg").write_bytes((tmp_path / "a.jpg").read_bytes())
    first = files(picture_set(tmp_path / "a.jpg"), tmp_path / "cache 1")
    assert files(picture_set(tmp_path / "b/a.jpg"), tmp_path / "cache 2") == first


@pytest.mark.parametrize("broken", [b"", b"x" * 100, None])
def test_a_cache_that_is_broken_only_costs_time(tmp_path: Path, broken: bytes | None) -> None:
    corners().save(tmp_path / "a.jpg")
    cache = tmp_path / "cache"
    first = made(tmp_path / "a.jpg", cache)
    for file in cache.iterdir():
        if broken is None:
            file.unlink()
            file.mkdir()
        else:
            file.write_bytes(broken)
    assert made(tmp_path / "a.jpg", cache) == first


def test_what_the_cache_keeps_is_used(tmp_path: Path) -> None:
    """The second time, nothing is read but the cache: the original's pixels may be gone."""
    corners().save(tmp_path / "a.jpg")
    picture = picture_set(tmp_path / "a.jpg")
    first = files(picture, tmp_path / "cache")
    (tmp_path / "a.jpg").unlink()
    assert files(picture, tmp_path / "cache") == first


def test_another_picture_under_the_same_name_is_another_picture(tmp_path: Path) -> None:
    """Also within one run, as when a picture is replaced while the preview runs."""
    Image.new("RGB", (40, 40), RED).save(tmp_path / "havn.jpg")
    first = picture_set(tmp_path / "havn.jpg")
    assert colour(opened(made(tmp_path / "havn.jpg")["jpg"]), (20, 20)) == "red"
    Image.new("RGB", (40, 40), BLUE).save(tmp_path / "havn.jpg")
    second = picture_set(tmp_path / "havn.jpg")
    assert not {variant.name for variant in first.variants} & {variant.name for variant in second.variants}
    assert colour(opened(made(tmp_path / "havn.jpg")["jpg"]), (20, 20)) == "blue"


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_see_through_becomes_white(tmp_path: Path, mode: str) -> None:
    """A club's logo as PNG lies on paper, not on black."""
    logo = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
    logo.paste((0, 0, 0, 255), (0, 0, 30, 30))
    logo.convert(mode).save(tmp_path / "a.png")
    image = opened(made(tmp_path / "a.png")["jpg"])
    assert [colour(image, place) for place in ((10, 10), (50, 50))] == ["black", "white"]


@pytest.mark.parametrize("size", [(500, 20_000), (20_000, 500)])
def test_a_very_tall_or_wide_picture_is_refused_or_made(tmp_path: Path, size: tuple[int, int]) -> None:
    """A thin line is no picture of an event."""
    Image.new("1", size).save(tmp_path / "a.png")
    assert fault_in(tmp_path / "a.png") or len(made(tmp_path / "a.png")) == 2


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16"])
def test_every_way_of_holding_colours_is_read(tmp_path: Path, mode: str) -> None:
    file = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    Image.new(mode, (20, 10)).save(file)
    assert fault_in(file) is None
    assert {opened(content).mode for content in made(file).values()} == {"RGB"}


def test_a_grey_picture_of_sixteen_bits_keeps_its_grey(tmp_path: Path) -> None:
    Image.new("I;16", (20, 10), 32768).save(tmp_path / "a.png")
    pixel = opened(made(tmp_path / "a.png")["jpg"]).convert("L").getpixel((5, 5))
    assert isinstance(pixel, int)
    assert 120 <= pixel <= 136


@pytest.mark.parametrize("name", ["a.jpg", "a.jpeg", "a.png", "a.webp"])
def test_good_pictures_have_no_fault(tmp_path: Path, name: str) -> None:
    corners().save(tmp_path / name)
    assert fault_in(tmp_path / name) is None


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("a.jpg", "PNG", "Filen er et PNG-billede, men navnet ender på .jpg. Kald den a.png."),
        ("a.png", "JPEG", "Filen er et JPEG-billede, men navnet ender på .png. Kald den a.jpg."),
        ("a.JPG", "JPEG", "Filen er et JPEG-billede, men navnet ender på .JPG. Kald den a.jpg."),
        ("a.jpg", "GIF", "Filen er ikke et billede, vi kan læse. Gem det som JPEG, PNG eller WebP."),
        ("a.png", "TIFF", "Filen er ikke et billede, vi kan læse. Gem det som JPEG, PNG eller WebP."),
    ],
)
def test_pictures_in_disguise(tmp_path: Path, name: str, kind: str, said: str) -> None:
    corners().save(tmp_path / name, kind)
    assert fault_in(tmp_path / name) == said


def test_a_picture_of_two_pictures_as_phones_make_them(tmp_path: Path) -> None:
    """Many phones save JPEG with a second picture behind the first (MPO): the first is shown."""
    corners().save(tmp_path / "a.jpg", "MPO", save_all=True, append_images=[Image.new("RGB", (120, 80), GREEN)])
    assert fault_in(tmp_path / "a.jpg") is None
    assert colour(opened(made(tmp_path / "a.jpg")["jpg"]), (20, 20)) == "red"


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_half_a_picture_is_a_fault(tmp_path: Path, kind: str) -> None:
    """An upload that broke off is reported; it does not stop the build."""
    Image.effect_noise((300, 300), 80).convert("RGB").save(tmp_path / f"a.{kind}")
    whole = (tmp_path / f"a.{kind}").read_bytes()
    (tmp_path / f"a.{kind}").write_bytes(whole[: len(whole) // 2])
    fault = fault_in(tmp_path / f"a.{kind}")
    assert fault
    assert fault.startswith(("Billedet er gået i stykker", "Filen er ikke et billede, vi kan læse."))


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"RIFF\0\0\0\0WEBP"]
)
def test_what_is_no_picture(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    assert fault_in(tmp_path / "a.jpg") == "Filen er ikke et billede, vi kan læse. Gem det som JPEG, PNG eller WebP."


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((10_000, 5_000), None),
        ((10_000, 5_001), "Billedet er på 10000 × 5001 punkter, højst 50 millioner i alt. Gem det mindre."),
        ((20_000, 20_000), "Billedet har for mange punkter: højst 50 millioner i alt. Gem det mindre."),
    ],
)
def test_too_many_points(tmp_path: Path, size: tuple[int, int], said: str | None) -> None:
    Image.new("1", size).save(tmp_path / "a.png")
    assert fault_in(tmp_path / "a.png") == said


def test_a_very_large_picture_is_reported_without_a_warning_beside_it(tmp_path: Path) -> None:
    Image.new("1", (10_000, 10_000)).save(tmp_path / "a.png")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert fault_in(tmp_path / "a.png") == "Billedet er på 10000 × 10000 punkter, højst 50 millioner i alt. Gem det mindre."


def test_too_many_bytes(tmp_path: Path) -> None:
    corners().save(tmp_path / "a.jpg")
    with (tmp_path / "a.jpg").open("ab") as file:
        file.truncate(MAX_BYTES + 1)
    assert fault_in(tmp_path / "a.jpg") == "Billedet fylder for meget: højst 20 MB. Gem det mindre."


@modest
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"RIFF\x20\0\0\0WEBPVP8 "]),
)
def test_any_bytes_are_a_picture_or_a_fault_in_danish(shelf: Path, content: bytes, start: bytes) -> None:
    (shelf / "b.jpg").write_bytes(start + content)
    fault = fault_in(shelf / "b.jpg")
    assert fault is None or fault.startswith(("Filen er", "Billedet er"))


@settings(modest, max_examples=40)
@given(st.binary(max_size=60))
def test_any_exif_is_gone_and_stops_nothing(shelf: Path, exif: bytes) -> None:
    file = shelf / "c.jpg"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        corners().save(file, exif=b"Exif\0\0II*\0\x08\0\0\0\x01\0" + exif)
        assert fault_in(file) is None
        assert b"Exif" not in made(file)["jpg"]
