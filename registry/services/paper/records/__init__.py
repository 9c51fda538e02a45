"""What one record says, as values: a text when it is known, a gap when it is not."""
