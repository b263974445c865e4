"""How content is written without git: the form, the issue robot, the schemas, and who owns what."""
