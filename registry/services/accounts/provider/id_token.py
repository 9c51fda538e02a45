"""What a token of the sign-in service has to be before a word of it is believed (OpenID Connect Core 1.0, 3.1.3.7)."""

import time
from collections.abc import Iterable, Mapping
from typing import Any

from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError, UnsupportedAlgorithmError
from joserfc.jwk import KeySet, import_key
from joserfc.jws import JWSRegistry

from registry.services.accounts.provider.faults import TokenRefused, UnknownKey

# Only keys that the service alone holds: with HS256 whoever reads our settings could write tokens.
ALGORITHMS = ("RS256", "ES256", "PS256", "EdDSA")
KINDS = ("RSA", "EC", "OKP")
LEEWAY = 60  # seconds that the clocks may differ
LONGEST_SUBJECT = 255


class Signatures(JWSRegistry):
    """The ways of signing that are accepted, and no other; a service that offers EdDSA by its older name is welcome."""

    def get_alg(self, name: str) -> Any:
        """Return how to judge this kind of signature."""
        if name not in (self.allowed or ()):
            raise UnsupportedAlgorithmError("not allowed")
        return self.algorithms[name]

    def check_header(self, header: dict[str, Any]) -> None:
        """Refuse a header that asks for more than this; no extension is understood here, so none may be critical."""
        if "crit" in header or not isinstance(header.get("kid", ""), str):
            raise TokenRefused("a header that we do not understand")
        super().check_header(header)


def keys_of(answer: Any) -> KeySet:
    """Return the keys with which the service signs; what is not such a key is left out."""
    listed = answer.get("keys") if isinstance(answer, dict) else None
    keys = [key for one in (listed if isinstance(listed, list) else []) if (key := _key(one)) is not None]
    return KeySet(keys)


def read(token: str, keys: KeySet, offered: Iterable[str]) -> Mapping[str, Any]:
    """Return what the token says, when its signature is right; TokenRefused otherwise."""
    allowed = [name for name in ALGORITHMS if name in set(offered)]
    if not allowed:
        raise TokenRefused("the service signs in no way that we accept")
    try:
        return jwt.decode(token, keys, registry=Signatures(algorithms=allowed)).claims
    except InvalidKeyIdError:
        raise UnknownKey("signed with an unknown key") from None
    except (JoseError, ValueError, TypeError, KeyError, AttributeError):
        raise TokenRefused("no sound signature") from None


def check(claims: Mapping[str, Any], issuer: str, client_id: str, nonce: str) -> None:
    """Raise TokenRefused unless this was said by this service, to us, just now, at our question."""
    audience, now = claims.get("aud"), time.time()
    to = [audience] if isinstance(audience, str) else audience if isinstance(audience, list) else []
    faults = {
        "of another issuer": claims.get("iss") != issuer,
        "for another register": client_id not in to or claims.get("azp", client_id) != client_id,
        "for several": len(to) > 1 and "azp" not in claims,
        "expired": not _is_moment(claims.get("exp")) or claims["exp"] < now - LEEWAY,
        "of the future": any(_is_moment(claims.get(key)) and claims[key] > now + LEEWAY for key in ("iat", "nbf")),
        "without its moment": not _is_moment(claims.get("iat")),
        "an answer to another question": not nonce or claims.get("nonce") != nonce,
        "about nobody": not is_subject(claims.get("sub")),
    }
    for fault, holds in faults.items():
        if holds:
            raise TokenRefused(fault)


def is_subject(value: Any) -> bool:
    """Return whether this can be the number of somebody at the service."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_SUBJECT and value.isascii() and value.isprintable()


def _is_moment(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _key(given: Any) -> Any:
    if not isinstance(given, dict) or given.get("kty") not in KINDS or given.get("use", "sig") != "sig":
        return None
    try:
        return import_key({name: value for name, value in given.items() if name != "key_ops"})
    except (JoseError, ValueError, TypeError, KeyError):
        return None
