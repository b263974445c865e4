"""Calendars of others as events: bytes of a source → imported events → what they change of the files that are there."""
