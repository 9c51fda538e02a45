"""The screens on which lists and cards leave the register, and cards come in."""
