"""The git repository that the content lies in: its history, and its addresses on GitHub."""
