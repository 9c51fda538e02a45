"""The screens of products, and the flow that adds a supplier completely."""
