"""What the MR or GMR reads: what changed since it last consented, and nothing where that day is unknown."""

import pytest

from registry.model.statement import Council, StatementKind
from registry.services.board.statements import add_statement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, TODAY
from tests.documents.specimens import headings, lines

MR, GMR = "council-summary", "council-summary-board"


@pytest.fixture
def text(made):
    return lambda *args, **asked: "\n".join(lines(made(*args, **asked).content))


@pytest.fixture
def consent(session, register):
    """The consent of the council of De Zandloper, or of the board's."""

    def consent(of_board=False, **fields):
        about = {"kind": StatementKind.SCHOOL_GUIDE, "title": "Schoolgids", "consent_asked_on": SINCE}
        whose = {"council": Council.GMR if of_board else Council.MR}
        school = None if of_board else register.zandloper.id
        return add_statement(session, about | whose | {"school_id": school} | fields)

    return consent


@pytest.fixture
def sums(session, register):
    """A product that De Zandloper began to use today."""
    fields = {"name": "Sommen", "kind": "lt", "purpose_plain": "Om te rekenen."}
    product = add_product(session, add_supplier(session, {"name": "Rekenwolk"}).id, fields)
    start_use(session, register.zandloper.id, product.id, {"since": TODAY})
    return product


def test_it_tells_what_changed_since_the_last_consent(consent, sums, text, made):
    consent(consent_given_on=SINCE)
    assert "De MR stemde het laatst in op 1 augustus 2025, met “Schoolgids”." in text(MR)
    assert "Nieuw in gebruik" in headings(made(MR).content)
    assert "Sommen\nRekenwolk\n1 augustus 2026\nOm te rekenen." in text(MR)


def test_without_a_known_day_it_says_so_and_tells_no_change(consent, sums, text, made):
    consent(consent_undated=True, consent_asked_on=None)
    assert "In het register staat geen dag waarop de MR eerder instemde." in text(MR)
    assert "Nieuw in gebruik" not in headings(made(MR).content)
    assert "geen wijziging" not in text(MR)


def test_a_chosen_day_goes_before_the_consent(consent, sums, text):
    consent(consent_given_on=SINCE)
    told = text(MR, since=TODAY)
    assert "Hieronder staat wat er veranderde na 1 augustus 2026." in told
    assert "Om te rekenen." not in told


def test_a_period_without_changes_says_so(text, register):
    told = text(MR, register.zonnewijzer, since=SINCE)
    assert "In deze periode staat er geen wijziging in het register." in told


def test_the_consent_of_the_gmr_is_not_that_of_the_mr(consent, text):
    consent(of_board=True, consent_given_on=SINCE)
    assert "geen dag waarop de MR eerder instemde" in text(MR)
    assert "De GMR stemde het laatst in op 1 augustus 2025" in text(GMR)


def test_the_texts_stand_with_how_far_the_consent_is(consent, text):
    consent()
    assert "Schoolgids\nInstemming gevraagd aan de MR op 1 augustus 2025, nog niet gekregen." in text(MR)


def test_the_summary_of_the_gmr_names_the_schools(consent, sums, text):
    consent(of_board=True, consent_given_on=SINCE)
    told = text(GMR)
    assert "Op 1 augustus 2026 staan in het register van Stichting Getijden 2 scholen, met 2 producten" in told
    assert "1 augustus 2026\nDe Zandloper" in told
