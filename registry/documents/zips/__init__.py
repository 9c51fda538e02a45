"""Zip files: written in few lines, the same for the same contents, and while they are sent."""
