"""The codes: what a phone reads, and module for module what a general library draws."""

from __future__ import annotations

from io import BytesIO

import pytest
import resvg_py
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.media.qr import PAGE, POSTER, code, image, modules
from tests.trees import modest


@settings(modest, max_examples=40)
@given(path=st.text("abcdefghijklmnopqrstuvwxyz0123456789-/#", max_size=220), level=st.sampled_from([PAGE, POSTER]))
def test_a_phone_reads_the_address(path: str, level: str) -> None:
    address = f"https://kulturpunkt.example/{path}"
    drawn = resvg_py.svg_to_bytes(svg_string=image(address).decode() if level == PAGE else _svg(address), width=500)
    with Image.open(BytesIO(bytes(drawn))) as picture:
        assert [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))] == [address]


def _svg(address: str) -> str:
    return str(code(address, "", POSTER)).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


@pytest.mark.parametrize(
    ("level", "length"),
    [*((PAGE, each) for each in (14, 26, 42, 62, 84, 106, 122, 152, 180)), *((POSTER, each) for each in (11, 46, 74, 130))],
)
def test_a_full_code_is_segnos(level: str, length: int) -> None:
    """Where a code is not full, segno fills it up in a way of its own, which no reader looks at."""
    address = "a-" * (length // 2) + "a" * (length % 2)
    theirs = segno.make(address.encode(), error=level, micro=False, mask=2, boost_error=False).matrix
    assert modules(address, level) == ["".join(map(str, row)) for row in theirs]


def test_nothing_in_an_address_is_markup() -> None:
    assert "<b>" not in code('https://x.example/"><b>', "x") and "&lt;b&gt;" in code('https://x.example/"><b>', "x")
