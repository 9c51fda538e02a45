"""The screens of schools and of who uses what."""
