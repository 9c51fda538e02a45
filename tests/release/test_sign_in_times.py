"""Signing in takes as long for nobody as for somebody: the time of an answer tells no one who has an account."""

import statistics
import time

import pytest

from registry.model.account import Role
from registry.services.accounts import attempts, passwords
from tests.conftest import IN_EARNEST
from tests.web.accounts.conftest import *  # noqa: F403

TIMES, KINDS = 200, ("known", "unknown", "closed")


@pytest.fixture(autouse=True)
def in_earnest(monkeypatch):
    """Hash as the register does; all other tests do it in a hurry."""
    monkeypatch.setattr(passwords, "HASHER", IN_EARNEST)
    passwords._nobodys.cache_clear()
    yield
    passwords._nobodys.cache_clear()


def test_s01_a_wrong_password_takes_as_long_for_whoever_it_is(hired, browser, monkeypatch):
    for kind in attempts.LIMITS:
        monkeypatch.setitem(attempts.LIMITS, kind, (10**6, 300))
    hired(Role.PRIVACY_OFFICER, email="known@bestuur.example")
    hired(Role.PRIVACY_OFFICER, email="closed@bestuur.example", is_active=False)
    visitor, took = browser(), {kind: [] for kind in KINDS}
    page = visitor.open("/aanmelden")
    for turn in range(TIMES + 5):
        for kind in KINDS:
            start = time.perf_counter()
            answer = visitor.send("/aanmelden", page, email=f"{kind}@bestuur.example", password="mis", follow=False)
            if turn >= 5:  # the first ones make what is made once
                took[kind].append(time.perf_counter() - start)
            assert answer.status == 422
    medians = {kind: statistics.median(times) for kind, times in took.items()}
    print({kind: f"{median * 1000:.1f} ms" for kind, median in medians.items()})
    assert max(medians.values()) == pytest.approx(min(medians.values()), rel=0.10)
