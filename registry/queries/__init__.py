"""The questions: every list and look-up that more than one door needs, asked with a session that has a Viewer."""
