"""What is asked of who administers a product, and what teachers ask of the board."""
