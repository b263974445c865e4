"""Forms: what is asked of a new event or of a file that is there, and what becomes of the answers."""
