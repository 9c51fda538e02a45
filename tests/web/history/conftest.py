"""A register of which somebody changed something, and eyes that may see less of it."""

import pytest

from registry import access
from registry.access import BUILT_IN, Right, Viewer, bind
from registry.services.board.board import set_up_board
from registry.services.suppliers.suppliers import edit_supplier
from registry.services.uses.schools import edit_school


@pytest.fixture
def register(three_schools):
    """Three schools, a use and a supplier, entered by Jan Jansen who did more after that."""
    session = three_schools
    set_up_board(session, {"name": "Stichting Getijden"})
    bind(session, Viewer("Jan Jansen", frozenset(Right), account=12))
    edit_school(session, 1, 1, {"city": "Zuiderveen", "website": "https://klok.example"})
    edit_supplier(session, 1, 1, {"note": "=1+1", "city": "Noorderveen"})
    session.rollback()
    bind(session, BUILT_IN)
    return session


@pytest.fixture
def looking_as(monkeypatch):
    def looking_as(*rights, schools=None, account=None):
        monkeypatch.setattr(access, "BUILT_IN", Viewer("Piet", frozenset(rights), schools, account))

    return looking_as
