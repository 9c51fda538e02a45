"""Verbs on the keys of the API."""
