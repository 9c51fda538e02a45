"""The screens of who is asked about practice, and of teachers who ask for an app."""
