"""Markdown as areas write it: clean HTML, lines as people mean them, and what does not come through."""
