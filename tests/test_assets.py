"""The theme's files as they are published."""

from __future__ import annotations

from generator.assets import one_script


def test_modules_become_one_with_what_is_needed_first() -> None:
    modules = {
        "card": 'import { days,\n  hours } from "./dates.js";\nimport { text } from "./text.js";\nexport const card = days;\n',
        "dates": 'import { text } from "./text.js";\nexport function days() {}\nexport const hours = 1;\n',
        "text": "// Texts.\nexport const text = 1;\n",
    }
    one = "// Texts.\nconst text = 1;\nfunction days() {}\nconst hours = 1;\nconst card = days;\n"
    assert one_script(modules) == one
