"""Filling: values become XML, gaps are marked, and nothing is left out in silence."""
