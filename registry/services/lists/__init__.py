"""What is done to several records of a list at once: planned first, told per record, and done in one transaction."""
