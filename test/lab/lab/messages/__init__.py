"""What a package can say: every message in its source that it raises, shows, warns or prints, with the versions that have it."""
