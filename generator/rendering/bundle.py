"""One script from a module and all that it imports: a page that begins to use it waits for one file, not for a chain of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(r'^import \{ ([^{}]*) \} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:const|function\*?|class)) (\w+)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_STYLE = re.compile(r'new URL\("([\w-]+)\.css", import\.meta\.url\)')
_UNSAID = re.compile(r"^ *(?://.*\n)?", re.MULTILINE)


def bundles(modules: Mapping[str, str]) -> dict[str, str]:
    """Return a script for each module that no other imports, by name. Raise ValueError for an import or export that is written
    in another way than `import { one, two as other } from "./name.js";` and `export const name`."""
    imported = {name for source in modules.values() for name in imports_of(source)}
    return {name: "".join(_parts(modules, name)) for name in modules if name not in imported}


def imports_of(source: str) -> list[str]:
    """Return the names of the modules that a module imports, in its order."""
    return [name for _, name in _IMPORT.findall(source)]


def styles_of(source: str) -> list[str]:
    """Return the names of the components whose styles a module fetches."""
    return _STYLE.findall(source)


def said(source: str) -> str:
    """Return a script without what a browser does not need of its lines: indents, and lines that are comments."""
    return _UNSAID.sub("", source)


def _parts(modules: Mapping[str, str], entry: str) -> Iterator[str]:
    for name in _in_order(modules, entry, ()):
        if name != entry:
            yield _wrapped(name, modules[name])
    yield _joined(modules[entry])


def _in_order(modules: Mapping[str, str], name: str, above: tuple[str, ...]) -> list[str]:
    """Return a module after all that it imports, each once."""
    if name in above:
        raise ValueError(f"{' → '.join((*above, name))}: modules import each other")
    each = (_in_order(modules, other, (*above, name)) for other in imports_of(modules[name]))
    return list(dict.fromkeys([*(one for order in each for one in order), name]))


def _wrapped(name: str, source: str) -> str:
    """Return a module as a value that holds what it exports. All other names stay its own."""
    exported = [name for _, name in _EXPORT.findall(source)]
    body = _joined(_EXPORT.sub(r"\1 \2", source))
    return f"const {_value(name)} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"


def _joined(source: str) -> str:
    """Return a module's text with the names that it imports taken from the values before it."""
    body = _IMPORT.sub(lambda match: f"const {{ {match[1].replace(' as ', ': ')} }} = {_value(match[2])};\n", source)
    odd = _OTHER.search(_EXPORT.sub("", body))
    if odd:
        raise ValueError(f"{odd[0]}: this way to import or export is not known")
    return said(body)


def _value(name: str) -> str:
    return "$" + name.removesuffix(".js").replace("-", "_")
