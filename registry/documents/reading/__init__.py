"""What comes in: a Word file is checked before anything in it is believed."""
