"""Final papers go once the board has kept them as long as its setting says."""

from datetime import UTC, date, datetime

import pytest

from registry.model import AuditEvent, FileContent, GeneratedDocument, StoredFile
from registry.services.forgetting import forget_old_finals
from registry.services.paper import KINDS, Order, Templates, compose, make_final
from tests.complete_register import TODAY, complete_register


@pytest.fixture
def finish(session, tmp_path):
    """Make a final list of De Zandloper at this moment."""
    school = complete_register(session).zandloper

    def finish(made_at):
        paper = compose(session, Order(KINDS["schoolgids"], school.id, TODAY, TODAY))
        return make_final(session, paper, Templates(tmp_path), made_at).id

    return finish


def left(session):
    return sorted(document.id for document in session.query(GeneratedDocument))


def test_an_older_one_goes_with_its_file_and_a_younger_one_stays(session, finish):
    finish(datetime(2019, 11, 25, 23, 59, tzinfo=UTC))
    young = finish(datetime(2019, 11, 26, tzinfo=UTC))
    assert forget_old_finals(session, date(2026, 11, 26), 7) == 1
    assert left(session) == [young]
    assert (session.query(StoredFile).count(), session.query(FileContent).count()) == (1, 1)


def test_zero_years_keeps_them_for_ever(session, finish):
    old = finish(datetime(1999, 1, 1, tzinfo=UTC))
    assert forget_old_finals(session, date(2026, 11, 26), 0) == 0
    assert left(session) == [old]


def test_seven_years_before_a_leap_day_is_the_28th(session, finish):
    finish(datetime(2021, 2, 27, 12, tzinfo=UTC))
    young = finish(datetime(2021, 2, 28, tzinfo=UTC))
    assert forget_old_finals(session, date(2028, 2, 29), 7) == 1
    assert left(session) == [young]


def test_the_history_says_that_it_went_but_not_what_stood_in_it(session, finish):
    finish(datetime(2010, 1, 1, tzinfo=UTC))
    forget_old_finals(session, date(2026, 11, 26), 7)
    removed = session.query(AuditEvent).filter_by(record="generated_document", action="removed").all()
    assert {line.why for line in removed} == {"definitieve documenten ouder dan 7 jaar opgeruimd"}
    assert "title" in {line.field for line in removed}
    assert "values" not in {line.field for line in session.query(AuditEvent).filter_by(record="generated_document")}


def test_the_setting_is_seven_years_unless_somebody_says_otherwise(app):
    assert app.config["FINALS_KEPT_YEARS"] == 7
