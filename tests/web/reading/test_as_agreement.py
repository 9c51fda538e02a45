"""A read paper without annexes is kept as an agreement, with what it says as proposals."""

from io import BytesIO

import pytest

from registry.model import Agreement, ReadPaper
from registry.model.agreement_lists import AgreementStatus, FileKind
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.suppliers import add_supplier
from tests.documents.specimens import word_file

TEXT = (
    "Overeenkomst",
    "Deze overeenkomst volgt de Modelverwerkersovereenkomst 4.0.",
    "Partijen zijn het schoolbestuur en Lettervlieg.",
    "De overeenkomst gaat in op 1 augustus 2026 en loopt tot en met 31 juli 2028.",
)
FILE = word_file(*TEXT)
FORM = "/leveranciers/2/overeenkomsten/nieuw?stuk=1"


@pytest.fixture(autouse=True)
def suppliers(session):
    return [add_supplier(session, {"name": name}) for name in ("Anker", "Lettervlieg")]


@pytest.fixture
def paper(visitor):
    """Hand in the agreement; the page that tells that no annex was found."""
    return visitor.submit("/bijlagen-inlezen", file=(BytesIO(FILE), "overeenkomst.docx"))


def test_the_supplier_that_the_text_names_is_chosen_beforehand(paper):
    assert "geen privacybijsluiter en geen beveiligingsbijlage herkend" in paper.text
    assert paper.texts("//select[@name='supplier']/option")[:2] == ["Lettervlieg", "Anker"]


def test_who_chooses_no_supplier_is_asked_once_more(paper, visitor):
    assert visitor.open("/bijlagen-inlezen/1?supplier=").errors[0].endswith(": Kies een leverancier.")


def test_one_press_leads_to_the_form_with_what_was_read_as_proposals(paper, visitor):
    page = visitor.open("/bijlagen-inlezen/1?supplier=2")
    values = dict(page.values())
    assert (values["starts_on"], values["ends_on"]) == ("2026-08-01", "2028-07-31")
    assert (values["model_version"], values["arrangement"]) == ("mvo_4_0", "mvo_participant")
    assert values["status"] == "received"
    assert "file" not in values
    assert page.text.count("Voorstel uit het stuk: “") == 3


def test_saving_keeps_the_file_with_the_agreement_and_no_stray_copy(paper, visitor, session):
    page = visitor.submit(FORM, status="in_force")
    assert page.errors == []
    agreement = session.get(Agreement, 1)
    assert [(row.file.name, row.kind) for row in agreement.files] == [("overeenkomst.docx", FileKind.SIGNED)]
    assert agreement.files[0].file.content.content == FILE
    assert agreement.status is AgreementStatus.IN_FORCE
    assert session.get(ReadPaper, 1) is None


def test_what_cannot_be_saved_leaves_the_paper_where_it_was(paper, visitor, session):
    page = visitor.submit(FORM, starts_on="2029-01-01")
    assert page.status == 422
    assert session.get(Agreement, 1) is None
    assert session.get(ReadPaper, 1) is not None


def test_it_can_go_to_an_agreement_that_is_there_already(paper, visitor, session):
    add_agreement(session, 2, {"arrangement": "own_text"})
    link = "/overeenkomsten/1/bestanden/nieuw?stuk=1"
    assert visitor.open(FORM).tree.xpath(f"//main//a[@href='{link}']")
    visitor.submit(link, kind="letter")
    assert [(row.file.name, row.kind) for row in session.get(Agreement, 1).files] == [
        ("overeenkomst.docx", FileKind.LETTER)
    ]
    assert session.get(ReadPaper, 1) is None


def test_a_text_without_a_model_asks_first_what_was_agreed(visitor):
    visitor.submit("/bijlagen-inlezen", file=(BytesIO(word_file("Afspraken", "Met Anker.")), "brief.docx"))
    page = visitor.open("/leveranciers/1/overeenkomsten/nieuw?stuk=1")
    assert page.texts("//legend") == ["Wat is er afgesproken?"]
    assert page.tree.xpath("//input[@name='stuk']/@value") == ["1"]


def test_a_paper_that_is_not_there_is_not_found(visitor):
    assert visitor.open(FORM).status == 404
