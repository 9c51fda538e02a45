"""Questions on the yearly round: what is asked of whom, how far each is, what was answered last year."""
