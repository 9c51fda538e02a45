"""A question to the sign-in service, who somebody is, and its answer: authorization code with PKCE."""

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, NoReturn
from urllib.parse import urlsplit

from authlib.common.errors import AuthlibBaseError
from joserfc.jwk import KeySet
from requests import RequestException
from urllib3.exceptions import HTTPError

from registry.services.accounts.provider import id_token
from registry.services.accounts.provider.calling import GuardedSession, check_address, in_time
from registry.services.accounts.provider.faults import ServiceFault, TokenRefused, UnknownKey
from registry.services.accounts.provider.settings import ProviderSettings
from registry.services.accounts.tokens import new_token
from registry.settings import is_loopback

SCOPE = "openid email profile"
CURRENT = 3600  # seconds that what the service says of itself is taken as still so
PAUSE = 10  # seconds in which a service that was down is not asked again
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True)
class Question:
    """What this browser asked; its answer has to match."""

    state: str
    nonce: str
    verifier: str
    asked_at: int

    def kept(self) -> dict[str, Any]:
        """Return the question as plain values, for in the cookie."""
        return asdict(self)


class Provider:
    """The sign-in service, with what it said of itself."""

    def __init__(self, settings: ProviderSettings) -> None:
        self.settings = settings
        self._about: Mapping[str, Any] = {}
        self._keys: KeySet | None = None
        self._read_at = self._down_at = 0.0

    def ask(self, back: str) -> tuple[str, Question]:
        """Return the address to send the browser to, and the question; ServiceFault when the service is down."""
        about = self._in_time(self._described)
        question = Question(new_token(), new_token(), new_token(), int(time.time()))
        address, _ = self._session(about, back).create_authorization_url(
            about["authorization_endpoint"],
            state=question.state,
            nonce=question.nonce,
            code_verifier=question.verifier,
        )
        return address, question

    def answer(self, question: Question, code: str, back: str) -> Mapping[str, Any]:
        """Return what the service says of who signed in; ServiceFault or TokenRefused when it is not believed."""
        return self._in_time(lambda: self._told(question, code, back))

    def _in_time(self, call: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
        if time.monotonic() - self._down_at < PAUSE and self._down_at:
            raise ServiceFault("down a moment ago")
        try:
            answer = in_time(call)
        except ServiceFault:
            self._down_at = time.monotonic()
            raise
        self._down_at = 0.0
        return answer

    def _told(self, question: Question, code: str, back: str) -> Mapping[str, Any]:
        about = self._described()
        with self._session(about, back) as session:
            try:
                token = session.fetch_token(
                    about["token_endpoint"],
                    grant_type="authorization_code",
                    code=code,
                    redirect_uri=back,
                    code_verifier=question.verifier,
                )
            except AuthlibBaseError:
                raise TokenRefused("the code was refused") from None
            except (RequestException, HTTPError, OSError, ValueError, TypeError):
                _unreachable()
            claims = self._believed(token.get("id_token"), about, question)
            return {**self._more(session, about, claims), **claims}

    def _believed(self, token: Any, about: Mapping[str, Any], question: Question) -> Mapping[str, Any]:
        if not isinstance(token, str):
            raise TokenRefused("no token")
        offered = about.get("id_token_signing_alg_values_supported")
        offered = offered if isinstance(offered, list) else ["RS256"]
        try:
            claims = id_token.read(token, self._keys or self._fresh_keys(about), offered)
        except UnknownKey:
            claims = id_token.read(token, self._fresh_keys(about), offered)
        id_token.check(claims, about["issuer"], self.settings.client_id, question.nonce)
        return claims

    def _more(self, session: GuardedSession, about: Mapping[str, Any], claims: Mapping[str, Any]) -> Mapping[str, Any]:
        """What the service tells only when asked apart; about the same person, or not at all."""
        address = about.get("userinfo_endpoint")
        if "email" in claims or not isinstance(address, str):
            return {}
        more = _read(session, address)
        return more if more.get("sub") == claims["sub"] else {}

    def _described(self) -> Mapping[str, Any]:
        if self._about and time.monotonic() - self._read_at < CURRENT:
            return self._about
        about = _read_openly(self.settings.discovery)
        if about.get("issuer") != self.settings.issuer:
            raise ServiceFault("the service names another issuer than its address")
        for name in ENDPOINTS:
            self._check_endpoint(about.get(name))
        self._about, self._keys, self._read_at = about, None, time.monotonic()
        return about

    def _check_endpoint(self, address: Any) -> None:
        if not isinstance(address, str):
            raise ServiceFault("an address is missing")
        if _is_here(address) and not _is_here(self.settings.discovery):
            raise ServiceFault("an address of this computer, named from outside")
        check_address(address)

    def _fresh_keys(self, about: Mapping[str, Any]) -> KeySet:
        self._keys = id_token.keys_of(_read_openly(about["jwks_uri"]))
        return self._keys

    def _session(self, about: Mapping[str, Any], back: str) -> GuardedSession:
        by_post = "client_secret_post" in (about.get("token_endpoint_auth_methods_supported") or ())
        return GuardedSession(
            self.settings.client_id,
            self.settings.client_secret,
            token_endpoint_auth_method="client_secret_post" if by_post else "client_secret_basic",
            scope=SCOPE,
            redirect_uri=back,
            code_challenge_method="S256",
        )


@lru_cache(maxsize=8)
def provider_of(settings: ProviderSettings) -> Provider:
    """Return the sign-in service of these settings, the same one each time: it remembers what it was told."""
    return Provider(settings)


def _read_openly(address: str) -> Mapping[str, Any]:
    with GuardedSession() as session:
        return _read(session, address, withhold_token=True)


def _read(session: GuardedSession, address: str, **options: Any) -> Mapping[str, Any]:
    try:
        response = session.request("GET", address, headers={"Accept": "application/json"}, **options)
        answer = response.json() if response.status_code == 200 else None
    except (RequestException, AuthlibBaseError, HTTPError, OSError, ValueError):
        _unreachable()
    if not isinstance(answer, dict):
        raise ServiceFault("no sound answer")
    return answer


def _is_here(address: str) -> bool:
    return is_loopback(urlsplit(address).hostname or "")


def _unreachable() -> NoReturn:
    raise ServiceFault("not to be reached, or not to be read") from None
