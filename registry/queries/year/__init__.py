"""Questions on the year as a whole: actions, and how it stood on a day."""
