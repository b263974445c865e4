"""Mail: content that somebody sends without an account, read so that nobody types it again."""
