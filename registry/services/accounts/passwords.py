"""Passwords: argon2id, a rule that looks at length and guessability only (NIST SP 800-63B), the same work for all."""

import re
from functools import cache
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from registry.errors import BrokenRule

SHORTEST = 12
LONGEST = 200
# Alone, repeated, or with digits and signs around them: what people choose first.
COMMON = {
    *("wachtwoord", "geheim", "welkom", "welkomterug", "password", "passwoord", "qwerty", "qwertyuiop", "azerty"),
    *("asdfghjkl", "zxcvbnm", "letmein", "iloveyou", "ikhouvanjou", "hallo", "admin", "administrator", "beheerder"),
    *("school", "basisschool", "directeur", "nederland", "amsterdam", "rotterdam", "utrecht", "voorjaar", "zomer"),
    *("herfst", "winter", "lente", "januari", "februari", "augustus", "september", "oktober", "november", "december"),
    *("verwerkersregister", "privacy", "privacyofficer", "abcdefghijkl", "abc", "abcdef", "monkey", "dragon"),
}

HASHER = PasswordHasher()
# Each hash takes 64 MB and a core for a while: many sign-ins at once must not take all of the machine.
_places = Semaphore(2)


def hashed(password: str) -> str:
    """Return the argon2id hash of a password, with its salt and parameters."""
    with _places:
        return HASHER.hash(password)


def is_right(stored: str, typed: str) -> bool:
    """Return whether this is the password; without a stored one it takes as long, and is not."""
    with _places:
        try:
            return HASHER.verify(stored or _nobodys(), typed) and bool(stored)
        except (VerificationError, InvalidHashError):
            return False


def check_new(password: str, *about: str) -> None:
    """Raise BrokenRule for a password that is short, or easily guessed by who knows these texts about its owner."""
    if len(password) < SHORTEST:
        raise BrokenRule(f"Kies een wachtwoord van minstens {SHORTEST} tekens. Een paar woorden achter elkaar mag.")
    if len(password) > LONGEST:
        raise BrokenRule(f"Een wachtwoord mag hoogstens {LONGEST} tekens lang zijn.")
    if _is_guessable(password, about):
        raise BrokenRule("Dit wachtwoord is te raden. Kies iets dat niet over u, de school of dit register gaat.")


def _is_guessable(password: str, about: tuple[str, ...]) -> bool:
    core = re.sub(r"[^a-z]+", "", password.casefold())
    own = {part for text in about for part in re.split(r"[^a-z]+", text.casefold()) if len(part) > 3}
    left = core
    for word in sorted(COMMON | own, key=len, reverse=True):
        left = left.replace(word, "")
    return len(set(password)) < 5 or (bool(core) and not left)


@cache
def _nobodys() -> str:
    return HASHER.hash("nobody has this password")
