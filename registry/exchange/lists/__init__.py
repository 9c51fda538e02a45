"""Lists in such tables: which kind, which column is which field, and what a row says."""
