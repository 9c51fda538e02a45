"""Two people at the same moment: one wins, and a rule that counts accounts holds all the same."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pyotp
import pytest

from registry import access
from registry.database import db, session_for
from registry.errors import RegisterError
from registry.model import Account
from registry.model.account import Role
from registry.model.signing_in import LinkKind
from registry.services.accounts.accounts import edit_account, has_administrator, invite
from registry.services.accounts.joining import choose_password, set_up, set_up_link
from registry.services.accounts.links import make_link
from registry.services.accounts.second_factor import check_code, enrol, new_secret
from registry.services.records import fetch
from tests.people import NEW, hire


@pytest.fixture
def office(app):
    with app.app_context():
        yield session_for(access.BUILT_IN)
        db.session.remove()


@pytest.fixture
def at_once(app):
    """A function that does each of these in a thread of its own, all beginning at the same moment; how each ended."""

    def call(*verbs):
        start = Barrier(len(verbs))

        def one(verb):
            with app.app_context():
                try:
                    start.wait(10)
                    verb(session_for(access.BUILT_IN))
                except RegisterError as fault:
                    return fault.sentence
                finally:
                    db.session.remove()
                return "done"

        with ThreadPoolExecutor(len(verbs)) as threads:
            return list(threads.map(one, verbs))

    return call


def demote(number):
    return lambda session: edit_account(session, number, 1, {"role": Role.DPO}, ())


def close(number):
    return lambda session: edit_account(session, number, 1, {"is_active": False}, ())


@pytest.mark.parametrize("verbs", [(demote, demote), (demote, close), (close, close)])
def test_c09_of_the_last_two_administrators_one_remains(office, at_once, verbs):
    numbers = [hire(office, Role.ADMINISTRATOR, email=f"b{place}@bestuur.example") for place in range(2)]
    office.rollback()
    told = at_once(*(verb(number) for verb, number in zip(verbs, numbers, strict=True)))
    assert sorted(told) == ["Er moet een beheerder overblijven die kan aanmelden.", "done"]
    assert has_administrator(office)


def test_c09_a_first_start_makes_one_administrator(office, at_once):
    secret = set_up_link(office)
    office.rollback()
    told = at_once(
        *(lambda session, n=n: set_up(session, secret, "ICT", f"b{n}@bestuur.example", NEW) for n in range(3))
    )
    assert told.count("done") == 1
    assert office.query(Account).count() == 1


def test_c07_an_address_is_invited_once(office, at_once):
    person = {"name": "IB", "email": "ib@school.example", "role": Role.DPO}
    told = at_once(*(lambda session: invite(session, person, ()) for _ in range(4)))
    assert told.count("done") == 1
    assert office.query(Account).count() == 1


def test_s13_a_link_is_used_once(office, at_once):
    number = hire(office, Role.DPO, password="")
    secret = make_link(office, LinkKind.INVITATION, fetch(office, Account, number))
    office.rollback()
    told = at_once(*(lambda session, n=n: choose_password(session, secret, f"{NEW} {n}") for n in range(3)))
    assert told.count("done") == 1


def test_s17_a_code_is_used_once(office, at_once, monkeypatch):
    account, secret = fetch(office, Account, hire(office, Role.DPO)), new_secret()
    code = pyotp.TOTP(secret).at(1_900_000_000)
    monkeypatch.setattr("time.time", lambda: 1_900_000_000 - 30)
    enrol(office, account, secret, pyotp.TOTP(secret).at(1_900_000_000 - 30))
    number = account.id
    office.rollback()
    monkeypatch.setattr("time.time", lambda: 1_900_000_000)
    told = at_once(*(lambda session: check_code(session, fetch(session, Account, number), code) for _ in range(4)))
    assert told.count("done") == 1
