"""Taking back the last save of the grid, as long as nothing was built on it."""

from datetime import UTC, datetime, timedelta

import pytest

from registry.access import Right, Viewer
from registry.database import session_for
from registry.errors import BrokenRule
from registry.model import Use
from registry.services.uses.grid import mark_grid
from registry.services.uses.grid_undoing import last_save, undo_save
from registry.services.uses.uses import edit_use, end_use
from tests.web.ticking import ALL, TODAY

UNDO = "/wie-gebruikt-wat/ongedaan"


def standing(session):
    session.expire_all()
    return sorted((use.school_id, use.product_id, use.until) for use in session.query(Use))


def save(visitor, *ticks):
    """Tick just these squares, and say yes."""
    page = visitor.send(ALL, visitor.open(ALL), uses=list(ticks), on=TODAY.isoformat())
    return visitor.send(ALL, page)


@pytest.fixture
def saved(session, three_schools, visitor):
    """Letters stops at De Klok and starts at De Zandloper."""
    before = standing(session)
    assert "Bewaard: 1 vinkje erbij, 1 vinkje weg." in save(visitor, "2-1").text
    return before


def test_it_tells_what_comes_back_and_then_all_is_as_before(session, saved, visitor):
    page = visitor.open(UNDO)
    assert page.texts("//main//ul/li") == ["Letters bij De Zandloper", "Letters bij De Klok"]
    assert "ongedaan gemaakt" in visitor.send(UNDO, page).text
    assert standing(session) == saved


def test_once_is_enough(session, saved, visitor):
    page = visitor.open(UNDO)
    visitor.send(UNDO, page)
    assert "niet meer ongedaan" in visitor.send(UNDO, page).text
    assert standing(session) == saved


@pytest.mark.parametrize("built", ["changed", "ended"])
def test_what_was_built_on_it_stands_in_the_way(session, saved, visitor, built):
    use = session.query(Use).filter_by(school_id=2, product_id=1).one()
    if built == "changed":
        edit_use(session, use.id, use.version, {"groups": "groep 3"})
    else:
        end_use(session, use.id, TODAY)
    now = standing(session)
    page = visitor.open(UNDO)
    assert "Later is gewijzigd of toegevoegd" in page.text
    assert not page.tree.xpath("//main//button[contains(., 'Maak ongedaan')]")
    number = last_save(session, datetime.now(UTC)).number
    with pytest.raises(BrokenRule, match="Letters"):
        undo_save(session, number, datetime.now(UTC))
    assert standing(session) == now


def test_a_save_after_the_page_was_opened_is_not_taken_back_with_it(session, saved, visitor):
    page = visitor.open(UNDO)
    save(visitor, "2-1", "3-1")
    now = standing(session)
    assert visitor.send(UNDO, page).errors
    assert standing(session) == now


def test_after_a_day_it_is_too_late(session, three_schools):
    mark_grid(session, [(2, 1)], [], TODAY)
    now = datetime.now(UTC)
    assert last_save(session, now) is not None
    assert last_save(session, now + timedelta(hours=25)) is None


def test_the_save_of_somebody_else_is_not_taken_back(session, three_schools):
    mark_grid(session, [(2, 1)], [], TODAY)
    other = session_for(Viewer("iemand anders", frozenset(Right), account=7))
    assert last_save(other, datetime.now(UTC)) is None


def test_who_never_saved_has_nothing_to_take_back(three_schools, visitor):
    assert "niet meer ongedaan" in visitor.open(UNDO).text
