"""`kulturpunkt dots`: writes in each area's file the dot that it has, so that it never changes."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from generator.content.load import load
from generator.content.loader import Loader
from generator.editing.form.write import scalar
from generator.media.dots import choices_of
from generator.model.area import Area, AreaFacts
from generator.model.dot import DotColours, DotForm
from generator.reading.sources import read_yaml

HELP = "skriv hvert områdes punkt og farver i dets area.yml, så de aldrig ændrer sig"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Det, der allerede står, bliver stående. Områder med fejl i area.yml springes over."


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when each area has its dot in its file, 1 when a file could not be written."""
    del chosen
    root = Path.cwd()
    site, _ = load(root)
    without = [area for area in (site.areas if site else ()) if not (area.dot and area.colours)]
    written = {area.source: _write(root, area) for area in without}
    for source, done in written.items():
        print(f"{source}: {'skrevet' if done else 'kan ikke ændres uden videre. Skriv selv punkt og farver.'}")
    if not without:
        print("Alle områder har et punkt og farver.")
    return 0 if all(written.values()) else 1


def as_fields(form: DotForm, colours: DotColours) -> dict[str, str]:
    """Return a dot as the fields of `area.yml`."""
    return {"punkt": form.value, "farver": colours.value}


def _write(root: Path, area: Area) -> bool:
    """Write the dot of an area in its file. Return False, and leave the file, where that would change what else it says."""
    file = root / area.source
    before = file.read_bytes()
    form, colours = choices_of(area, area.slug)
    missing = {"punkt": not area.dot, "farver": not area.colours}
    fields = {key: value for key, value in as_fields(form, colours).items() if missing[key]}
    file.write_bytes(_with_fields(before.decode(), fields).encode())
    facts = Loader(root).valid(AreaFacts, read_yaml(root, area.source))
    wanted = {**vars(area), "dot": form, "colours": colours}
    if facts and all(wanted[name] == value for name, value in vars(facts).items()):
        return True
    file.write_bytes(before)
    return False


def _with_fields(text: str, fields: dict[str, str]) -> str:
    """Return a file with fields after its last line, without the lines where they are left empty."""
    end = "\r\n" if "\r\n" in text else "\n"
    for key in fields:
        text = re.sub(rf"^{key}:[ \t]*(?:#.*)?\r?\n", "", text, flags=re.MULTILINE)
    return text.rstrip() + end + "".join(f"{key}: {scalar(value)}{end}" for key, value in fields.items())
