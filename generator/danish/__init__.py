"""Dates, hours and recurrence as people write them in Danish, and as the site writes them."""
