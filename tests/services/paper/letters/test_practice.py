"""The letter about what differs between an annex and the app."""

import pytest

from registry.errors import BrokenRule
from registry.model.practice_check import Seen
from registry.model.supplier import PartyRole
from registry.queries.asking.practice import asked_of
from registry.services.asking.practice import check_practice
from registry.services.suppliers.suppliers import edit_supplier
from tests.complete_register import TODAY
from tests.documents.specimens import read
from tests.services.paper import cases

CODE = "letter-practice"


def test_it_tells_what_differs_and_what_nobody_could_tell(session, register, told, made):
    differs, unknown = cases.checks(session, register)
    found = told(CODE, differs)
    assert any("bekeken wij op De Zandloper welke gegevens er in Letters staan" in line for line in found)
    assert any("de privacybijsluiter, versie 2.1" in line for line in found)
    assert "Wat wij niet konden nagaan" not in found
    (table, *_) = read(made(CODE, differs).content).tables
    assert [row.cells[0].text for row in table.rows[1:]][-2:] == ["BSN", "foto"]
    assert table.rows[-1].cells[1].text == "Staat in de app, maar niet in de bijsluiter."
    found = told(CODE, unknown)
    assert "Wat verschilt" not in found
    assert "BSN" in found


def test_it_is_of_the_school_that_looked(session, register, paper):
    of_school, of_board = cases.checks(session, register)
    assert (paper(CODE, of_school).school_id, paper(CODE, of_board).school_id) == (register.zandloper.id, None)


def test_without_a_difference_there_is_nothing_to_ask(session, register, paper):
    annex = register.letters.privacy_annex_on(TODAY)
    answers = {asked.key: Seen.YES for asked in asked_of(annex)}
    check = check_practice(session, annex.id, {"by_function": "beheerder"}, answers, [], TODAY)
    with pytest.raises(BrokenRule, match="Er zijn geen verschillen gevonden"):
        paper(CODE, check)


def test_who_decides_itself_gets_none(session, register, paper):
    check, _ = cases.checks(session, register)
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"role": PartyRole.LEGAL_RECIPIENT})
    with pytest.raises(BrokenRule, match="bepaalt zelf welke gegevens nodig zijn"):
        paper(CODE, check)
