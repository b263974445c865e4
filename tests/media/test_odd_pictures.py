"""A picture that passes the check becomes all its files, whatever it holds; any other gets a Danish message.

The check and the build read pictures by the same code, so these tests give a picture to both.
"""

from __future__ import annotations

import random
import resource
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from generator.media import pictures
from generator.media.photos import MAX_SIDE, smaller, upright
from tests.media.cmyk import assembled, profile
from tests.trees import modest


def fate(file: Path) -> str | None:
    """What the check says; None where it says nothing, and then all files of the picture have been made."""
    fault = pictures.fault_in(file)
    if fault:
        assert fault[0].startswith(("Filen ", "Billedet ")), fault
        assert fault[0].endswith(".")
        return fault[0]
    picture = pictures.picture_set(file)
    for variant in (picture.of_kind("jpg")[-1], picture.of_kind("avif")[0]):
        made = Image.open(BytesIO(smaller(file, picture.key, variant.kind, variant.width, variant.height)))
        assert made.size == (variant.width, variant.height)
        assert not set(made.info) & {"exif", "icc_profile", "xmp", "comment"}
    return None


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def with_png_chunk(content: bytes, name: bytes, data: bytes, after: int = 33) -> bytes:
    """A PNG with one more chunk, right after its header or elsewhere."""
    chunk = struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return content[:after] + chunk + content[after:]


def with_webp_exif(content: bytes, exif: bytes) -> bytes:
    """A WebP whose EXIF block holds these bytes."""
    marked = saved(Image.open(BytesIO(content)), "WEBP", exif=b"Exif\0\0" + b"?" * len(exif))
    assert b"?" * len(exif) in marked
    return marked.replace(b"Exif\0\0" + b"?" * len(exif), b"Exif\0\0" + exif).replace(b"?" * len(exif), exif)


BLOCKS = (
    b"",
    b"II",
    b"II*\0\xff\xff\xff\xff",
    b"II*\0\x08\0\0\0\xff\xff",
    b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0",
    b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\xff\xff\xff\xff\x08\0\0\0",
    b"II*\0\x08\0\0\0\x01\0\x12\x01\x05\0\x01\0\0\0\x1a\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    b"II*\0\x08\0\0\0\x01\0\x12\x01\x02\0\x04\0\0\0abcd\0\0\0\0",
    b"Exif",
    b"\0" * 40,
    b"\xff" * 40,
)
"""EXIF blocks that are no EXIF: cut off, pointing outside, an orientation that is a fraction or a word."""


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("kind", ["png", "late png", "webp", "jpg"])
def test_a_picture_with_a_broken_exif_block_is_shown_as_it_lies(tmp_path: Path, kind: str, block: bytes) -> None:
    image = Image.new("RGB", (40, 20), "navy")
    content = {
        "png": lambda: with_png_chunk(saved(image, "PNG"), b"eXIf", block),
        "late png": lambda: with_png_chunk(saved(image, "PNG"), b"eXIf", block, after=-12),
        "webp": lambda: with_webp_exif(saved(image, "WEBP"), block),
        "jpg": lambda: saved(image, "JPEG", exif=b"Exif\0\0" + block),
    }[kind]()
    file = tmp_path / f"a.{kind.split()[-1]}"
    file.write_bytes(content)
    assert fate(file) is None
    assert upright(file).size == (40, 20)


@pytest.mark.parametrize("kind", ["png", "webp", "jpg"])
@pytest.mark.parametrize("broken", [b"x", b"\0" * 128, b"\xff" * 4000])
def test_a_broken_profile_changes_no_colour(tmp_path: Path, kind: str, broken: bytes) -> None:
    file = tmp_path / f"a.{kind}"
    Image.new("RGB", (40, 20), (200, 30, 30)).save(file, icc_profile=broken)
    assert fate(file) is None
    near(upright(file), (200, 30, 30))


def test_a_profile_about_other_colours_changes_none(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), (200, 30, 30)).save(tmp_path / "a.png", icc_profile=profile())
    assert fate(tmp_path / "a.png") is None
    near(upright(tmp_path / "a.png"), (200, 30, 30))


def near(image: Image.Image, colour: tuple[int, int, int], within: int = 6) -> None:
    """Holds the colour in the middle of a picture to be this one, as nearly as JPEG lets it."""
    found = image.getpixel((image.width // 2, image.height // 2))
    assert isinstance(found, tuple)
    assert max(abs(one - other) for one, other in zip(found, colour, strict=True)) <= within, found


INKS = {(255, 0, 0, 0): (60, 130, 180), (0, 255, 0, 0): (190, 30, 110), (0, 0, 0, 255): (30, 30, 30), (0, 0, 0, 0): (255, 255, 255)}
"""Inks, and the colour that the profile of these tests says they have on paper."""


@pytest.mark.parametrize("ink", INKS)
def test_a_printers_picture_goes_through_its_profile(tmp_path: Path, ink: tuple[int, int, int, int]) -> None:
    Image.new("CMYK", (40, 20), ink).save(tmp_path / "a.jpg", icc_profile=profile(INKS), quality=95)
    assert b"Adobe" in (tmp_path / "a.jpg").read_bytes()
    assert fate(tmp_path / "a.jpg") is None
    near(upright(tmp_path / "a.jpg"), INKS[ink], within=12)


def without_adobe(content: bytes) -> bytes:
    """The same JPEG without its Adobe marker (APP14)."""
    start = content.index(b"\xff\xee")
    return content[:start] + content[start + 2 + int.from_bytes(content[start + 2 : start + 4]) :]


def test_a_printers_picture_without_adobes_marker_has_the_same_colours(tmp_path: Path) -> None:
    """As browsers show it: four inks are stored inverted, with the marker and without."""
    content = saved(Image.new("CMYK", (40, 20), (255, 0, 0, 0)), "JPEG", icc_profile=profile(INKS), quality=95)
    (tmp_path / "a.jpg").write_bytes(without_adobe(content))
    assert b"Adobe" not in (tmp_path / "a.jpg").read_bytes()
    assert fate(tmp_path / "a.jpg") is None
    near(upright(tmp_path / "a.jpg"), INKS[255, 0, 0, 0], within=12)


@pytest.mark.parametrize("icc", [None, b"broken"])
def test_a_printers_picture_without_a_sound_profile_is_shown_without_one(tmp_path: Path, icc: bytes | None) -> None:
    Image.new("CMYK", (40, 20), (255, 0, 0, 0)).save(tmp_path / "a.jpg", icc_profile=icc, quality=95)
    assert fate(tmp_path / "a.jpg") is None
    near(upright(tmp_path / "a.jpg"), (0, 255, 255))


def test_a_printers_picture_that_lies_on_its_side_is_turned(tmp_path: Path) -> None:
    image = Image.new("CMYK", (40, 20), (0, 0, 0, 0))
    image.paste((255, 0, 0, 0), (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "a.jpg", icc_profile=profile(INKS), exif=exif, quality=95)
    assert upright(tmp_path / "a.jpg").size == (20, 40)
    near(upright(tmp_path / "a.jpg").crop((0, 0, 20, 18)), INKS[255, 0, 0, 0], within=12)


def test_a_grey_picture_goes_through_its_grey_profile(tmp_path: Path) -> None:
    """A grey profile says how dark each grey is; one of linear light makes the middle lighter."""
    Image.new("L", (40, 20), 128).save(tmp_path / "a.png", icc_profile=grey_profile())
    assert fate(tmp_path / "a.png") is None
    near(upright(tmp_path / "a.png"), (188, 188, 188), within=3)


def grey_profile() -> bytes:
    """A profile for greys whose values are linear light."""
    return assembled(b"GRAY", b"XYZ ", {b"kTRC": b"curv" + bytes(8)})


def test_linear_light_is_what_the_grey_profile_says() -> None:
    assert ImageCms.ImageCmsProfile(BytesIO(grey_profile())).profile.xcolor_space == "GRAY"


def animated(kind: str) -> bytes:
    frames = [Image.new("RGB", (40, 20), colour) for colour in ("red", "green", "blue")]
    return saved(
        frames[0], kind, save_all=True, append_images=frames[1:], duration=100, **({"lossless": True} if kind == "WEBP" else {})
    )


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_picture_that_moves_the_first_frame_is_shown(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"a.{kind.lower()}"
    file.write_bytes(animated(kind))
    assert fate(file) is None
    near(upright(file), (255, 0, 0))


MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (7000, 3), (3201, 50), (6400, 41)])
def test_any_way_of_holding_colours_in_any_shape_is_made(tmp_path: Path, mode: str, size: tuple[int, int]) -> None:
    Image.new(mode, size).save(tmp_path / "a.png")
    assert fate(tmp_path / "a.png") is None


def test_a_large_picture_has_the_same_shape_and_colours_as_a_small_one(tmp_path: Path) -> None:
    """It is made smaller on the way: by JPEG's reader, and strip by strip."""
    small = Image.new("RGB", (200, 100), "white")
    small.paste((200, 30, 30), (0, 0, 100, 50))
    large = small.resize((8000, 4000), Image.Resampling.NEAREST)
    for name in ("a.jpg", "a.png"):
        large.save(tmp_path / name)
        seen = upright(tmp_path / name)
        assert 3200 <= seen.width < 8000
        assert abs(seen.width / seen.height - 2) < 0.01
        near(seen.crop((0, 0, seen.width // 2 - 2, seen.height // 2 - 2)), (200, 30, 30))
        near(seen.crop((seen.width // 2 + 2, 0, seen.width, seen.height)), (255, 255, 255))


def test_a_transparent_corner_of_a_large_picture_is_white(tmp_path: Path) -> None:
    large = Image.new("RGBA", (6500, 3000), (0, 0, 0, 0))
    large.paste((0, 0, 200, 255), (0, 0, 3250, 3000))
    large.save(tmp_path / "a.png")
    seen = upright(tmp_path / "a.png")
    near(seen.crop((0, 0, 1000, 1000)), (0, 0, 200))
    near(seen.crop((seen.width - 1000, 0, seen.width, seen.height)), (255, 255, 255))


MEMORY = 1024
"""MiB of address space for a process that checks pictures and makes the largest file of each, one after the other."""
LARGE: dict[str, Callable[[], bytes]] = {
    "transparent.png": lambda: saved(Image.new("RGBA", (7070, 7070)), "PNG", compress_level=1),
    "printer.jpg": lambda: saved(Image.new("CMYK", (8000, 6000)), "JPEG", progressive=True),
    "tall.png": lambda: saved(Image.new("RGB", (3125, MAX_SIDE)), "PNG", compress_level=1),
    "flat.webp": lambda: saved(Image.new("RGBA", (5000, 5000)), "WEBP", lossless=True, method=0),
}
MAKING = """
import sys
from pathlib import Path
from generator.media import pictures
for file in map(Path, sys.argv[1:]):
    fault = pictures.fault_in(file)
    assert fault is None, (file, fault)
    picture = pictures.picture_set(file)
    assert pictures.content(picture, picture.of_kind("jpg")[-1], file.parent / "cache"), file
"""


def test_the_largest_pictures_are_made_within_the_bounds_of_memory(tmp_path: Path) -> None:
    for name, content in LARGE.items():
        (tmp_path / name).write_bytes(content())
    done = subprocess.run(
        [sys.executable, "-c", MAKING, *(tmp_path / name for name in LARGE)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY << 20, MEMORY << 20)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_webp_that_is_too_large_to_unpack_is_refused_before_it_is(tmp_path: Path) -> None:
    Image.new("RGB", (5001, 5000)).save(tmp_path / "a.webp", lossless=True, method=0)
    assert fate(tmp_path / "a.webp") == "Billedet er på 5001 × 5000 punkter, højst 25 millioner i alt. Gem det mindre."


def originals() -> Iterator[tuple[str, bytes]]:
    """Small pictures with every kind of block that our formats have."""
    picture = Image.effect_noise((60, 40), 80)
    exif = Image.Exif()
    exif[0x0112] = 6
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA"):
        yield "a.png", saved(picture.convert(mode), "PNG", exif=exif, icc_profile=icc)
    yield "a.png", saved(picture.convert("RGB"), "PNG", transparency=(1, 2, 3))
    yield "a.png", saved(Image.new("I;16", (40, 20), 700), "PNG", exif=exif)
    for mode in ("L", "RGB", "CMYK"):
        yield "a.jpg", saved(picture.convert(mode), "JPEG", exif=exif, icc_profile=icc, progressive=mode == "RGB")
    yield "a.jpg", saved(picture, "MPO", save_all=True, append_images=[picture])
    for mode in ("RGB", "RGBA"):
        yield "a.webp", saved(picture.convert(mode), "WEBP", exif=exif, icc_profile=icc, lossless=mode == "RGBA")
    yield "a.webp", animated("WEBP")
    yield "a.png", animated("PNG")


ORIGINALS = list(originals())


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which property tests overwrite one picture."""
    return tmp_path_factory.mktemp("odd")


def mended(content: bytes) -> bytes:
    """A PNG with right checksums, so that a change in it is not refused for those alone."""
    out, place = content[:8], 8
    while place + 12 <= len(content):
        length = int.from_bytes(content[place : place + 4])
        block = content[place + 4 : place + 8 + length]
        out += content[place : place + 4] + block + struct.pack(">I", zlib.crc32(block))
        place += 12 + length
    return out


def damaged(content: bytes, chance: random.Random) -> bytes:
    """A picture with some bytes changed, taken away or doubled."""
    spoilt = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        place = chance.randrange(min(len(spoilt), chance.choice((60, 400, 100_000))))
        match chance.randrange(5):
            case 0:
                spoilt[place] = chance.randrange(256)
            case 1:
                spoilt[place : place + 4] = chance.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff", b"\0\0\0\1"))
            case 2:
                del spoilt[place : place + chance.randrange(1, 30)]
            case 3:
                spoilt[place:place] = spoilt[place : place + chance.randrange(1, 30)]
            case _:
                spoilt[place] ^= 1 << chance.randrange(8)
        if not spoilt:
            break
    result = bytes(spoilt)
    return mended(result) if content.startswith(b"\x89PNG") and chance.random() < 0.8 else result


@modest
@given(st.sampled_from(ORIGINALS), st.integers(0, 10**9))
def test_a_damaged_picture_is_made_or_refused_in_danish(shelf: Path, original: tuple[str, bytes], seed: int) -> None:
    name, content = original
    (shelf / name).write_bytes(damaged(content, random.Random(seed)))  # noqa: S311  nothing secret
    fate(shelf / name)


@modest
@given(
    st.sampled_from(["eXIf", "iCCP", "tRNS", "gAMA", "cHRM", "pHYs", "tEXt", "zTXt", "iTXt", "acTL", "fcTL", "sRGB", "PLTE"]),
    st.binary(max_size=60),
)
def test_a_png_with_any_block_is_made_or_refused_in_danish(shelf: Path, name: str, data: bytes) -> None:
    (shelf / "b.png").write_bytes(with_png_chunk(saved(Image.new("RGB", (20, 10)), "PNG"), name.encode(), data))
    fate(shelf / "b.png")
