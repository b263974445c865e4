"""From an issue to the event it proposes: its file, checked by the real loader beside all that the repository holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from generator.content.load import load
from generator.danish.dates import CLOCK_EXAMPLE, parse_day
from generator.editing.form.fields import PICTURE, Fault, form_fields
from generator.editing.form.issue import Answers, read_answers
from generator.editing.form.picture import OfferedPicture, offered_picture
from generator.editing.form.write import AREA, BODY, ProposedFile, Values, proposed_event
from generator.editing.trial import tried
from generator.model.area import Area
from generator.model.event import Event
from generator.model.site import Site
from generator.problems.problem import Problem, or_none, quoted
from generator.problems.rules import dates, text
from generator.reading.folders import area_folders
from generator.text.letters import folded
from generator.text.sanitise import line

_TAKEN = "Jeres område har allerede et arrangement med den titel. Skriv en titel, som skiller det ud, for eksempel med årstal."
_TITLES = {field.name: field.title for field in form_fields()}
_TEXT, _CLOCK = _TITLES[BODY], "start_kl"
_SITE_IS_BROKEN = "Der er lige nu en fejl i områdets egne oplysninger, så forslaget kan ikke læses færdigt. Den skal rettes først."


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one issue proposes. `file` is None where the area is not known; `event` is None where the file has faults.

    `notes` ask about what may be meant as it is, and say why a picture is left out: they are no faults. `picture` is fetched when
    the proposal is approved.
    """

    number: int
    file: ProposedFile | None
    event: Event | None
    site: Site | None
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...] = ()
    picture: OfferedPicture | None = None

    @property
    def sound(self) -> bool:
        return self.event is not None and not self.faults

    @property
    def branch(self) -> str:
        """Return the issue's own branch, so that a changed issue changes the branch it had. Nothing in it is anybody's text."""
        return f"arrangement/{self.number}"


def propose(root: Path, number: int, issue_body: str, now: datetime | None = None) -> Proposal:
    """Return what an issue proposes for the content below `root`, which is not changed. Without a `now`, nothing is past."""
    site, _ = load(root)
    areas = area_names(root, site)
    answers = read_answers(issue_body, areas)
    if answers.values.get(AREA) not in areas:
        return Proposal(number, None, None, site, answers.faults, answers.notes)
    answers = _with_known_place(answers, site.area(str(answers.values[AREA])) if site else None)
    file, taken = _free(root, proposed_event(answers.values), number, answers)
    picture, notes = offered_picture(answers.values)
    proposal = Proposal(number, file, None, site, (*answers.faults, *taken), (*answers.notes, *notes), picture)
    return _checked(root, proposal, answers.values, now)


def _with_known_place(answers: Answers, area: Area | None) -> Answers:
    """Return the answers with the key of a place of the area's, where only its name is written out."""
    place = {name for name in answers.values if name.startswith("sted")}
    known = {folded(word): key for key, each in (area.places.items() if area else ()) for word in (each.name, key)}
    key = known.get(folded(str(answers.values["sted_navn"]))) if place == {"sted_navn"} else None
    others = {name: value for name, value in answers.values.items() if name != "sted_navn"}
    return replace(answers, values={**others, "sted": key}) if key else answers


def area_names(root: Path, site: Site | None) -> dict[str, str]:
    """Return the areas' names by slug; an area that cannot be read just now goes by its slug."""
    return {slug: area.name if site and (area := site.area(slug)) else slug for slug in area_folders(root)}


def _free(root: Path, file: ProposedFile, number: int, answers: Answers) -> tuple[ProposedFile, tuple[Fault, ...]]:
    """Return the same file under a name that no other event has: with its year where it comes again each year.

    What is proposed a second time is the file that is there.
    """
    if file.is_free(root):
        return file, ()
    stem = file.path.removesuffix(".md")
    start = or_none(parse_day, line(str(answers.values.get("start_dag", ""))))
    if start is None:
        return file._replace(path=f"{stem}-{number}.md"), ()
    dated = file._replace(path=f"{stem}-{start.year}.md")
    if dated.is_free(root):
        return dated, ()
    return file._replace(path=f"{stem}-{start.year}-{number}.md"), (Fault("Titel", _TAKEN),)


def _checked(root: Path, proposal: Proposal, values: Values, now: datetime | None) -> Proposal:
    file = proposal.file
    if file is None:
        return proposal
    done = tried(root, {file.path: file.text.encode()}, now)
    if done is None:
        return replace(proposal, faults=(*proposal.faults, Fault("", _SITE_IS_BROKEN)))
    site, problems = done
    own = [problem for problem in problems if problem.path == file.path]
    faults = (*proposal.faults, *_faults(file, values, (each for each in own if not each.rule.warning), proposal.faults))
    notes = tuple(_faults(file, values, (each for each in own if each.rule.warning), proposal.faults))
    area = site.area(file.path.split("/")[1]) if site else None
    event = next((event for event in area.events if event.source == file.path), None) if area else None
    if event is None and not faults:
        faults = (Fault("", _SITE_IS_BROKEN),)
    return replace(proposal, event=None if faults else event, site=site, faults=faults, notes=(*proposal.notes, *notes))


def _faults(file: ProposedFile, values: Values, problems: Iterable[Problem], known: tuple[Fault, ...]) -> Iterator[Fault]:
    """Yield a file's problems as faults of the questions they are about, but where a question has its fault already."""
    titles = {field.key: field.title for field in reversed(form_fields())}
    last_of_facts = file.text[: file.text.index("\n---\n") + 1].count("\n") + 1
    for problem in problems:
        key = problem.field.partition("[")[0]
        title = titles.get(key) if key else _TEXT if problem.line > last_of_facts else ""
        title = titles.get(key.partition(".")[0], problem.field) if title is None else title
        if title not in {fault.question for fault in known}:
            yield _of_question(Fault(title, problem.message, problem.rule.code), problem, values)


def _of_question(fault: Fault, problem: Problem, values: Values) -> Fault:
    """Return a fault in words of the form, where the file's own are of no use to who has only that."""
    clock = values.get(_CLOCK)
    if problem.rule is dates.CLOCK and problem.field == "start" and isinstance(clock, str):
        return fault._replace(question=_TITLES[_CLOCK], message=f"{quoted(clock)} er ikke et klokkeslæt. {CLOCK_EXAMPLE}")
    if problem.rule is text.PICTURE_IN_TEXT:
        asked = quoted(_TITLES[PICTURE])
        return fault._replace(message=f"Et billede vises ikke i teksten. Slet det der, og læg det ind under {asked} i stedet.")
    return fault
