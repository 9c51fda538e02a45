"""Filing statements to parents, with the council's consent."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from registry.database import change
from registry.errors import AlreadyExists, BrokenRule, ChangedMeanwhile
from registry.model import Statement
from registry.model.statement import Council, StatementKind
from registry.services.board.statements import add_statement, edit_statement
from registry.services.uses.schools import add_school

ASKED, GIVEN = date(2026, 3, 1), date(2026, 4, 1)
GUIDE = {"kind": StatementKind.SCHOOL_GUIDE, "title": "Schoolgids", "edition": "2026-2027"}


def refused(session, **fields):
    with pytest.raises(BrokenRule) as caught:
        add_statement(session, GUIDE | fields)
    return caught.value.field


def test_a_statement_has_a_title(session):
    assert refused(session, title=" ") == "title"


def test_the_council_does_not_consent_before_it_was_asked(session):
    assert refused(session, council=Council.MR, consent_asked_on=GIVEN, consent_given_on=ASKED) == "consent_given_on"


def test_a_consent_says_of_which_council(session):
    assert refused(session, consent_given_on=GIVEN) == "council"


def test_a_consent_may_be_known_without_the_day_it_was_asked(session):
    assert add_statement(session, GUIDE | {"council": Council.MR, "consent_given_on": GIVEN}).id


def test_a_review_does_not_come_before_the_adoption(session):
    assert refused(session, adopted_on=GIVEN, review_on=ASKED) == "review_on"


def test_a_school_has_one_guide_a_year(session):
    school = add_school(session, {"name": "De Zandloper"}).id
    add_statement(session, GUIDE | {"school_id": school})
    with pytest.raises(AlreadyExists):
        add_statement(session, GUIDE | {"school_id": school})


def test_another_year_or_another_school_is_another_text(session):
    school = add_school(session, {"name": "De Zandloper"}).id
    made = [GUIDE, GUIDE | {"edition": "2027-2028"}, GUIDE | {"school_id": school}]
    assert [add_statement(session, fields).id for fields in made] == [1, 2, 3]


def test_saving_it_again_is_no_double(session):
    add_statement(session, GUIDE)
    assert edit_statement(session, 1, 1, {"title": "Schoolgids"}).version == 2


def test_a_stale_save_is_told_what_changed(session):
    add_statement(session, GUIDE)
    edit_statement(session, 1, 1, {"review_on": GIVEN})
    with pytest.raises(ChangedMeanwhile) as caught:
        edit_statement(session, 1, 1, {"review_on": ASKED})
    assert [label for label, _, _ in caught.value.changes] == ["Opnieuw bekijken op"]


def test_the_database_refuses_a_consent_before_it_was_asked_as_well(session):
    with pytest.raises(AlreadyExists) as caught, change(session, "langs de regels om"):
        session.add(Statement(**GUIDE, consent_asked_on=GIVEN, consent_given_on=ASKED))
    assert isinstance(caught.value.__cause__, IntegrityError)
