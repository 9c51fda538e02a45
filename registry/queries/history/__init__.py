"""Questions on the history: what happened to a record, and all changes that fit a wish."""
