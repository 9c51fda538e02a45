"""How many questions a page asks its database: no more than it was brought to, and no more in a larger register."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from benchmarks.big_register import APART, copy_suppliers, file_of
from benchmarks.pages.measuring import asked_of
from registry.access import BUILT_IN
from registry.database import db, session_for
from tests.example_board import example_board
from tests.web.test_every_page import crawl, kind_of

pytestmark = pytest.mark.xdist_group("every-page")

MOST = 12  # of a page that is not named
BOUNDS = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))
COPIES = 150
PAGED = ("/leveranciers/", "/wie-gebruikt-wat/", "/geschiedenis/", "/scholen/", "/scholen/1", "/producten/1")


class Counting:
    """A client that keeps how many questions each kind of page asked at most."""

    def __init__(self, client, engine):
        self.client, self.engine, self.most = client, engine, {}

    def get(self, address, **options):
        with asked_of(self.engine) as asked:
            answer = self.client.get(address, **options)
        if answer.mimetype == "text/html" and answer.status_code == 200:
            kind = kind_of(address)
            self.most[kind] = max(self.most.get(kind, 0), len(asked) - self.looks_again(asked))
        return answer

    def looks_again(self, asked):
        """How often a page looked whether anybody wrote meanwhile; within one look SQLite shows nothing of that."""
        ends = sum("FROM audit_chain" in statement for statement, _ in asked)
        return 0 if self.engine.dialect.name == "sqlite" else max(ends - 1, 0)


@pytest.fixture(scope="module")
def register(databases, tmp_path_factory):
    with example_board(databases, tmp_path_factory.mktemp("questions"), date.today()) as app:
        yield app


@pytest.fixture
def engine(register):
    with register.app_context():
        return db.engine


def test_a_page_asks_no_more_than_it_was_brought_to(register, engine, tell):
    counting = Counting(register.test_client(), engine)
    crawl(counting)
    asked = counting.most
    tell(f"questions of a page: {len(asked)} kinds, {sum(number > MOST for number in asked.values())} above {MOST}")
    assert len(asked) > 150
    assert {kind: number for kind, number in asked.items() if number > BOUNDS.get(kind, MOST)} == {}


def test_a_paged_screen_asks_no_more_in_a_larger_register(register, engine):
    client = register.test_client()
    before = questions(client, engine)
    with register.app_context():
        file = file_of(session_for(BUILT_IN))
        db.session.remove()
    with engine.begin() as connection:
        copy_suppliers(connection, file, COPIES)
    newest = file["supplier"][0]["id"] + COPIES * APART
    assert f"Leverancier {COPIES}" in client.get(f"/leveranciers/{newest}").text
    after = questions(client, engine)
    assert {address: after[address] for address in PAGED if after[address] > before[address]} == {}


def questions(client, engine):
    """How many questions each paged screen asks."""
    found = {}
    for address in PAGED:
        with asked_of(engine) as asked:
            assert client.get(address).status_code == 200
        found[address] = len(asked)
    return found
