"""Verbs on schools and uses."""
