"""What is generated from the model: the guide's tables of fields, and whatever else must never say anything other than the model."""

from __future__ import annotations
