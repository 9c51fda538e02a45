"""A register with a school, and a list that is sent to it."""

from io import BytesIO

import pytest

from registry.services.board.board import set_up_board
from registry.services.uses.schools import add_school
from tests.web.imports.lists import LIST


@pytest.fixture
def register(session):
    set_up_board(session, {"name": "Stichting Getijden", "board_number": "99001"})
    add_school(session, {"name": "De Zandloper", "site_code": "16SW03"})


@pytest.fixture
def upload(visitor, register):
    """Send a file from the upload page, and come to the page of its columns."""

    def upload(content=LIST, name="lijst.csv"):
        content = content.encode() if isinstance(content, str) else content
        return visitor.submit("/inlezen/nieuw", file=(BytesIO(content), name))

    return upload
