"""The screens of reminders: what somebody wants to hear, and their own calendar."""
