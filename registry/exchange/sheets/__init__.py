"""Lists on their way out: workbooks and CSV from plain rows, with nothing that a spreadsheet would calculate."""
