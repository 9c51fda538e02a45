"""Questions on papers: finals, what is missing and where that is filled in."""
