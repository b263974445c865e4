"""Model → a plain tree of Markdown, data and static files, for the day another engine takes over."""
