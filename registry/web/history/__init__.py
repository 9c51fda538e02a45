"""The screens of the history."""
