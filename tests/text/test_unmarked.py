"""Markdown in a line that is shown as plain text: nobody sees its signs, and no address is lost."""

from __future__ import annotations

import pytest

from generator.text.unmarked import unmarked


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Gratis** for *alle*", "Gratis for alle"),
        ("***Kom*** og __syng__ _nu_", "Kom og syng nu"),
        ("50 kr. [Køb her](https://example.org/k)", "50 kr. Køb her (https://example.org/k)"),
        ("[a@example.org](mailto:a@example.org)", "a@example.org"),
        ("[example.org](www.example.org)", "example.org (www.example.org)"),
        ("Entré* 50 kr. *gratis for børn", "Entré* 50 kr. *gratis for børn"),
        ("2 * 3 * 4 og snake_case_navn", "2 * 3 * 4 og snake_case_navn"),
        ("Fest [udsolgt](nej) (se)", "Fest [udsolgt](nej) (se)"),
        ("**", "**"),
    ],
)
def test_signs_go_and_addresses_stay(written: str, shown: str) -> None:
    assert unmarked(written) == shown
