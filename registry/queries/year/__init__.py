"""Questions on the year: the days when something happens."""
