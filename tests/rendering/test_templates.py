"""What every template holds to, also those whose pages no test opens in a browser."""

from __future__ import annotations

import re

import pytest

from generator.rendering.templates import parted, tied
from tests import sites


def test_every_article_and_section_is_named_by_a_heading_of_its_own() -> None:
    nameless = {}
    for file in sorted((sites.PROJECT / "theme").rglob("*.html")):
        source = file.read_text("utf-8")
        tags = re.findall(r"<(?:article|section)\b[^>]*>", source)
        names = [match[1] if (match := re.search(r'aria-labelledby="([^"]+)"', tag)) else None for tag in tags]
        nameless[file.name] = [
            tag
            for tag, name in zip(tags, names, strict=True)
            if not name or not re.search(rf'<h(?:\d|{{{{ level }}}})[^\n]* id="{re.escape(name)}"', source)
        ]
    assert {name: tags for name, tags in nameless.items() if tags} == {}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("tors. 3. dec. kl. 19.00-21.00", "tors. 3._dec. kl._19.00-21.00"),
        ("30. december 2026-2. januar 2027", "30._december 2026-|2._januar 2027"),
        ("voksne 60 kr., børn 30 kr.", "voksne 60_kr., børn 30_kr."),
        ("ca. 60 kom på 2 datoer", "ca._60_kom på 2 datoer"),
        ("Klokken 3 er der 2 kroner og 1. kage", "Klokken 3 er der 2 kroner og 1. kage"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, whole: str) -> None:
    assert tied(text) == whole.replace("_", "\u00a0").replace("|", "\u200b")


def test_an_address_breaks_between_its_folders() -> None:
    assert parted("https://a.dk/b/<c>/") == "https://a.dk/<wbr>b/<wbr>&lt;c&gt;/"


def test_every_page_of_several_screens_begins_in_plain_danish() -> None:
    built = ("data", "follow", "embed-maker", "helpers")
    written = ("om", "tidsplan", "resultater", "ideer", "privatliv", "tilgaengelighed", "rediger", "ny-runde")
    pages = [*(f"theme/pages/{name}.html" for name in built), *(f"content/{name}.md" for name in written)]
    assert [
        page for page in pages if not re.search(r"^(## Kort fortalt|{% call in_short)", (sites.PROJECT / page).read_text(), re.M)
    ] == []
