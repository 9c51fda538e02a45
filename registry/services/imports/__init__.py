"""Taking over lists: what a file comes to beside the register, shown first, then written in one Change, or undone."""
