"""What an annex version does not say yet."""

import pytest

from registry.model import PrivacyAnnex, SecurityAnnex
from registry.queries.annexes.annex_gaps import annex_gaps
from registry.services.annexes.annexes import propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier

COMPLETE = {
    "edition": "1",
    "dated": None,
    "audience": "groep 3",
    "users": ("pupil",),
    "contact_function": "FG",
    "contact_email": "fg@lettervlieg.example",
    "automation": "none",
    "no_subprocessors": True,
}
ROWS = {
    "purposes": [{"purpose": "LT-b"}],
    "data": [{"category": "2", "subjects": ("pupil",), "needed_because": "Om in te loggen"}],
    "storage": [{"country": "NL"}],
    "retention": [{"data": "Alles", "term": "1 jaar"}],
}


@pytest.fixture
def labels(session):
    """What is missing in an annex with these fields and rows, in words."""
    product = add_product(session, add_supplier(session, {"name": "Lettervlieg B.V."}).id, {"name": "Letters"})

    def find(fields, kind=PrivacyAnnex, **rows):
        return [gap.label for gap in annex_gaps(propose_annex(session, kind, product.id, fields, rows))]

    return find


def test_an_empty_annex_lacks_all_that_its_paper_asks(labels):
    assert len(labels({})) == 12


def test_what_stands_there_is_no_gap(labels):
    assert labels(COMPLETE, **ROWS) == ["Datum van de bijlage"]


def test_an_express_none_is_no_gap(labels):
    assert "Of er subverwerkers zijn" in labels({})
    assert "Of er subverwerkers zijn" not in labels({"no_subprocessors": True})


@pytest.mark.parametrize(
    ("rows", "gap"),
    [
        ({"data": [{"category": "2"}, {"category": "8"}]}, "Waarom nodig, bij 2 soorten gegevens"),
        ({"data": [{"category": "2"}]}, "Van wie, bij 1 soort gegevens"),
        ({"storage": [{"country": "US"}]}, "De waarborg voor Verenigde Staten"),
        ({"subprocessors": [{"name": "Wolk"}]}, "Het land van Wolk"),
        ({"retention": [{"data": "Alles"}]}, "Hoelang de gegevens bewaard blijven"),
    ],
)
def test_a_row_that_says_half_is_named(labels, rows, gap):
    assert gap in labels({}, **rows)


def test_a_gap_names_the_list_where_it_is_filled_in(session, labels):
    labels({}, subprocessors=[{"name": "Wolk", "country": "US"}])
    places = {gap.label: gap.where for gap in annex_gaps(session.get(PrivacyAnnex, 1))}
    assert places["De waarborg voor Verenigde Staten"] == "privacy_annex/1/subprocessors"


def test_a_security_annex_lacks_levels_measures_and_breach_contact(labels):
    missing = labels({"edition": "1"}, kind=SecurityAnnex)
    for gap in ("Beschikbaarheid", "Welke maatregelen er zijn", "Meldt een datalek binnen (uren)"):
        assert gap in missing
