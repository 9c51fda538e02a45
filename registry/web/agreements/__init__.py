"""The screens of agreements, with their files."""
