"""The lists of accounts and of API keys, each with its schools."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.model import Account, AccountSchool, ApiKey, ApiKeySchool


def all_accounts(session: Any) -> Sequence[Account]:
    """Return every account by name."""
    schools = selectinload(Account.schools).joinedload(AccountSchool.school)
    asked = select(Account).options(schools).order_by(Account.name, Account.id)
    return session.scalars(asked).all()  # type: ignore[no-any-return]


def all_keys(session: Any) -> Sequence[ApiKey]:
    """Return every key: those that are not revoked first, the last to end on top."""
    schools = selectinload(ApiKey.schools).joinedload(ApiKeySchool.school)
    asked = select(ApiKey).options(schools)
    ordered = asked.order_by(ApiKey.revoked_on.is_not(None), ApiKey.ends_on.desc(), ApiKey.id)
    return session.scalars(ordered).all()  # type: ignore[no-any-return]
