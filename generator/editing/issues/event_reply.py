"""What the robot answers in an issue, and what it writes of the pull request: Danish, short, everybody's text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.danish import formatting
from generator.editing.form.fields import Fault
from generator.editing.form.picture import OfferedPicture
from generator.editing.form.proposal import Proposal
from generator.model.area import Area
from generator.model.booking import Booking
from generator.model.event import Event
from generator.model.occurrences import occurrences
from generator.model.place import Place
from generator.model.state import State
from generator.problems.rules import explanation
from generator.text.github import block, code, prose

MARK = "<!-- kulturpunkt-svar -->"
"""The first line of the robot's answer, by which it finds its own again."""

APPROVAL = "godkend"
"""The label by which a maintainer has the proposal made into a pull request."""

MOST_FAULTS = 30
_MOST_DATES = 10
NOW = "**Det sker der nu**"
APPROVED_AND_PUBLISHED = (
    f"2. En medarbejder ser forslaget igennem og sætter mærket {code(APPROVAL)}.",
    "3. Så bliver det gemt som et forslag til siden og kommer på, når det er flettet ind. Sagen her lukker af sig selv.",
)
_NOT_SAID = "ikke skrevet"


def answer(proposal: Proposal, *, changed: bool = False, explained: str = "") -> str:
    """Return the comment in the issue.

    `changed` where it was changed after a maintainer had approved it; `explained` is the page of messages, empty where unknown.
    """
    if proposal.event is not None and proposal.sound:
        notes = meant([_item(note, explained) for note in proposal.notes])
        parts = [*_thanks(), *facts(proposal.event, proposal), "", *notes, *_file(proposal), "", *_next_when_sound()]
    else:
        parts = [*sorry([_item(fault, explained) for fault in proposal.faults]), "", *_next_when_faulty()]
    return comment(parts, changed=changed, mail=proposal.site.contacts.mail if proposal.site else "")


def comment(parts: Iterable[str], *, changed: bool, mail: str) -> str:
    """Return the robot's comment around its lines, for any kind of issue. `mail` is the programme's, empty where unknown."""
    note = [f"Sagen er ændret, siden den blev godkendt, så en medarbejder skal sætte mærket {code(APPROVAL)} igen.", ""]
    help_ = f"Spørgsmål? Skriv her i sagen{f', eller skriv til {mail}' if mail else ''}."
    return "\n".join([MARK, *(note if changed else []), *parts, "", help_, ""])


def description(proposal: Proposal, sent_by: str = "") -> str:
    """Return the text of the pull request. `sent_by` says who sent the issue."""
    described = facts(proposal.event, proposal) if proposal.event else ()
    return pull_request(proposal.number, f"Et arrangement fra sag #{proposal.number}. {sent_by}", [*described, ""])


def pull_request(number: int, from_where: str, parts: Iterable[str]) -> str:
    """Return the text of a pull request around its lines, for any kind of issue; "Closes" is GitHub's word."""
    checked = "Tjekket og bygget i samme kørsel, som lavede forslaget. Se det igennem, og flet det, når det er rigtigt."
    return "\n".join([from_where.rstrip(), "", *parts, checked, "", f"Closes #{number}", ""])


def facts(event: Event, proposal: Proposal) -> Iterator[str]:
    """Return the lines that a reader of the page will be shown."""
    area = proposal.site.area(event.owner) if proposal.site else None
    yield _fact("Titel", code(event.title))
    if event.state is not State.PLANNED:
        of_title = "" if "status:" in event.front else ". Er det en del af titlen, så skriv status: planlagt"
        yield _fact("Status", f"{event.state.value}{of_title}")
    yield _fact("Område", prose(area.name if area else event.owner))
    yield _fact("Hvornår", _when(event))
    yield _fact("Hvor", _where(event, area))
    yield _fact("Pris", prose(event.price.text) if event.price else "")
    yield _fact("Tilmelding", _booking(event.booking) if event.booking else "")
    yield _fact("Arrangør", ", ".join(map(prose, event.organisers)))
    if proposal.picture:
        yield _fact("Billede", _picture(proposal.picture))
    yield _fact("For", formatting.joined(audience.value for audience in event.audience) if event.audience else "")


def _picture(picture: OfferedPicture) -> str:
    people = "de, man kan genkende, har sagt ja" if picture.consent else "man kan ikke genkende nogen"
    return f"{prose(picture.alt)} Foto: {prose(picture.credit)} ({people}; hentes, når forslaget er godkendt)"


def _fact(name: str, text: str) -> str:
    return f"- **{name}:** {text or _NOT_SAID}"


def _when(event: Event) -> str:
    first = formatting.when(event.start, event.end)
    dates = occurrences(event)
    if not event.repetition:
        others = [formatting.full_day(each.start.day) for each in dates if each.start.day != event.start.day]
        shown = [*others[:_MOST_DATES], *([f"{len(others) - _MOST_DATES} til"] if len(others) > _MOST_DATES else [])]
        return f"{first}, og igen {formatting.joined(shown)}" if others else first
    last = formatting.plain_day(dates[-1].start.day)
    return f"{first}, derefter {event.repetition.words()} til {last} ({len(dates)} datoer i alt)"


def _where(event: Event, area: Area | None) -> str:
    place = area.places.get(event.place) if area and isinstance(event.place, str) else event.place
    if isinstance(place, Place):
        return ", ".join(map(prose, filter(None, (place.name, place.whole_address))))
    return f"online på {code(event.online)}" if event.online else ""


def _booking(booking: Booking) -> str:
    if not booking.needed:
        return "ingen"
    said = [prose(booking.text)] if booking.text else []
    described = ", ".join([*map(code, booking.ways), *said])
    return f"{described} senest {formatting.full_day(booking.deadline)}" if booking.deadline else described


def _thanks() -> Iterator[str]:
    yield "**Tak! Sådan bliver arrangementet på siden.** Se efter, om det er rigtigt:"
    yield ""


def _file(proposal: Proposal) -> Iterator[str]:
    if proposal.file:
        yield f"<details><summary>Filen, som den bliver gemt: <code>{proposal.file.path}</code></summary>\n"
        yield block(proposal.file.text, "yaml")
        yield "\n</details>"


def _next_when_sound() -> Iterator[str]:
    yield from (NOW, "")
    yield '1. Er noget forkert, så ret det i sagen herover (de tre prikker, "Edit"). Så læser jeg det igen og retter dette svar.'
    yield from APPROVED_AND_PUBLISHED


def meant(items: Sequence[str]) -> Iterator[str]:
    """Yield the lines that ask about points of a list, if there are any."""
    if items:
        yield from ("**Er det ment sådan?** Ellers ret det:", "", *items, "")


def _item(fault: Fault, explained: str) -> str:
    more = f" [Læs mere]({explanation(explained, fault.code)})" if explained and fault.code else ""
    return (f"- **{prose(fault.question)}:** " if fault.question else "- ") + prose(fault.message) + more


def sorry(items: Sequence[str]) -> Iterator[str]:
    """Yield the lines that say what is to be corrected, the first thirty points of a list."""
    yield f"**Tak! Der er {formatting.number(len(items))} ting, der skal rettes, før det kan komme på siden:**"
    yield ""
    yield from items[:MOST_FAULTS]
    if len(items) > MOST_FAULTS:
        yield f"- … og {len(items) - MOST_FAULTS} til."


def _next_when_faulty() -> Iterator[str]:
    yield from (NOW, "")
    yield '1. Ret svarene i sagen herover: Vælg de tre prikker og "Edit". Lad linjerne med ### stå.'
    yield "2. Så læser jeg det igen og retter dette svar."
