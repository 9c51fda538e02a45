"""How fast the pages are, beside the least that they could cost: `python -m benchmarks.pages`."""
