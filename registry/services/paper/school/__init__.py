"""The papers about a school: what parents read of its suppliers."""
