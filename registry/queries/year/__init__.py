"""Questions on the year's work: what a round asks of whom, how far each school is, what was answered last year."""
