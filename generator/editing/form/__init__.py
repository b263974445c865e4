"""A new event without git: what is asked, and what becomes of the answers."""

from __future__ import annotations
