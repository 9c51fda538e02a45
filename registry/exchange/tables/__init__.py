"""Tables as people keep them: workbooks and CSV, read as rows with their numbers."""
