"""The papers about the board: its register, its yearly report, and what its council reads."""
