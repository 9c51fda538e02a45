"""A complete file, for every test."""

import pytest

from tests.queries.suppliers.owed.file import File


@pytest.fixture
def file(session):
    return File(session)
