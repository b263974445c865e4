"""Kulturpunkt: from content/ and areas/ to a static website. See ARCHITECTURE.md for the flow."""
