"""Supplier cards: what a card proposes for this register, and taking it over."""
