"""How the severity of a signal is shown: its word, and the kind of its tag."""

WORDS = {"high": "hoog", "medium": "midden", "low": "laag"}
KINDS = {"high": "danger", "medium": "warning", "low": "neutral"}
