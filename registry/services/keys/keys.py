"""Keys of the API: make one, revoke it, and find who looks with it."""

import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from registry.access import KEY_RIGHTS, SCHOOL_KEY_RIGHTS, Viewer
from registry.calendar import add_years
from registry.database import change
from registry.dutch import long_date
from registry.errors import BrokenRule
from registry.model import ApiKey, ApiKeySchool, School
from registry.services.records import Fields, assign, fetch

MOST_YEARS = 2
WRITTEN = re.compile("vr_([0-9a-f]{8})_([A-Za-z0-9_-]{43})")  # 256 bits behind the second line


@dataclass(frozen=True)
class MadeKey:
    """A new key; `written` is the key itself, which is told once."""

    key: ApiKey
    written: str


def add_key(session: Any, fields: Fields, schools: Iterable[int] = ()) -> MadeKey:
    """Return the new key, for these schools or for all; BrokenRule without a purpose or with days that cannot be."""
    prefix, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
    with change(session, "API-sleutel gemaakt"):
        key = ApiKey(prefix=prefix, secret_hash=_hashed(secret))
        assign(key, fields)
        _check(key)
        key.schools[:] = [ApiKeySchool(school_id=fetch(session, School, number).id) for number in sorted(set(schools))]
        session.add(key)
    return MadeKey(key, f"vr_{prefix}_{secret}")


def revoke_key(session: Any, number: int, on: date) -> ApiKey:
    """Return the key, which opens nothing any more from this moment."""
    with change(session, "API-sleutel ingetrokken"):
        key = fetch(session, ApiKey, number)
        key.revoked_on = key.revoked_on or on
    return key


def viewer_with(session: Any, written: str, on: date) -> Viewer | None:
    """Return who looks with this key on this day, and note the day; None when it opens nothing."""
    parts = WRITTEN.fullmatch(written)
    if parts is None:
        return None
    prefix, secret = parts.groups()
    key: ApiKey | None = session.scalar(select(ApiKey).where(ApiKey.prefix == prefix))
    if key is None or not hmac.compare_digest(key.secret_hash, _hashed(secret)) or not key.works_on(on):
        return None
    if key.last_used_on != on:
        with change(session, "API-sleutel gebruikt"):
            key.last_used_on = on
    return _viewer(key)


def _viewer(key: ApiKey) -> Viewer:
    rights, schools = KEY_RIGHTS[key.scope], frozenset(row.school_id for row in key.schools)
    return Viewer(
        f"API-sleutel “{key.purpose}”", rights & SCHOOL_KEY_RIGHTS if schools else rights, schools if schools else None
    )


def _hashed(secret: str) -> str:
    # No slow hash: nobody guesses 256 random bits, and every request asks this.
    return sha256(secret.encode("ascii")).hexdigest()


def _check(key: ApiKey) -> None:
    if not key.purpose:
        raise BrokenRule("Schrijf op waarvoor de sleutel is.", field="purpose")
    if key.begins_on is None:
        raise BrokenRule("Vul in vanaf welke dag de sleutel werkt.", field="begins_on")
    if key.ends_on is None:
        raise BrokenRule("Vul in tot en met welke dag de sleutel werkt.", field="ends_on")
    if key.ends_on < key.begins_on:
        raise BrokenRule("De laatste dag kan niet voor de eerste dag liggen.", field="ends_on")
    if key.ends_on > (last := add_years(key.begins_on, MOST_YEARS)):
        raise BrokenRule(f"Een sleutel werkt hoogstens twee jaar, dus tot en met {long_date(last)}.", field="ends_on")
