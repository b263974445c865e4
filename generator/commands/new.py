"""`kulturpunkt new`: writes the file of a new area or event, ready to fill in."""

from __future__ import annotations

import argparse
from pathlib import Path

from pydantic import ValidationError

from generator.commands.dots import as_fields, dots_below
from generator.content.load import load
from generator.content.loader import folder_fault
from generator.content.model_errors import message_for
from generator.editing.form.write import file_name
from generator.editing.schema import templates
from generator.media.dots import deal
from generator.model.area import PLACEHOLDER, AreaFacts, Status
from generator.model.content import Content
from generator.model.event import EventFacts
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.site import PROGRAMME, folder_of
from generator.text.sanitise import line

HELP = "lav en ny fil til et område eller et arrangement"


def arguments(parser: argparse.ArgumentParser) -> None:
    made = parser.add_subparsers(dest="kind", required=True)
    area = made.add_parser("area", help="et nyt lokalområde")
    area.add_argument("slug", help="mappens navn: små bogstaver og bindestreger, for eksempel vores-by")
    area.add_argument("--navn", required=True, help="lokalområdets navn")
    area.add_argument("--kommune", required=True, help="kommunens navn")
    area.set_defaults(make=_area)
    event = made.add_parser("event", help="et nyt arrangement")
    event.add_argument("owner", metavar="område", help="områdets mappe, for eksempel nordmors, eller programmet")
    event.add_argument("title", metavar="titel", help="hvad arrangementet hedder")
    event.add_argument("--start", required=True, help='dag og klokkeslæt, for eksempel "2026-05-01 kl. 18.00"')
    event.set_defaults(make=_event)


def run(chosen: argparse.Namespace) -> int:
    """Return 0 when the file is written, 1 when it cannot be."""
    root = Path.cwd()
    try:
        path, text, advice = chosen.make(root, chosen)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        print(f"{path} findes allerede. Den er ikke ændret.")
        return 1
    except ValueError as error:
        print(error)
        return 1
    print(f"Lavet: {path}\n{advice}")
    for problem in load(root)[1]:
        if problem.path == path:
            print(problem)
    return 0


def _area(root: Path, chosen: argparse.Namespace) -> tuple[str, str, str]:
    """Return the path and text of an area's file, and what to do next. It is a draft: nothing is shown before it is filled in."""
    name = chosen.slug
    if fault := folder_fault(name):
        raise ValueError(fault)
    facts = {
        "navn": line(chosen.navn),
        "status": Status.DRAFT.value,
        "kommune": line(chosen.kommune),
        "resumé": PLACEHOLDER,
    }
    facts |= as_fields(*deal(name, dots_below(root)))
    _validate(AreaFacts, facts)
    advice = (
        f"Skriv i stedet for «{PLACEHOLDER}». Området vises først, når der står status: offentlig.\n"
        f"Skriv fortællingen i areas/{name}/index.md og områdets ejere i {OWNERS_FILE}. Kør derefter: kulturpunkt schema"
    )
    return f"areas/{name}/area.yml", templates.area_file(facts), advice


def _event(root: Path, chosen: argparse.Namespace) -> tuple[str, str, str]:
    owner = chosen.owner
    areas = sorted(folder.parent.name for folder in (root / "areas").glob("*/area.yml"))
    if owner not in (*areas, PROGRAMME):
        raise ValueError(f"Området «{owner}» findes ikke. Skriv et af dem, der er: {', '.join((*areas, PROGRAMME))}.")
    facts = {"titel": line(chosen.title), "start": line(chosen.start)}
    _validate(EventFacts, facts)
    path = f"{folder_of(owner)}/events/{file_name(facts['titel'])}.md"
    advice = "Skriv teksten under den sidste linje med ---, og kør så: kulturpunkt check"
    return path, templates.event_file(facts), advice


def _validate(model: type[Content], facts: dict[str, str]) -> None:
    """Raise ValueError with what is wrong with the facts."""
    try:
        model.model_validate(facts)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        said = (f"{fault['loc'][0]}: {message_for(model, fault['loc'], fault)[0]}" for fault in faults)
        raise ValueError("\n".join(said)) from None
