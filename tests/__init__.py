"""The tests. They build real sites from real files and open them in a real browser."""
