"""Tokens of the sign-in service: those that are believed, and all the others."""

import time

import pytest
from joserfc.jwk import KeySet

from registry.model.account import Role
from registry.web.accounts.single_sign_on import REFUSED
from tests.sign_in_service import by_public_key, new_key, unsigned
from tests.web.accounts.single_sign_on.conftest import is_in, round_trip

MOMENTS = ("exp", "iat", "nbf")


@pytest.fixture
def invited(hired):
    return hired(Role.PRIVACY_OFFICER, email="ib@bestuur.example", password="")


@pytest.mark.parametrize("algorithm", ["RS256", "PS256", "ES256", "EdDSA"])
def test_s20_a_token_with_a_key_of_the_service_is_believed(service, invited, browser, algorithm):
    service.use(algorithm)
    visitor = browser()
    assert round_trip(visitor).status == 302
    assert is_in(visitor)


@pytest.mark.parametrize(
    "sign", [unsigned, by_public_key, lambda *_: "", lambda *_: "x.y.z", lambda *_: None, lambda *_: {}]
)
def test_s20_a_token_that_nobody_signed_is_refused(service, invited, browser, sign):
    service.sign = sign
    visitor = browser()
    answer = round_trip(visitor)
    assert (answer.status, answer.errors) == (400, [REFUSED])
    assert not is_in(visitor)


@pytest.mark.parametrize(
    "header",
    [
        {"kid": "onbekend"},
        {"kid": "../../../etc/passwd"},
        {"kid": "https://evil.example/key"},
        {"kid": ["x"]},
        {"kid": {}},
        {"crit": ["onbekend"], "onbekend": True},
        {"crit": ["b64"], "b64": False},
        {"crit": []},
        {"jku": "https://evil.example/keys"},
        {"x5u": "https://evil.example/keys", "crit": ["x5u"]},
        {"alg": "none"},
        {"alg": "HS256"},
        {"alg": "RS512"},
    ],
    ids=str,
)
def test_s20_a_strange_header_is_refused_or_means_nothing(service, invited, browser, header):
    if "jku" in header:
        service.published = KeySet([new_key()]).as_dict(private=False)
    service.header = header
    visitor = browser()
    assert round_trip(visitor).errors == [REFUSED]
    assert not is_in(visitor)
    assert {path for path, _ in service.asked} <= {"/.well-known/openid-configuration", "/authorize", "/token", "/keys"}


def test_s20_a_token_with_somebody_elses_key_of_the_same_name_is_refused(service, invited, browser):
    service.published = KeySet([new_key()]).as_dict(private=False)
    assert round_trip(browser()).errors == [REFUSED]


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.example"},
        {"iss": None},
        {"aud": "een ander register"},
        {"aud": ["een ander register"]},
        {"aud": ["register", "een ander register"]},
        {"aud": ["register", "een ander"], "azp": "een ander"},
        {"aud": None},
        {"azp": "een ander"},
        {"exp": -120},
        {"exp": None},
        {"exp": "morgen"},
        {"exp": True},
        {"iat": 3600},
        {"iat": None},
        {"nbf": 3600},
        {"nonce": "een andere"},
        {"nonce": None},
        {"nonce": ""},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
        {"sub": "x" * 256},
        {"sub": "a\0b"},
    ],
    ids=str,
)
def test_s20_a_token_for_another_or_of_another_moment_is_refused(service, invited, browser, claims):
    now = time.time()
    moments = {name: now + value for name, value in claims.items() if name in MOMENTS and type(value) is int}
    service.claims = claims | moments
    visitor = browser()
    answer = round_trip(visitor)
    assert (answer.status, answer.errors) == (400, [REFUSED])
    assert not is_in(visitor)


def test_s20_a_service_that_offers_no_way_of_signing_that_we_accept_is_refused(service, invited, browser):
    service.about = {"id_token_signing_alg_values_supported": ["HS256", "none"]}
    assert round_trip(browser()).errors == [REFUSED]


def test_s23_a_new_key_is_fetched_once(service, invited, browser):
    assert round_trip(browser()).status == 302
    service.key = new_key(kid="sleutel 2")
    before = sum(path == "/keys" for path, _ in service.asked)
    assert round_trip(browser()).status == 302
    assert sum(path == "/keys" for path, _ in service.asked) == before + 1


@pytest.mark.parametrize(
    "keys", [{}, {"keys": []}, {"keys": "x"}, {"keys": [None, {}, {"kty": "oct", "k": "eA"}]}], ids=str
)
def test_s20_a_list_without_a_key_lets_nobody_in(service, invited, browser, keys):
    service.keys = lambda: keys
    assert round_trip(browser()).errors == [REFUSED]
