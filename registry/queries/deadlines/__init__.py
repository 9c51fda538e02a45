"""What is due on or before a date and not handled: one engine for every door."""
