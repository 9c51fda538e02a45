"""Questions on paper against practice, and on what teachers ask for."""
