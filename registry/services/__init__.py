"""The verbs: rules about several records, and the only writes. Each is one Change, kept in the history."""
