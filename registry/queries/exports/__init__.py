"""What leaves the register as lists: rows by field, of what the viewer may see."""
