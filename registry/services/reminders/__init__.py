"""Reminders: what somebody wants to hear, the weekly digest, and the address of their own calendar."""
