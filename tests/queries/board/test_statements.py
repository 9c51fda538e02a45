"""How far a council's consent is, in words."""

from datetime import date

import pytest

from registry.model import Statement
from registry.model.statement import Council
from registry.queries.board.statements import consent_words

ASKED, GIVEN = date(2026, 3, 1), date(2026, 4, 1)


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 2, 28), "Instemming van de MR wordt gevraagd op 1 maart 2026."),
        (ASKED, "Instemming gevraagd aan de MR op 1 maart 2026, nog niet gekregen."),
        (date(2026, 3, 31), "Instemming gevraagd aan de MR op 1 maart 2026, nog niet gekregen."),
        (GIVEN, "De MR stemde in op 1 april 2026."),
    ],
)
def test_it_is_told_as_it_stands_on_the_day(on, words):
    statement = Statement(council=Council.MR, consent_asked_on=ASKED, consent_given_on=GIVEN)
    assert consent_words(statement, on) == words
    assert statement.has_consent(on) is (on >= GIVEN)


def test_a_council_that_was_not_asked_yet_is_named():
    assert consent_words(Statement(council=Council.GMR), GIVEN) == "Aan de GMR is nog geen instemming gevraagd."


def test_without_a_council_there_is_nothing_to_tell():
    assert consent_words(Statement(council=Council.NONE), GIVEN) == ""
