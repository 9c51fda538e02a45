"""The screens of papers that were read."""
