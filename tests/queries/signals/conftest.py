"""A quiet file, for every test."""

import pytest

from tests.queries.signals.quiet import Quiet


@pytest.fixture
def quiet(session):
    return Quiet(session)
