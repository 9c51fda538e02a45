"""The verbs of the history: take back, forget, and note that somebody took a copy."""
