"""The papers about a supplier: the agreement with its annexes, and what goes with it."""
