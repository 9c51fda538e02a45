"""The letters to a supplier, and the card for a data breach."""
