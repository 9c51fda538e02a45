"""Verbs on suppliers and their products."""
