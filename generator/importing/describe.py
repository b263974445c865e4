"""An import in words: line by line for a terminal, and as the text of a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.importing.outcome import ImportProposal, Kind, Outcome
from generator.model.event import EventFacts
from generator.text.github import block, code, prose

_MOST_SHOWN = 100
_MOST_LETTERS = 50_000
_KEY = re.compile(rf"(?:{'|'.join(map(re.escape, EventFacts.field_keys()))}): ")


def as_lines(proposal: ImportProposal) -> Iterator[str]:
    """Yield what a proposal says, for a terminal."""
    yield f"{proposal.name} (areas/{proposal.slug})"
    for fault in proposal.faults:
        yield f"  FEJL: {fault}"
    for note in proposal.notes:
        yield f"  {note}"
    for kind in Kind:
        found = [each for each in proposal.outcomes if each.kind is kind]
        if found:
            yield f"  {kind.value} ({len(found)}):"
        for outcome in found:
            yield f"    {', '.join(filter(None, (outcome.title, outcome.when)))}{f' [{outcome.path}]' if outcome.path else ''}"
            yield from (f"      {said}" for said in outcome.said)
            for each in outcome.fields:
                yield f"      {each.key}: {_short(each.before)} → {_short(each.after)}"
    if not (proposal.outcomes or proposal.faults):
        yield "  Der er intet nyt."


def as_markdown(proposal: ImportProposal) -> str:
    """Return the text of the pull request, or of what is said where there is none. All of a source's words are set as text."""
    return "\n".join(_clipped(_markdown(proposal))) + "\n"


def _markdown(proposal: ImportProposal) -> Iterator[str]:
    yield f"Det her er hentet fra de kalendere, som **{prose(proposal.name)}** har et andet sted."
    yield "Læs det igennem, og se efter, at der ikke står noget om personer, som ikke har sagt ja."
    if proposal.faults:
        yield from ("", "### Det gik galt", "", *(f"- {prose(fault, 500)}" for fault in proposal.faults))
    if proposal.notes:
        yield from ("", "### Læg mærke til", "", *(f"- {prose(note, 500)}" for note in proposal.notes))
    for kind in Kind:
        found = [each for each in proposal.outcomes if each.kind is kind]
        if found:
            yield from ("", f"### {kind.value}", "")
            if explained := _EXPLAINED.get(kind):
                yield from (explained, "")
            for outcome in found[:_MOST_SHOWN]:
                yield from _outcome(outcome)
            if len(found) > _MOST_SHOWN:
                yield f"- … og {len(found) - _MOST_SHOWN} til"


_EXPLAINED = {
    Kind.GONE: "Er et af dem kun taget ud af kalenderen, og er det ikke aflyst, så slet linjen `status: aflyst` i forslaget.",
    Kind.CONFLICT: "Her er feltet rettet på siden, og nu er det også ændret i kalenderen. Det, der står på siden, bliver stående.",
    Kind.DOUBLE: "De er ikke taget med, fordi siden har dem i forvejen.",
    Kind.NEW: "Skal et af dem ikke på siden, så slet dets fil i forslaget, og skriv titlen ved `udelad` under kilden i `area.yml`.",
}


def _outcome(outcome: Outcome) -> Iterator[str]:
    where = f" ({code(outcome.path)})" if outcome.path else ""
    yield f"- {prose(', '.join(filter(None, (outcome.title, outcome.when))))}{where}"
    yield from (f"  - {prose(said)}" for said in outcome.said)
    for each in outcome.fields:
        yield f"  - **{each.key}**: {code(_short(each.before))} → {code(_short(each.after))}"


def _short(text: str) -> str:
    """Return a field on one line without its key; a word where there is none."""
    shown = _KEY.sub("", " ".join(text.split()), count=1) if _KEY.match(text) else " ".join(text.split())
    return shown[:160] + (" …" if len(shown) > 160 else "") or "(intet)"


def _clipped(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines as long as GitHub takes them."""
    left = _MOST_LETTERS
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            yield block("Resten kan ses i filerne.")
            return
        yield line
