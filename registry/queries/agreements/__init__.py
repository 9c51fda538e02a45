"""Questions on agreements: what they say, their terms, what was found."""
