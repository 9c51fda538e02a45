"""Screens of signing in, of one's own account, and of all accounts."""
