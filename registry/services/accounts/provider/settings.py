"""What a board fills in about its sign-in service; a setting that would let too many in is refused at the start."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from registry.errors import BrokenRule
from registry.model.account import Role

WELL_KNOWN = "/.well-known/openid-configuration"
ENTRA = re.compile(r"https://login\.microsoftonline\.com/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/v2\.0")


@dataclass(frozen=True)
class ProviderSettings:
    """One sign-in service: where it is, who we are there, and who may come in by it.

    `roles` are pairs of a group and its role, in the order in which the board wrote them; `role_claim` is where the
    service tells the groups of somebody. Without `default_role` nobody comes in whose group has no role.
    """

    discovery: str
    client_id: str
    client_secret: str
    name: str
    domains: frozenset[str] = frozenset()
    role_claim: str = ""
    roles: tuple[tuple[str, Role], ...] = ()
    default_role: Role | None = None

    @property
    def issuer(self) -> str:
        """Who the service says that it is; OpenID Connect Discovery 1.0, 4.3 ties it to the address."""
        return self.discovery.removesuffix(WELL_KNOWN)

    @property
    def tenant(self) -> str | None:
        """The number of the board's own tenant where the service is Entra ID; None for any other."""
        found = ENTRA.fullmatch(self.issuer)
        return found[1] if found else None


def provider_settings(config: Mapping[str, Any]) -> ProviderSettings | None:
    """Return the sign-in service of these settings, None where there is none; BrokenRule says which one is wrong."""
    if not config["OIDC_DISCOVERY"]:
        if config["REQUIRE_SSO"]:
            raise BrokenRule("REQUIRE_SSO staat aan, maar OIDC_DISCOVERY is leeg. Niemand zou kunnen aanmelden.")
        return None
    if not config["OIDC_DISCOVERY"].endswith(WELL_KNOWN):
        raise BrokenRule(f"OIDC_DISCOVERY moet eindigen op {WELL_KNOWN}.")
    if not (config["OIDC_CLIENT_ID"] and config["OIDC_CLIENT_SECRET"]):
        raise BrokenRule("Vul bij OIDC_DISCOVERY ook OIDC_CLIENT_ID en OIDC_CLIENT_SECRET in.")
    wanted = _table(config["OIDC_ROLES"])
    return ProviderSettings(
        discovery=config["OIDC_DISCOVERY"],
        client_id=config["OIDC_CLIENT_ID"],
        client_secret=config["OIDC_CLIENT_SECRET"],
        name=config["OIDC_NAME"],
        domains=frozenset(_words(config["OIDC_ALLOWED_DOMAINS"])),
        role_claim=str(wanted.get("claim", "")),
        roles=tuple((group, _role("OIDC_ROLES", name)) for group, name in wanted.get("groups", {}).items()),
        default_role=_default(config["OIDC_DEFAULT_ROLE"]),
    )


def _table(given: Any) -> Mapping[str, Any]:
    try:
        read = json.loads(given) if isinstance(given, str) and given else given or {}
        if not (isinstance(read, dict) and isinstance(read.get("groups", {}), dict)):
            raise ValueError
    except ValueError:
        raise BrokenRule('OIDC_ROLES is een tabel met "claim" en "groups".') from None
    if bool(read.get("claim")) != bool(read.get("groups")):
        raise BrokenRule('Vul in OIDC_ROLES zowel "claim" als "groups" in, of geen van beide.')
    return read


def _words(given: Any) -> list[str]:
    words = given if isinstance(given, str) else " ".join(map(str, given))
    return [word.casefold().removeprefix("@") for word in words.replace(",", " ").split()]


def _default(name: str) -> Role | None:
    role = _role("OIDC_DEFAULT_ROLE", name) if name else None
    if role is Role.ADMINISTRATOR:
        raise BrokenRule("OIDC_DEFAULT_ROLE kan geen administrator zijn: dan wordt iedereen beheerder.")
    return role


def _role(setting: str, name: Any) -> Role:
    try:
        return Role(name)
    except ValueError:
        raise BrokenRule(f"{setting}: “{name}” is geen rol. Kies uit {', '.join(Role)}.") from None
