"""Whether someone may change what a branch changes: read from git, the owners from the base and never from the change."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.cache.leftovers import lies_among_leftovers
from generator.content.load import load_owners
from generator.danish.formatting import joined
from generator.model.owners import FILE as OWNERS_FILE
from generator.model.owners import Owners
from generator.problems.problem import Problem, report
from generator.problems.rules import files as rules
from generator.reading.folders import NO_LINK, NO_PROGRAM
from generator.repository.git import git, paths_in
from generator.text.letters import visible

_DIFF = ("diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none")
_GONE = "000000"
_KINDS = {"120000": NO_LINK, "160000": "Her ligger et andet git-arkiv (submodule). Læg selve filerne her.", "100755": NO_PROGRAM}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(?<!\.)")
_AUTHOR = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9])*(?:\[bot\])?")


class OwnershipError(Exception):
    """Raised where the question has no answer; its text says why, in Danish."""


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One path that differs. Modes are git's six digits; `after` is `000000` where the path is gone. A rename is two changes."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What holds before the change: who owns what, and the areas there are."""

    owners: Owners
    areas: frozenset[str]


def changes(root: Path, base: str, head: str) -> list[Change]:
    """Return all that `head` changes since it parted from `base`; since each of several partings, where there were more.

    Raise OwnershipError for revisions that are not there or have nothing in common.
    """
    start, end = _commit(root, base), _commit(root, head)
    found: set[Change] = set()
    apart = f"«{visible(base)}» og «{visible(head)}» har ingen fælles historik. Hent den hele: git fetch --unshallow."
    for parting in _ask(root, "merge-base", "--all", start, end, otherwise=apart).decode("ascii").split():
        found.update(_parsed(_ask(root, *_DIFF, parting, end)))
    return sorted(found)


def ground(root: Path, base: str) -> Ground:
    """Return the owners and areas as they stand in the commit `base`. Raise OwnershipError where they cannot be read."""
    commit = _commit(root, base)
    folders = _ask(root, "ls-tree", "--full-tree", "-d", "-z", "--name-only", commit, "areas/")
    areas = frozenset(folder.removeprefix("areas/") for folder in paths_in(folders))
    if not _ask(root, "ls-tree", "--full-tree", "-z", commit, OWNERS_FILE):
        return Ground(Owners(), areas)
    with TemporaryDirectory() as folder:
        copy = Path(folder).resolve() / OWNERS_FILE
        copy.parent.mkdir()
        copy.write_bytes(_ask(root, "cat-file", "blob", f"{commit}:{OWNERS_FILE}"))
        owners, problems = load_owners(Path(folder).resolve())
    if owners is None or problems:
        raise OwnershipError(f"Ejerne kan ikke læses:\n{report(problems)}")
    return Ground(owners, areas)


def problems(changed: list[Change], before: Ground, author: str, teams: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Yield what `author`, who is known to be in `teams`, may not change, and what nobody may put among the areas.

    Raise OwnershipError for an author that cannot be an account.
    """
    if not _AUTHOR.fullmatch(author):
        raise OwnershipError(f"«{visible(author)}» er ikke en konto på GitHub.")
    staff = before.owners.is_staff(author, teams)
    own = before.owners.areas_of(author, teams)
    for change in changed:
        unfit = _unfit(change)
        foreign = None if staff else _foreign(change.path, before, own)
        if unfit:
            yield Problem.of_file(visible(change.path), unfit, rules.UNFIT)
        elif foreign:
            yield Problem.of_file(visible(change.path), foreign, rules.NOT_YOURS)


def _unfit(change: Change) -> str | None:
    """Return why nobody may put this among the areas."""
    first, *inside = change.path.split("/")
    if first.lower() != "areas" or change.after == _GONE:
        return None
    if lies_among_leftovers(change.path):
        return "Filen er lavet af et program og ikke af jer. Slet den."
    if not all(map(_NAME.fullmatch, inside)):
        return "Navnet kan ikke bruges. Brug bogstaver fra a til z, tal, bindestreg og punktum."
    return _KINDS.get(change.after)


def _foreign(path: str, before: Ground, own: list[str]) -> str | None:
    """Return why one who owns the areas `own` may not change a path."""
    parts = path.split("/")
    if parts[0] == "areas" and len(parts) > 2 and parts[1] in own and ".." not in parts and parts[1] in before.areas:
        return None
    mine = f" Du kan ændre {joined(f'areas/{slug}/' for slug in own)}." if own else f" Du står ikke i {OWNERS_FILE}."
    if path == OWNERS_FILE:
        return "Kun programmets egne folk bestemmer, hvem der ejer et område."
    if parts[0] != "areas" or len(parts) < 3:
        return f"Filen ligger ikke i et områdes mappe, så en af programmets folk skal sende rettelsen.{mine}"
    if parts[1] not in before.areas:
        return f"Området findes ikke endnu. Nye områder bliver lagt ind af programmets egne folk.{mine}"
    owners = before.owners.areas.get(parts[1], ())
    if not owners:
        return f"Området {parts[1]} har ingen ejere endnu, så en af programmets folk skal sende rettelsen.{mine}"
    named = joined(f"@{account}" for account in owners)
    return f"Området {parts[1]} ejes af {named}. Det er dem eller programmets folk, der skal sende rettelsen.{mine}"


def _commit(root: Path, revision: str) -> str:
    missing = f"«{visible(revision)}» findes ikke i historikken. Er den hentet? Prøv: git fetch."
    named = _ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", otherwise=missing)
    return named.decode("ascii").strip()


def _ask(root: Path, *arguments: str, otherwise: str = "Historikken kunne ikke læses.") -> bytes:
    """Return what git says. Raise OwnershipError with `otherwise` where it says no."""
    try:
        return git(root, *arguments)
    except subprocess.CalledProcessError:
        raise OwnershipError(otherwise) from None
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise OwnershipError(f"Historikken kunne ikke læses: {type(error).__name__}.") from None


def _parsed(listed: bytes) -> Iterator[Change]:
    """Yield the changes in `:BEFORE AFTER HASH HASH STATUS\\0PATH\\0`, and so on."""
    parts = listed.split(b"\0")
    for said, path in zip(parts[::2], parts[1::2], strict=False):
        before, after = said.decode("ascii").removeprefix(":").split(" ")[:2]
        yield Change(path.decode("utf-8", "surrogateescape"), before, after)
