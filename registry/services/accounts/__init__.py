"""Accounts: who they are, how they sign in, and what limits guessing."""
