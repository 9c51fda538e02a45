"""Suppliers' own papers: what an agreement, a privacy annex or a security annex says, and where it stands."""
