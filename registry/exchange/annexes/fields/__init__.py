"""The fields of an annex, a module each: from entries to values with their place and certainty."""
