"""Where the files that the site is made from are read and changed, on GitHub or what speaks like it."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote


class Repository(NamedTuple):
    """A repository's `address`, without `/` at its end, and the branch that the site is built from."""

    address: str
    branch: str = "main"

    def edit(self, path: str) -> str:
        """Return the address of the editor of a file."""
        return self._address("edit", path)

    def new(self, folder: str) -> str:
        """Return the page for a new file in a folder; `?filename=…&value=…` fills it in."""
        return self._address("new", folder)

    def new_issue(self, form: str) -> str:
        """Return the page of an issue form, by the name of its file in `.github/ISSUE_TEMPLATE`."""
        return f"{self.address}/issues/new?template={quote(form)}"

    def _address(self, act: str, path: str) -> str:
        return f"{self.address}/{act}/{quote(self.branch)}/{quote(path)}"


def repository_at(address: str | None, edit_path: str | None = None) -> Repository | None:
    """Return the repository that `repo_url` names, on the branch of `edit_uri` (`edit/<branch>/content/`) where there is one."""
    if not address:
        return None
    branch = re.fullmatch(r"(?:edit|blob|tree|src)/(.+)/content/?", (edit_path or "").strip("/"))
    return Repository(address.rstrip("/"), branch[1] if branch else "main")
