"""For who keeps the register running: one line in the log per request, whether it is well, and figures to watch."""
