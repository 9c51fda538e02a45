"""Verbs on annexes, and the rules that reach over their rows."""
