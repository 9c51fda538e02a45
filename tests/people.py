"""The people of a board, as tests need them: an account of each role, whose password is known."""

from functools import cache

from registry.database import change
from registry.model import Account, AccountSchool
from registry.model.account import Role
from registry.services.accounts.passwords import hashed

PASSWORD = "kraan fiets wolk zeven"
NEW = "lamp water steen groen"
NAMES = {
    Role.ADMINISTRATOR: "Beheerder",
    Role.PRIVACY_OFFICER: "Privacy officer",
    Role.SCHOOL_COORDINATOR: "Coördinator",
    Role.SIGNATORY: "Ondertekenaar",
    Role.DPO: "FG",
}

known_hash = cache(hashed)


def email_of(role):
    """The address of the account that `hire` makes for a role by itself."""
    return f"{role.value}@bestuur.example"


def hire(session, role, *, schools=(), email=None, password=PASSWORD, **fields):
    """The number of a new account with this role; without a password nobody chose one yet."""
    email = email or email_of(role)
    with change(session, "account gemaakt"):
        account = Account(name=NAMES[role], email=email, email_key=email.casefold(), role=role, **fields)
        account.password_hash = known_hash(password) if password else ""
        account.schools = [AccountSchool(school_id=number) for number in schools]
        session.add(account)
    return account.id
