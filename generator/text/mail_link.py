"""Links that open a mail."""

from __future__ import annotations

from urllib.parse import quote


def mail_to(address: str, subject: str, body: str = "") -> str:
    """Return the link that opens a mail with its subject, and its text where there is one."""
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject)}" + (f"&body={quote(body)}" if body else "")
