"""The overview for a parent who asks at a school, as a board promises it: data, purposes, parties, FG."""

import pytest

from registry.model import PrivacyAnnex
from registry.services.annexes.annexes import propose_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE
from tests.documents.specimens import headings, lines, read

CODE = "school-overview"


@pytest.fixture
def text(made):
    return lambda *args, **asked: "\n".join(lines(made(CODE, *args, **asked).content))


@pytest.fixture
def sums(session, register):
    product = add_product(session, add_supplier(session, {"name": "Rekenwolk"}).id, {"name": "Sommen", "kind": "lt"})
    start_use(session, register.zandloper.id, product.id, {"since": SINCE, "in_guide": False})
    return product


def test_it_tells_data_purposes_parties_and_whom_to_ask(made):
    made = made(CODE)
    assert made.gaps == ()
    assert headings(made.content)[:5] == [
        "Overzicht van leveranciers van De Zandloper",
        "Welke gegevens van leerlingen en ouders",
        "Waarvoor",
        "Leveranciers: Leermiddelen en toetsen",
        "Vragen en klachten",
    ]


def test_the_responsible_board_and_the_fg_are_named(text):
    assert "Verantwoordelijk voor de gegevens is Stichting Getijden, Havenstraat 1, 1234 AB Zuiderveen." in text()
    assert "U bereikt de FG via fg@getijden.example." in text()


def test_categories_stand_with_the_products_that_hold_them(made):
    table = read(made(CODE).content).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == [
        "Contactgegevens, beperkt: naam, e-mailadres en opleiding",
        "Letters",
    ]


def test_what_is_kept_out_of_the_schoolgids_is_told_to_who_asks(text, sums):
    assert "Sommen" in text()
    assert "nog geen bijsluiter met gegevens in het register: Sommen." in text()


def test_what_holds_only_data_of_staff_is_left_out_and_that_is_said(session, text, sums):
    propose_annex(session, PrivacyAnnex, sums.id, {}, {"data": [{"category": "11", "subjects": ("teacher",)}]})
    assert "Sommen" not in text()
    assert "geen gegevens van leerlingen of ouders staan, staan niet in dit overzicht" in text()


def test_alle_leveranciers_is_not_said_of_what_nobody_knows(text, sums):
    assert "In het register staat nog geen verwerkersovereenkomst die voor deze producten geldt." in text()


def test_a_school_that_uses_nothing_is_told_so(register, text):
    assert "staan voor deze school geen leveranciers" in text(register.zonnewijzer)
