"""All of the content, loaded and checked, and what is left of it when something is broken."""
