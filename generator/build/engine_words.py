"""What the engine warns of, in Danish: those who read it write the pages that it is about."""

from __future__ import annotations

import logging
import re

_DOC = r"Doc file '(?P<file>.+?)' contains an? "
_SAID = (
    (rf"{_DOC}link '(?P<link>.+?)', but the target.* is not found among documentation files\.", "fører ikke nogen steder hen."),
    (rf"{_DOC}(?:unrecognized relative|absolute) link '(?P<link>.+?)', it was left as is\.", "fører ikke nogen steder hen."),
    (rf"{_DOC}link '(?P<link>.+?)', but .*anchor", "fører til en overskrift, som ikke er der."),
)
_OF_MENU = re.compile(r"A reference to '(?P<file>.+?)' is included in the 'nav' configuration, which is not found")
_OMITTED = re.compile(r'The following pages exist in the docs directory, but are not included in the "nav" configuration:')


def in_danish(message: str) -> str | None:
    """Return what a warning of the engine says; None for one that nobody who writes can cause."""
    for pattern, said in _SAID:
        if found := re.match(pattern, message, re.DOTALL):
            return f"content/{found['file']}: Linket «{found['link']}» {said}"
    if found := _OF_MENU.match(message):
        return f"mkdocs.yml: Menuen nævner content/{found['file']}, som ikke findes."
    if _OMITTED.match(message):
        return f"Disse sider er ikke i menuen:{message.partition(':')[2]}"
    return None


class InDanish(logging.Filter):
    """Put what a handler is about to say in Danish."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record where it is one of those that are known; let all of them through."""
        said = in_danish(record.getMessage())
        if said is not None:
            record.msg, record.args = said, ()
        return True
