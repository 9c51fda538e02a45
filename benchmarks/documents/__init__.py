"""How fast papers are made, beside docxtpl, two npm engines and the least that Python must do.

All figures of one run are measured in turn, so that a machine that slows down slows down all of them: trust the
ratios, not the milliseconds. The papers of all engines hold the same text.
"""
