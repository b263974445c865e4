"""JSON as browsers fetch it: without spaces, and with its letters as they are."""

from __future__ import annotations

import json
from typing import Any


def compact_json(data: Any) -> str:
    """Return data as JSON on one line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
