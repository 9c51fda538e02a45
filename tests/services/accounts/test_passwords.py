"""Passwords: long enough, not guessable, kept as they were typed, and hashed so that guessing is slow."""

import pytest
from argon2 import Type

from registry.errors import BrokenRule
from registry.services.accounts.passwords import LONGEST, check_new, hashed, is_right
from tests.conftest import IN_EARNEST


@pytest.mark.parametrize("password", ["vier woorden op rij", "ÿ" * 5 + "abcdefg", "x y z x y z a", "a b c d e " * 20])
def test_any_signs_and_any_length_will_do(password):
    check_new(password)


@pytest.mark.parametrize(
    ("password", "because"),
    [
        ("elf tekens!", "minstens 12"),
        ("zeg maar niets " * 14, f"hoogstens {LONGEST}"),
        ("wachtwoord123456", "te raden"),
        ("Welkom!Welkom!2026", "te raden"),
        ("aaaaaaaaaaaaaa", "te raden"),
        ("Getijden-2026-Getijden", "te raden"),
        ("jansen jansen 1", "te raden"),
    ],
)
def test_what_is_short_long_or_guessable_is_refused_with_the_reason(password, because):
    with pytest.raises(BrokenRule, match=because):
        check_new(password, "Stichting Getijden", "b.jansen@bestuur.example")


@pytest.mark.parametrize("typed", ["vier Woorden op rij", "vier woorden op rij ", " vier woorden op rij", "vier"])
def test_a_password_counts_as_it_was_typed(typed):
    kept = hashed("vier woorden op rij")
    assert is_right(kept, "vier woorden op rij")
    assert not is_right(kept, typed)


@pytest.mark.parametrize("typed", ["", "nobody has this password"])
def test_where_no_password_is_kept_none_is_right(typed):
    assert not is_right("", typed)


def test_a_hash_takes_a_guesser_time_and_memory():
    # OWASP's least for argon2id: 19 MiB and two passes, or 46 MiB and one
    assert (IN_EARNEST.type, IN_EARNEST.memory_cost >= 47_104, IN_EARNEST.time_cost >= 1) == (Type.ID, True, True)
