"""Papers of suppliers that were read: what was found in them, in words, and whose they are."""
