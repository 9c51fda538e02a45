"""What goes on all year: actions, and signals that are silenced for a while."""
