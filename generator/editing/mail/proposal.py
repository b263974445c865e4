"""From a mail to what it proposes: files and pictures, checked beside all that the repository holds. Nothing is written here."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from generator.content.load import load
from generator.editing.form.proposal import propose
from generator.editing.form.write import ProposedFile
from generator.editing.mail.about import About, about
from generator.editing.mail.block import Block, blocks, checksum
from generator.editing.mail.message import Mail, MailError, document_text
from generator.editing.mail.pictures import PictureFile, picture_files
from generator.editing.mail.plain import Letter, letters_of, sender_in
from generator.editing.mail.present import as_read, as_sent, changed_since
from generator.editing.trial import tried
from generator.problems.problem import Problem
from generator.text.documents import is_document

_NAME = r"[A-Za-z0-9ÆØÅæøå][A-Za-z0-9ÆØÅæøå_-]{0,150}\.md"
_PATH = re.compile(
    rf"areas/(?P<area>[a-z0-9][a-z0-9-]{{0,150}})/(?:area\.yml|index\.md|(?:events|historier)/{_NAME})"
    rf"|content/(?:(?:timeline|contacts|programme)\.yml|runder/[a-z0-9][a-z0-9-]{{0,150}}/(?:round|timeline)\.yml|(?:(?:ideas|events|historier)/)?{_NAME})"
)
"""What a mail may propose: the files that the site's forms write."""
_PICTURE = re.compile(r"^billede:\n(?: .*\n)*? +fil: (?P<file>images/\S+)\n(?: .*\n)*", re.MULTILINE)
_COPY_AGAIN = "Den skal kopieres og sendes igen fra formularen."
_OWN_NAME = "Se efter, at afsenderens eget navn, nummer eller hilsen ikke er kommet med i teksten."
_MOST_LEFT_OUT = 300
_AUTOMATIC = "Mailen er et automatisk svar eller en kvittering, så den foreslår intet."
_NO_FILE = (
    "Mailen har ingen fil fra formularen, og den kan ikke læses linje for linje. Bed afsenderen om at bruge formularen eller om at "
    "skrive en linje for hvert svar, for eksempel «Titel: Sang på havnen»:"
)
_READ_INSTEAD = "Arrangementet er læst i dette dokument, for mailen selv siger det ikke."
_NOT_READ = "Dokumentet er ikke taget med. Se efter, om der står noget, som mailen ikke siger."
_LINKED = "{}: En mappe på vejen til filen mangler eller er en genvej (symbolsk link). Den skal rettes først."


@dataclass(frozen=True, slots=True)
class MailProposal:
    """What one mail proposes. With `faults` nothing of it can be written; `notes` ask about what may be meant as it is.

    `changes` are the lines in which a file has changed since the sender saw it.
    """

    sender: str
    files: tuple[ProposedFile, ...] = ()
    pictures: tuple[PictureFile, ...] = ()
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        return bool(self.files) and not self.faults

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Yield what is to be written, by its path from the project's top."""
        for file in self.files:
            yield file.path, file.text.encode()
        for picture in self.pictures:
            yield picture.path, picture.content


def propose_from(root: Path, mail: Mail, now: datetime | None = None) -> MailProposal:
    """Return what a mail proposes for the content below `root`, which is not changed. Without a `now`, nothing is past."""
    sender = next(filter(None, map(sender_in, mail.texts)), mail.sender)
    found, notes = _chosen(mail.texts)
    if not found:
        return _with_pictures(root, mail, _from_letter(root, mail, sender, now), now)
    files, faults, changes = [], [], []
    for block in (_complete(root, block) for block in found):
        fault = _fault(root, block)
        if not fault:
            files.append(ProposedFile(block.path, block.text, as_read(root, block.path)))
            continue
        faults.append(fault)
        if block.whole and block.corrects and _is_writable(root, block.path):
            changes += changed_since(root, block.path, block.corrects)
    return _with_pictures(root, mail, MailProposal(sender, tuple(files), (), tuple(faults), notes, tuple(changes)), now)


def _chosen(texts: Iterable[str]) -> tuple[list[Block], tuple[str, ...]]:
    """Return one block for each path: the first that came whole; and a note where another text for it stands further down."""
    chosen: dict[str, Block] = {}
    others = set()
    for block in (block for text in texts for block in blocks(text)):
        first = chosen.setdefault(block.path, block)
        if block.whole and not first.whole:
            chosen[block.path] = block
        elif block.whole and block.text != first.text:
            others.add(block.path)
    found = [block for block in chosen.values() if block.whole] or list(chosen.values())
    return found, tuple(f"{path}: Filen står her flere gange. Den øverste er brugt." for path in sorted(others))


def _fault(root: Path, block: Block) -> str | None:
    """Return why a file of a mail cannot be taken as it is, in Danish."""
    path = block.path or "Filen"
    if block.path and not _PATH.fullmatch(block.path):
        return f"{path}: Den fil kan ikke rettes med formularen. Nogen har ændret linjen «Fil:»."
    if not block.path or not block.whole:
        return f"{path}: Filens tekst er ændret undervejs, så den kan ikke bruges. {_COPY_AGAIN}"
    if not _is_writable(root, block.path):
        return _LINKED.format(path)
    here = os.path.lexists(root / block.path) and as_read(root, block.path) != ""
    if block.corrects and not here:
        return f"{path}: Filen, som skal rettes, er her ikke længere. Find ud af, hvad den hedder nu, og ret den selv."
    if here and not block.corrects and not _same(root, block):
        return f"{path}: Der er allerede en fil med det navn. Er det et andet arrangement, så bed om en titel, der skiller det ud."
    if block.corrects and as_sent(root, block.path, block.corrects) is None and not _same(root, block):
        return f"{path}: Filen er ændret, siden afsenderen så den. Ret den igen i formularen, eller skriv rettelsen ind i hånden."
    return None


def _complete(root: Path, block: Block) -> Block:
    """Return a block with the whole text of its file, where it holds a part of the one that is here."""
    if not block.spans or not block.whole or not _PATH.fullmatch(block.path) or not _is_writable(root, block.path):
        return block
    now, before = as_read(root, block.path) or "", as_sent(root, block.path, block.corrects)
    if checksum(now) == block.becomes:
        return block._replace(text=now, spans=())
    return block if before is None else block.put_into(before) or block._replace(whole=False)


def _same(root: Path, block: Block) -> bool:
    """Return whether the file is there already, as the mail proposes it."""
    return not block.spans and as_read(root, block.path) == block.text


def _is_writable(root: Path, path: str) -> bool:
    """Return whether a path stays below `root`: no part of it is a link, and its area is there."""
    steps = [*reversed([root / parent for parent in Path(path).parents][:-1]), root / path]
    must = 2 if path.startswith("areas/") else 1
    return not any(step.is_symlink() for step in steps) and all(step.is_dir() for step in steps[:must])


def _from_letter(root: Path, mail: Mail, sender: str, now: datetime | None) -> MailProposal:
    """Return what a mail without the form's file proposes: an event, where it says `Titel: …` and the rest, line by line."""
    if mail.automatic:
        return MailProposal(sender, faults=(_AUTOMATIC,))
    letter, whole = letters_of(mail.texts[0], sender) if mail.texts else (Letter("", ""), Letter("", ""))
    proposal = propose(root, 2, letter.text, now)
    if proposal.file is None and whole != letter:
        letter, proposal = whole, propose(root, 2, whole.text, now)
    documents = _documents(mail)
    said = [f"{name}: {_NOT_READ}" for name, _ in documents]
    if proposal.file is None:
        for place, (name, text) in enumerate(documents):
            attached = propose(root, 2, text, now)
            if attached.file:
                said[place] = f"{name}: {_READ_INSTEAD}"
                letter, proposal = Letter(text, ""), attached
                break
    reported = tuple(f"{question}: {message}" if question else message for question, message, _ in proposal.faults)
    if proposal.file is None:
        return _in_own_words(about(root, f"{mail.subject}\n{letter.text}", now), sender, (_NO_FILE, *reported))
    notes = tuple(f"{question}: {message}" if question else message for question, message, _ in proposal.notes)
    path, before = proposal.file.path, as_read(root, proposal.file.path)
    if not proposal.file.is_free(root) or not _is_writable(root, path):
        reported = (*reported, f"{path}: Der er allerede en fil med det navn.")
    return MailProposal(
        sender, (ProposedFile(path, proposal.file.text, before),), (), reported, (*notes, _OWN_NAME, *_left_out(letter), *said)
    )


def _in_own_words(found: About | None, sender: str, unread: tuple[str, ...]) -> MailProposal:
    """Return what a mail proposes that says no event line by line, but perhaps what has become of one. `unread` asks for lines."""
    if found and found.file:
        return MailProposal(sender, (found.file,), notes=(found.said,))
    return MailProposal(sender, faults=(*((found.said,) if found else ()), *(() if found and found.state else unread)))


def _documents(mail: Mail) -> list[tuple[str, str]]:
    """Return the documents of Word and LibreOffice that are attached to a mail, by name, with their texts."""
    found = []
    for name, content in mail.attachments:
        if is_document(content):
            with suppress(MailError):
                found.append((name, document_text(content)))
    return found


def _left_out(letter: Letter) -> Iterator[str]:
    if letter.left_out:
        said = letter.left_out[:_MOST_LEFT_OUT]
        yield f"Hilsen og underskrift er ikke taget med: «{said}». Hører noget af det til, så skriv det ind."


def _with_pictures(root: Path, mail: Mail, proposal: MailProposal, now: datetime | None) -> MailProposal:
    """Return the proposal with its pictures, and what the checks say of all of it together."""
    notes = list(proposal.notes)
    if mail.omitted:
        notes.append(f"Der er {mail.omitted} vedhæftede filer for meget. De er ikke læst.")
    pictures: list[PictureFile] = []
    if proposal.files:
        path = proposal.files[0].path
        folder = "/".join(path.split("/")[: 2 if path.startswith("areas/") else 1])
        stem = Path(path).stem if path.split("/")[-2] in ("events", "ideas", "historier") else folder.rpartition("/")[2]
        texts = "\n".join(file.text for file in proposal.files)
        pictures, said = picture_files(root, mail.attachments, folder, stem, texts)
        notes += said
        proposal, missing = _without_missing(root, folder, proposal, {each.path for each in pictures})
        notes += missing
    elif mail.attachments:
        names = ", ".join(attachment.name for attachment in mail.attachments)
        notes.append(f"Vedhæftet: {names}. Det tages med, når mailens fil kan bruges.")
    faults = list(proposal.faults)
    if proposal.files and not faults:
        files = {file.path: file.text.encode() for file in proposal.files} | {each.path: each.content for each in pictures}
        found = _problems(root, files, now)
        if found is None:
            faults.append(_LINKED.format(proposal.files[0].path))
            found = []
        faults += [str(problem) for problem in found if not problem.rule.warning]
        notes += [str(problem) for problem in found if problem.rule.warning and str(problem) not in notes]
    return MailProposal(proposal.sender, proposal.files, tuple(pictures), tuple(faults), tuple(notes), proposal.changes)


def _without_missing(root: Path, folder: str, proposal: MailProposal, sent: Set[str]) -> tuple[MailProposal, list[str]]:
    """Return the proposal without the new `billede:` of its file where that was not attached, and what to say of it.

    Who forgets to attach a picture proposes the rest all the same. One of several is a fault, for it stands among others.
    """
    file = proposal.files[0]
    named = _picture_in(file.path, file.text)
    if not named or os.path.lexists(root / (path := f"{folder}/{named['file']}")) or path in sent:
        return proposal, []
    before = _picture_in(file.path, file.before or "")
    text = file.text[: named.start()] + (before[0] if before else "") + file.text[named.end() :]
    note = f"{file.path}: Billedet er ikke vedhæftet, så det kommer ikke med. Bed om det: {named['file']}."
    return replace(proposal, files=(file._replace(text=text), *proposal.files[1:])), [note]


def _picture_in(path: str, text: str) -> re.Match[str] | None:
    """Return where the facts of a file name its picture."""
    return _PICTURE.search(text, 0, text.find("\n---\n") + 1 if path.endswith(".md") else len(text))


def _problems(root: Path, files: Mapping[str, bytes], now: datetime | None) -> list[Problem] | None:
    """Return the problems of these files, and those that they cause in others; None where a folder is a link."""
    done = tried(root, files, now)
    if done is None:
        return None
    known = {each.identity for each in load(root, advice=True)[1]}
    return [each for each in done[1] if each.path in files or each.identity not in known]
