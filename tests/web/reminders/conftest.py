"""People who sign in, with the fixtures of signing in."""

from datetime import date

import pytest

from registry.services.uses.schools import add_school
from registry.services.year.actions import add_action
from tests.web.accounts.conftest import (  # noqa: F401 - fixtures
    administrator,
    at_desk,
    browser,
    gate,
    hired,
    office,
    officer,
)


@pytest.fixture
def work(office):  # noqa: F811
    """De Klok and De Zandloper, each with one thing to do today; their numbers."""
    with office() as session:
        schools = [add_school(session, {"name": name}).id for name in ("De Klok", "De Zandloper")]
        for school, what in zip(schools, ("Vraag het model op", "Kijk de lijst na"), strict=True):
            add_action(session, {"what": what, "due_on": date.today(), "school_id": school})
    return schools
