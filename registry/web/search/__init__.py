"""The screen of searching the whole register."""
