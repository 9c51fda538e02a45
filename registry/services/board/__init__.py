"""Verbs on the board, its statements and its own fields."""
