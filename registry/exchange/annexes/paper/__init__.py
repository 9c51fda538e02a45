"""A supplier's paper in one form, whatever it came as: blocks in reading order, with page, marks and ticks."""
