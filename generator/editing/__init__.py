"""How content is written without git: the forms, the issue robot, mails, the schemas, and who owns what."""
