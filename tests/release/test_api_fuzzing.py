"""The API under made-up requests, on each database that is here; see `--api-examples` and `--api-seed`.

`python -m tests.release -k fuzzing -s --api-examples 4600` asks about 200,000 per database.
"""

import os
import random
from datetime import date

import pytest

from tests.api_fuzzing import fuzz
from tests.database import SqliteCopies
from tests.example_board import example_board
from tests.postgres_copies import PostgresCopies

pytestmark = pytest.mark.xdist_group("fuzzing")
URL = os.environ.get("TEST_DATABASE_URL")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.skipif(not URL, reason="not set"))])
def copies(request, tmp_path):
    if request.param == "sqlite":
        yield SqliteCopies(tmp_path)
    else:
        own = PostgresCopies(URL)
        yield own
        own.close()


@pytest.mark.parametrize("state", ["--header=If-Match: *", ""], ids=["seen", "made-up"])
def test_no_request_breaks_the_api(copies, request, tmp_path, state):
    examples = request.config.getoption("--api-examples")
    seed = request.config.getoption("--api-seed") or random.randrange(2**32)
    folder = tmp_path / "board"
    folder.mkdir()
    # With "*" a change reaches the rules; without, the state itself is made up and most changes stop at it.
    options, examples = ([state], examples) if state.startswith("--header") else ([], max(1, examples // 10))
    with example_board(copies, folder, date.today()) as app:
        outcome = fuzz(app, tmp_path, examples, seed, *options)
    print(outcome)
    assert outcome.answers.total() > 40 * examples
    assert outcome.broken == {}, outcome.told
    assert outcome.code == 0, outcome.told
