"""The supplier list of the schoolgids as a Word file, made from records and read back."""

from datetime import timedelta

import pytest

from registry.documents import Gap
from registry.errors import NotFound
from registry.model import PrivacyAnnex
from registry.model.supplier import CovenantStatus
from registry.services.annexes.annexes import propose_annex
from registry.services.paper import KINDS, Order, Templates, compose, draft
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, edit_supplier, note_covenant
from registry.services.uses.schools import edit_school
from registry.services.uses.uses import end_use, start_use
from tests.complete_register import SINCE, TODAY
from tests.documents.specimens import headings, lines, marked, read

NASTY = "A&B <b>\"quote\" 'x' {{ 7*7 }} 😀"


@pytest.fixture
def made(session, register, tmp_path):
    def made(school=None, code="schoolgids", on=TODAY):
        order = Order(KINDS[code], (school or register.zandloper).id, on, TODAY)
        return draft(compose(session, order), Templates(tmp_path))

    return made


@pytest.fixture
def sums(session, register):
    """Another product, of another supplier, that no school uses yet."""
    return add_product(session, add_supplier(session, {"name": "Rekenwolk"}).id, {"name": "Sommen", "kind": "sli"})


def text(made):
    return "\n".join(lines(made.content))


def cells(made, table=0):
    return [[cell.text for cell in row.cells] for row in read(made.content).tables[table].rows]


def test_a_row_says_who_gets_what_about_whom_and_where(made):
    assert cells(made())[1] == [
        "Letters",
        "Lettervlieg B.V.",
        "Om te leren lezen.",
        "Naam, e-mailadres en opleiding. Niet: BSN",
        "leerlingen",
        "verwerker",
        "nee",
    ]


def test_it_tells_its_day_and_school_year(made):
    assert "Schooljaar 2026-2027, stand op 1 augustus 2026" in text(made())
    assert made().file_name == "Leverancierslijst-De-Zandloper-2026-2027 (concept).docx"


def test_two_schools_have_their_own_lists(session, register, made, sums):
    start_use(session, register.zonnewijzer.id, sums.id, {"since": SINCE})
    assert "Sommen" not in text(made())
    assert "Letters" not in text(made(register.zonnewijzer))


def test_a_use_that_ended_yesterday_is_not_in_it(session, register, made, sums):
    end_use(session, start_use(session, register.zandloper.id, sums.id, {"since": SINCE}).id, TODAY - timedelta(days=1))
    assert "Sommen" not in text(made())
    assert "Sommen" in text(made(on=TODAY - timedelta(days=1)))


def test_a_legal_recipient_stands_under_a_heading_of_its_own(session, register, made):
    product = add_product(session, register.duo.id, {"name": "Inschrijving", "kind": "sli"})
    fields = {"since": SINCE, "legal_basis": "legal_obligation", "purpose_plain": "Om te tellen."}
    start_use(session, register.zandloper.id, product.id, fields)
    found = made()
    heading = "Organisaties die gegevens krijgen door een wet of een eigen taak"
    assert headings(found.content).index(heading) > headings(found.content).index("Leermiddelen en toetsen")
    assert cells(found, 1)[1][:3] == ["DUO\nInschrijving", "Wettelijke verplichting", "Om te tellen."]


def test_the_variant_lists_only_learning_materials(session, register, made, sums):
    start_use(session, register.zandloper.id, sums.id, {"since": SINCE})
    found = made(code="schoolgids-leermiddelen")
    assert "Sommen" not in text(found)
    assert "gebruikt De Zandloper 1 leermiddel of toets van 1 leverancier." in text(found)
    assert found.file_name == "Uitgevers-en-distributeurs-De-Zandloper-2026-2027 (concept).docx"


def test_the_covenant_is_named_with_its_link_only_where_a_supplier_takes_part(session, register, made):
    assert "privacyconvenant.nl" not in text(made())
    entry = {"status": CovenantStatus.PARTICIPANT, "checked_on": TODAY}
    note_covenant(session, register.lettervlieg.id, entry)
    sentence = "1 van deze leveranciers is deelnemer van het Privacyconvenant Onderwijs."
    assert f"{sentence} https://www.privacyconvenant.nl" in text(made())


def test_what_is_unknown_is_marked_and_counted(session, register, made, sums):
    use = start_use(session, register.zandloper.id, sums.id, {"since": SINCE})
    found = made()
    assert set(found.gaps) == {
        Gap("Waarvoor, in gewone taal voor ouders", f"use/{use.id}/purpose_plain"),
        Gap("Privacybijsluiter", f"product/{sums.id}/privacy_annexes"),
    }
    assert "[Privacybijsluiter ontbreekt]" in marked(found.content)
    assert found.file_name.endswith("(concept - 2 open).docx")


def test_parents_are_led_to_the_school_else_to_the_board(session, register, made):
    assert "Vragen over deze lijst kunt u stellen aan: de privacy officer, privacy@getijden.example." in text(made())
    edit_school(session, register.zandloper.id, 1, {"contact_function": "de directie"})
    assert "Vragen over deze lijst kunt u stellen aan: de directie." in text(made())


def test_what_comes_out_of_a_proposal_is_told_in_a_draft(session, register, made, sums):
    start_use(session, register.zandloper.id, sums.id, {"since": SINCE})
    propose_annex(session, PrivacyAnnex, sums.id, {}, {"data": [{"category": "9"}]})
    assert "De gegevens van Sommen komen uit een bijsluiter die nog niet is geaccepteerd." in lines(made().content)


def test_an_empty_list_says_so(register, made):
    found = made(register.zonnewijzer)
    assert "In het register staan voor deze school geen leveranciers die in dit overzicht horen." in text(found)
    assert read(found.content).tables == []


def test_nasty_names_stand_in_it_as_they_are(session, register, made):
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"name": NASTY})
    edit_school(session, register.zandloper.id, 1, {"name": NASTY, "guide_note": f"{NASTY}\n{NASTY}"})
    found = made()
    assert cells(found)[1][1] == NASTY
    assert f"Wie gegevens krijgt van {NASTY}" in headings(found.content)
    assert f"{NASTY}\n{NASTY}" in lines(found.content)


def test_an_unknown_school_is_not_found(session, register):
    with pytest.raises(NotFound):
        compose(session, Order(KINDS["schoolgids"], 99, TODAY, TODAY))
