"""Who can answer for a school in a round."""

from typing import Any

from sqlalchemy import select

from registry.model import Account, AccountSchool
from registry.model.account import Role


def who_answers(session: Any) -> dict[int, list[Account]]:
    """Return by school its coordinators who may sign in, by name; a school without one is not in it."""
    held = select(AccountSchool.school_id, Account).join(AccountSchool.account)
    asked = held.where(Account.role == Role.SCHOOL_COORDINATOR, Account.is_active.is_(True))
    found: dict[int, list[Account]] = {}
    for school, account in session.execute(asked.order_by(Account.name, Account.id)):
        found.setdefault(school, []).append(account)
    return found
