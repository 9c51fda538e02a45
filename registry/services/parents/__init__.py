"""Verbs on the public page of a school."""
