"""Questions on the year: the round, practice and requests, and the days when something happens."""
