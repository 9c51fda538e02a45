"""What tests of signing in share: the gate is shut, and there are people who may pass it."""

import time
from contextlib import contextmanager

import pyotp
import pytest

from registry import access
from registry.database import session_for
from registry.model import Account
from registry.model.account import Role
from registry.services.accounts.links import make_link
from registry.services.accounts.second_factor import enrol
from registry.services.records import fetch
from tests.people import NEW, PASSWORD, email_of, hire
from tests.visitor import Visitor


@pytest.fixture(autouse=True)
def gate(app):
    """Let nobody in who did not sign in."""
    app.config["SIGN_IN"] = True


@pytest.fixture
def office(app):
    """A look at the database between two requests: `with office() as session`. No request may be made inside it."""

    @contextmanager
    def look():
        with app.app_context():
            yield session_for(access.BUILT_IN)

    return look


@pytest.fixture
def hired(office):
    """Make an account; its number comes back."""

    def call(role, **options):
        with office() as session:
            return hire(session, role, **options)

    return call


@pytest.fixture
def administrator(hired):
    return hired(Role.ADMINISTRATOR)


@pytest.fixture
def officer(hired):
    return hired(Role.PRIVACY_OFFICER)


@pytest.fixture
def browser(app):
    """A function that opens a browser of its own: nothing of another one is known there."""
    return lambda: Visitor(app.test_client())


@pytest.fixture
def at_desk(browser):
    """A function that gives a browser in which the account of this role is signed in."""

    def sign_in(role, password=PASSWORD):
        visitor = browser()
        answer = enter(visitor, email_of(role), password)
        assert answer.status == 302, answer.text
        return visitor

    return sign_in


@pytest.fixture
def phone(office, clock):
    """A function that gives an account its second step; back come the app's clockwork and the codes on paper."""

    def give(number):
        secret = pyotp.random_base32()
        app = pyotp.TOTP(secret)
        with office() as session:
            account = fetch(session, Account, number)
            codes = enrol(session, account, secret, app.at(int(time.time()) - 30))
        return app, list(codes)

    return give


@pytest.fixture
def sent(office):
    """A function that makes a link of this kind for an account; its address comes back."""

    def make(kind, number):
        with office() as session:
            return f"/welkom/{make_link(session, kind, fetch(session, Account, number))}"

    return make


@pytest.fixture
def clock(monkeypatch):
    """A function that moves the clock of this process forward by some seconds; by itself it stands still."""
    ahead, start = [0], time.time()
    monkeypatch.setattr(time, "time", lambda: start + ahead[0])

    def forward(seconds):
        ahead[0] += seconds

    return forward


def enter(visitor, email, password=PASSWORD, address="/aanmelden", **options):
    """Fill in the sign-in page and send it."""
    return visitor.submit(address, email=email, password=password, follow=False, **options)


def choose(visitor, address, password=NEW, **typed):
    """Send the page of a link with this password."""
    return visitor.submit(address, password=password, again=typed.pop("again", password), follow=False, **typed)
