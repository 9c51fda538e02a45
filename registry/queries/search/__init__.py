"""Searching the whole register."""
