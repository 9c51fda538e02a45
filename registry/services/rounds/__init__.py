"""The yearly round: open, answer, close."""
