"""Everything that can be due has a form where it is done."""

import pytest
from flask import url_for

from registry.model.deadline_kind import DeadlineKind as Kind
from registry.model.statement import StatementKind
from registry.services.board.statements import add_statement
from registry.web.year.due_places import FORMS
from tests.complete_register import complete_register
from tests.matrix.planted_year import of_the_year


@pytest.fixture
def register(session):
    register = complete_register(session)
    of_the_year(session, register, (register.zandloper, register.zonnewijzer))
    add_statement(session, {"kind": StatementKind.PRIVACY_STATEMENT, "title": "Verklaring"})
    session.rollback()


def test_no_kind_is_without_a_form():
    assert {kind for kind, _ in FORMS} == set(Kind)


@pytest.mark.parametrize("place", FORMS.values(), ids=[f"{kind.value}-{step or 'only'}" for kind, step in FORMS])
def test_the_form_is_there_and_has_the_field(app, register, visitor, place):
    with app.test_request_context():
        endpoint, values, anchor = place.target(1, 1)
        address = url_for(endpoint, **values)
    page = visitor.open(address)
    assert page.status == 200
    assert page.tree.xpath("//main//form | //main//table")  # a round leads on to each of its agreements
    assert not anchor or page.tree.xpath("//*[@id=$anchor]", anchor=anchor)
