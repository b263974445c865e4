"""Issues: files of the form, read as mails are and made ready for a pull request, and what the robot answers to all issues."""
