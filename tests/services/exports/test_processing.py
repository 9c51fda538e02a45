"""The register of processing as a workbook: Kennisnet's columns, AVG 30(1), and the same words as the paper."""

import pytest

from registry.errors import BrokenRule
from registry.services.exports.processing import OPEN, processing_sheets
from registry.services.suppliers.products import add_product
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, TODAY, complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


def sheets(session):
    return {
        sheet.name: [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows]
        for sheet in processing_sheets(session, TODAY)
    }


def test_a_processor_stands_in_the_columns_of_tab_g(session, register):
    (found,) = sheets(session)["Verwerkers"]
    assert (found["Verwerker"], found["Applicatie"]) == ("Lettervlieg B.V.", "Letters")
    assert found["Datalocatie"] == "Nederland: Noorderwiel"
    assert found["Datum verwerkersovereenkomst"].endswith("geldt nog niet, de stand is: klaar om te tekenen")


def test_the_internal_administrator_stays_empty(session, register):
    assert [row["Applicatiebeheerder intern"] for row in sheets(session)["Verwerkers"]] == [None]


def test_a_processing_says_what_avg_30_asks(session, register):
    (found,) = sheets(session)["Verwerkingen"]
    assert all(found.values())
    assert found["Doorgifte buiten de EER en waarborgen"] == "geen"
    assert found["Bewaartermijnen"] == "resultaten: tot het einde van het schooljaar"


def test_the_controller_and_the_fg_are_named(session, register):
    told = {row["Gegeven"]: row["Waarde"] for row in sheets(session)["Verantwoordelijke"]}
    assert (told["Verwerkingsverantwoordelijke"], told["Contact FG"], told["Stand op"]) == (
        "Stichting Getijden",
        "fg@getijden.example",
        TODAY,
    )


def test_a_recipient_by_law_stands_apart_with_its_ground(session, register):
    duo = add_product(session, register.duo.id, {"name": "ROD", "kind": "other", "purpose_plain": "Bekostiging."})
    start_use(session, register.zandloper.id, duo.id, {"since": SINCE, "legal_basis": "legal_obligation"})
    (found,) = sheets(session)["Ontvangers"]
    assert (found["Organisatie"], found["Op grond van"]) == ("DUO", "Wettelijke verplichting")
    assert "DUO" not in {row["Verwerker"] for row in sheets(session)["Verwerkers"]}


def test_what_is_not_known_says_so(session, register):
    product = add_product(session, register.lettervlieg.id, {"name": "Cijfers", "kind": "lt"})
    start_use(session, register.zandloper.id, product.id, {"since": SINCE})
    found = next(row for row in sheets(session)["Verwerkingen"] if row["Applicatie"] == "Cijfers")
    assert found["Bewaartermijnen"] == OPEN


def test_without_a_board_there_is_nothing_to_make(session):
    with pytest.raises(BrokenRule, match="Vul eerst de gegevens van het bestuur in"):
        processing_sheets(session, TODAY)
