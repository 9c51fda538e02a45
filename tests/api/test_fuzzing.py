"""A short look with made-up requests over a real line; the release tests look for longer."""

from datetime import date

import pytest

from tests.api_fuzzing import fuzz
from tests.example_board import example_board

pytestmark = pytest.mark.xdist_group("fuzzing")


@pytest.mark.sweep
def test_no_request_breaks_the_api(databases, tmp_path):
    folder = tmp_path / "board"
    folder.mkdir()
    with example_board(databases, folder, date.today()) as app:
        outcome = fuzz(app, tmp_path, 2, 1, "--phases", "fuzzing", "--header", "If-Match: *")
    print(outcome)
    assert outcome.answers.total() > 80
    assert outcome.broken == {}, outcome.told
    assert outcome.code == 0, outcome.told
