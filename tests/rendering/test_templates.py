"""What every template holds to, also those whose pages no test opens in a browser."""

from __future__ import annotations

import re

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
