"""Questions on the year's work: practice checks and what teachers ask for."""
