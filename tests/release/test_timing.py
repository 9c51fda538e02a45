"""What a school of another looks like to who may not see it: by the clock too, as if it were not there."""

import statistics
import time
from datetime import date

import pytest

from registry import access
from tests.example_board import example_board

SAMPLES, MOST_APART = 500, 0.10
SCHOOL = "/scholen/{}"


@pytest.fixture
def client(databases, tmp_path, monkeypatch):
    """Somebody who sees the first school only."""
    viewer = access.Viewer("coördinator", frozenset(access.Right), frozenset({1}))
    with example_board(databases, tmp_path, date.today()) as app:
        monkeypatch.setattr(access, "BUILT_IN", viewer)
        yield app.test_client()


@pytest.mark.parametrize("case", [pytest.param("medians", id="A15 a school of another")])
def test_a_foreign_record_takes_as_long_as_none(client, case):
    assert client.get(SCHOOL.format(1)).status_code == 200
    took = {2: [], 999: []}
    for turn in range(SAMPLES):
        for number in (2, 999) if turn % 2 else (999, 2):
            began = time.perf_counter()
            answer = client.get(SCHOOL.format(number))
            took[number].append(time.perf_counter() - began)
            assert answer.status_code == 404
    medians = [statistics.median(times) for times in took.values()]
    print(f"medians {medians[0] * 1000:.2f} and {medians[1] * 1000:.2f} ms")
    assert abs(medians[0] - medians[1]) <= MOST_APART * max(medians)


@pytest.mark.parametrize("case", [pytest.param("bytes", id="A15 the same bytes")])
def test_a_foreign_record_says_what_none_says(client, case):
    assert client.get(SCHOOL.format(2)).data == client.get(SCHOOL.format(999)).data
