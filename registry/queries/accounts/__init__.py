"""Questions about who comes in: accounts and keys."""
