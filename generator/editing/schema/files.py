"""Every file of the repository that is generated, and whether it is as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.editing.schema import editors, github
from generator.model.owners import Owners
from generator.model.programme import Contacts
from generator.reading.folders import areas_with_a_file
from generator.reading.settings import is_example, read_settings

_WHOLE_FOLDERS = (editors.FOLDER, ".github/ISSUE_TEMPLATE")
"""Folders in which nothing else lies."""


def generated_files(root: Path, contacts: Contacts, owners: Owners) -> dict[str, str]:
    """Return the text of each file by its path. They follow from the model and from what only the staff may change."""
    slugs = areas_with_a_file(root)
    address = read_settings(root, {}).site_url
    return {
        **editors.schemas(),
        ".vscode/settings.json": editors.settings(),
        ".vscode/extensions.json": editors.extensions(),
        github.ENTRY_FORM: github.entry_form(slugs, contacts.mail),
        ".github/ISSUE_TEMPLATE/rettelse.yml": github.correction_form(contacts.mail),
        github.FILE_FORM: github.file_form(contacts.mail),
        ".github/ISSUE_TEMPLATE/config.yml": github.chooser(None if is_example(address) else address, contacts.mail),
        ".github/CODEOWNERS": github.code_owners(owners),
    }


def stale(root: Path, files: Mapping[str, str]) -> Iterator[str]:
    """Yield the paths of files that are missing, different or left over."""
    for path, text in files.items():
        file = root / path
        if not file.is_file() or file.read_bytes() != text.encode():
            yield path
    for folder in _WHOLE_FOLDERS:
        for file in sorted((root / folder).glob("*")):
            path = file.relative_to(root).as_posix()
            if path not in files:
                yield path


def write(root: Path, files: Mapping[str, str]) -> list[str]:
    """Make all files as they should be. Return the paths of those that were not."""
    changed = list(stale(root, files))
    for path in changed:
        if path in files:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(files[path].encode())
        else:
            (root / path).unlink()
    return changed
