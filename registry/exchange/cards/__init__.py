"""Supplier cards: one supplier as a small file that boards share."""
