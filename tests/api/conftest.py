"""What tests of the API share: a client with a key on the complete register."""

from datetime import date, timedelta

import pytest

from registry.model.api_key import KeyScope
from registry.services.keys.keys import add_key
from registry.services.rounds.rounds import open_round
from tests.complete_register import complete_register
from tests.rounds import lines_of, sign_and_use

API = "/api/v1"


class Client:
    """Another system with a key."""

    def __init__(self, client, written):
        self.client, self.written = client, written

    def ask(self, method, path, tag=None, **options):
        headers = {"Authorization": f"Bearer {self.written}", **options.pop("headers", {})}
        if tag is not None:
            headers["If-Match"] = f'"{tag}"'
        return self.client.open(f"{API}{path}", method=method, headers=headers, **options)

    def get(self, path, **options):
        return self.ask("GET", path, **options)

    def post(self, path, body=None, tag=None, **options):
        return self.ask("POST", path, tag, json=body, **options)

    def patch(self, path, body, tag=None, **options):
        return self.ask("PATCH", path, tag, json=body, **options)


@pytest.fixture
def register(session):
    found = complete_register(session)
    session.rollback()
    return found


@pytest.fixture
def with_key(app, session, register):
    """Give a client with a key of this scope, for these schools, that works on these days."""

    def make(scope=KeyScope.WRITE, schools=(), begins_on=None, ends_on=None):
        today = date.today()
        days = {"begins_on": begins_on or today, "ends_on": ends_on or today + timedelta(days=30)}
        made = add_key(session, {"purpose": "koppeling", "scope": scope, **days}, schools)
        session.expunge_all()  # the test's own session must not know what the key may not see
        session.rollback()
        return Client(app.test_client(), made.written)

    return make


@pytest.fixture
def writer(with_key):
    return with_key()


@pytest.fixture
def reader(with_key):
    return with_key(KeyScope.READ)


@pytest.fixture
def lines(session, register):
    """Open a round; give the number of the line of its agreement, and of that of Letters at each school."""
    today, signed = date.today(), sign_and_use(session, register)
    opened = lines_of(session, signed, open_round(session, today.year, today + timedelta(days=60), today))
    numbers = {name: getattr(opened, name).id for name in ("agreement", "zandloper", "zonnewijzer")}
    session.rollback()
    return numbers
