"""From files to values with line and column: YAML, front matter, and the settings."""
