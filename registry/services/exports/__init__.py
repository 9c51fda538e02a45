"""What leaves the register as files: the questions of `queries/exports`, as sheets."""
