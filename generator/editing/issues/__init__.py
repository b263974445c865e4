"""Issues that carry a file of the form, as mails do: read and checked, answered, and made ready for a pull request."""
