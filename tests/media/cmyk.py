"""A printer's colour profile, made here: the machine may have none, and those that printers use are not free."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from itertools import product

from PIL import Image, ImageCms

Inks = tuple[int, int, int, int]
Colour = tuple[int, int, int]


def profile(inks: Mapping[Inks, Colour] | None = None) -> bytes:
    """A CMYK profile (ICC.1, version 2) in which full inks have these sRGB colours; other mixtures are darker the more there is."""
    known = inks or {}
    corners = [known.get(ink, _mixed(ink)) for ink in product((0, 255), repeat=4)]  # type: ignore[arg-type]
    lab = b"".join(_lab(colour) for colour in corners)
    identity = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    ramp = bytes(range(256))
    table = b"mft1" + bytes(4) + bytes([4, 3, 2, 0]) + identity + ramp * 4 + lab + ramp * 3
    return assembled(b"CMYK", b"Lab ", {b"A2B0": table}, kind=b"prtr")


def assembled(space: bytes, connection: bytes, tables: Mapping[bytes, bytes], kind: bytes = b"mntr") -> bytes:
    """A profile with these tables, a name and a white point."""
    white = b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061)
    name = b"desc" + bytes(4) + struct.pack(">I", 5) + b"Test\0" + bytes(78)
    every = {b"desc": name, b"cprt": b"text" + bytes(4) + b"None\0", b"wtpt": white, **tables}
    directory, content, place = b"", b"", 132 + 12 * len(every)
    for key, value in every.items():
        padded = value + bytes(-len(value) % 4)
        directory += key + struct.pack(">II", place, len(value))
        content, place = content + padded, place + len(padded)
    head = struct.pack(">I", place) + bytes(4) + struct.pack(">I", 0x02400000) + kind + space + connection + bytes(12) + b"acsp"
    head += bytes(28) + struct.pack(">3i", 63190, 65536, 54061) + bytes(48)
    assert len(head) == 128
    return head + struct.pack(">I", len(every)) + directory + content


def _mixed(ink: Inks) -> Colour:
    cyan, magenta, yellow, black = (1 - each / 255 * 0.8 for each in ink)
    red, green, blue = (round(255 * each * black) for each in (cyan, magenta, yellow))
    return red, green, blue


def _lab(colour: Colour) -> bytes:
    """A colour as three bytes of the profile's own space."""
    to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    pixel = ImageCms.applyTransform(Image.new("RGB", (1, 1), colour), to_lab)
    assert pixel
    light, first, second = pixel.tobytes()
    return bytes([light, (first + 128) % 256, (second + 128) % 256])
