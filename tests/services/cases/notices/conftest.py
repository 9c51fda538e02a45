"""A supplier with a tree of subprocessors, and a notice about it."""

from datetime import date

import pytest

from registry.model import PrivacyAnnex
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.cases.notices import add_notice
from tests.complete_register import PRIVACY_ANNEX, PRIVACY_ROWS, complete_register
from tests.services.cases.notices.written import NEW, TODAY, TREE


@pytest.fixture
def register(session):
    """Letters has a tree: Wolkenhuis, and Postduif behind it."""
    found = complete_register(session)
    fields = PRIVACY_ANNEX | {"no_subprocessors": False, "edition": "3"}
    annex = propose_annex(session, PrivacyAnnex, found.letters.id, fields, PRIVACY_ROWS | {"subprocessors": TREE})
    accept_annex(session, PrivacyAnnex, annex.id, date(2026, 9, 1))
    return found


@pytest.fixture
def keep(session, register):
    def keep(**fields):
        return add_notice(session, register.lettervlieg.id, NEW | fields, [register.letters.id], TODAY)

    return keep
