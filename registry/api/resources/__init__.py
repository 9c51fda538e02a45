"""The kinds of record that the API knows, one module each."""
