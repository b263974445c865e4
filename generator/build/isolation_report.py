"""What passes between `kulturpunkt build --isolate` and the engine that it runs: a JSON file of which each writes its part."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.build.engine_words import InDanish
from generator.problems.unforeseen import code_of, source_of


@dataclass
class IsolationReport:
    """What one build of a site in spite of problems was asked to leave out, and what it says.

    `withheld` has the codes of the exceptions that ended the builds before this one, by file. `said` is what was left out, in
    Danish lines; `failed_at` and `code` are of the exception that ended this build, with its file where one is known.
    """

    file: Path
    withheld: dict[str, list[str]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    failed_at: str | None = None
    code: str = ""

    @classmethod
    def read(cls, file: Path) -> IsolationReport:
        """Return the report in a file; an empty one where there is none."""
        found: Mapping[str, object] = json.loads(file.read_text("utf-8")) if file.exists() else {}
        return cls(**{"file": file, **found})  # type: ignore[arg-type]

    def write(self) -> None:
        """Write the report to its file."""
        self.file.write_text(json.dumps({key: value for key, value in asdict(self).items() if key != "file"}), "utf-8")

    def pages_of(self, menu: object) -> Iterator[str]:
        """Yield the paths of the pages that the engine's menu names, so that each is there even where its file is not."""
        if isinstance(menu, str):
            yield from [menu] if menu.endswith(".md") else []
        elif isinstance(menu, dict | list):
            for each in menu.values() if isinstance(menu, dict) else menu:
                yield from self.pages_of(each)

    def fail(self, error: Exception) -> None:
        """Take in the exception that ended this build."""
        traceback.print_exception(error)
        self.failed_at, self.code = source_of(error), code_of(error)


class Warnings(logging.Handler):
    """Add what the engine warns of to a list of lines, in Danish where that is known."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.lines = lines
        self.addFilter(InDanish())

    def emit(self, record: logging.LogRecord) -> None:
        """Add one warning, and whose it is where that is not the content's."""
        said = record.getMessage()
        self.lines.append(said if said.startswith(("content/", "mkdocs.yml:")) else f"MkDocs: {said}")
