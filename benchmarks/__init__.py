"""Measurements of what must be fast, each a command of its own: `python -m benchmarks.documents`."""
