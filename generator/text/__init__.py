"""Letters and words, without any knowledge of the content: sorting, slugs, comparing, sanitising."""
