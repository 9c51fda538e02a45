"""The pages that everybody may read, and the screen on which a school sets its own up."""
