"""The screens of taking over a list: upload, columns, what comes of it, the result, and undoing."""
