"""Verbs on agreements and their files."""
