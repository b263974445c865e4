"""A module and all that it imports become one script, which does the same."""

from __future__ import annotations

import re

import pytest

from generator.rendering.bundle import bundles
from tests import sites

PATTERN = re.compile(r"const [A-Z]+ = /.*/[a-z]*;")
MODULES = {
    "words.js": "// How words are compared.\nconst own = 1;\nexport const plain = (text) => {\n  return text + own;\n};\n",
    "index.js": 'import { plain } from "./words.js";\nexport const one = plain("a");\nexport function* two() {}\n',
    "panel.js": """import { one, two as other } from "./index.js";
import { plain } from "./words.js";
export const start = [one, other, plain];
""",
}


def test_each_module_stands_once_and_before_what_needs_it() -> None:
    (name, script), *others = bundles(MODULES).items()
    assert (name, others) == ("panel.js", [])
    assert (
        script
        == """const $words = (() => {
const own = 1;
const plain = (text) => {
return text + own;
};
return { plain };
})();
const $index = (() => {
const { plain } = $words;
const one = plain("a");
function* two() {}
return { one, two };
})();
const { one, two: other } = $index;
const { plain } = $words;
export const start = [one, other, plain];
"""
    )


@pytest.mark.parametrize(
    "line",
    ['import * as all from "./words.js";', 'import "./words.js";', "export default 1;", "export { own };", "export let own = 1;"],
)
def test_what_would_be_joined_wrongly_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not known"):
        bundles({**MODULES, "odd.js": line})


def test_modules_that_import_each_other_are_refused() -> None:
    circle = {"one.js": 'import { b } from "./two.js";\n', "two.js": 'import { a } from "./one.js";\n'}
    with pytest.raises(ValueError, match=r"one\.js → two\.js → one\.js: modules import"):
        bundles({**circle, "three.js": 'import { b } from "./one.js";\n'})


def test_no_text_of_a_script_goes_on_at_the_next_line() -> None:
    """The published scripts have no indents, which would be lost inside such a text."""
    for file in sorted((sites.PROJECT / "theme/js").rglob("*.js")):
        lines = file.read_text().replace("\\`", "").splitlines()
        odd = [line for line in lines if line.count("`") % 2 and not PATTERN.fullmatch(line)]
        assert not odd, f"{file.name}: {odd[0]}"
