"""Random texts that stand for a right: the holder has the text, the register only its hash."""

import secrets
from hashlib import sha256

BYTES = 32


def new_token() -> str:
    """Return a random text of 256 bits, fit for an address or a cookie."""
    return secrets.token_urlsafe(BYTES)


def hash_of(token: str) -> str:
    """Return the SHA-256 of a token as hexadecimal text; a token is too random to need a slow hash."""
    return sha256(token.encode()).hexdigest()
