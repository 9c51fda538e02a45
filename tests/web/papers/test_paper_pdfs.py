"""A paper as PDF: offered where LibreOffice is, and never in the way of the Word file."""

import pytest

from registry.documents.pdf import FAILED
from registry.errors import NoPdf
from registry.web.papers import paper_desk, paper_pdfs
from tests.complete_register import complete_register

LINK = "//a[text()='Concept als PDF']/@href"


@pytest.fixture
def lettervlieg(session):
    return f"/documenten/leverancier/{complete_register(session).lettervlieg.id}"


@pytest.fixture
def office(monkeypatch):
    """A stand-in for LibreOffice, which tests/documents/test_pdf.py tries itself."""
    monkeypatch.setattr(paper_desk, "office", lambda: "soffice")
    monkeypatch.setattr(paper_pdfs, "pdf", lambda content: b"%PDF-" + content[:2])


def test_is_offered_only_where_it_can_be_made(visitor, lettervlieg, monkeypatch):
    monkeypatch.setattr(paper_desk, "office", lambda: None)
    assert visitor.open(lettervlieg).tree.xpath(LINK) == []


@pytest.mark.parametrize("address", ["/documenten/leverancier/1", "/documenten/school/1?op=2026-08-01"])
def test_the_draft_is_given_under_its_own_name(visitor, lettervlieg, office, address):
    response = visitor.client.get(visitor.open(address).tree.xpath(LINK)[0])
    assert (response.mimetype, response.data) == ("application/pdf", b"%PDF-PK")
    assert "(concept).pdf" in response.headers["Content-Disposition"]


def test_the_choices_on_the_page_go_along(visitor, lettervlieg, office):
    response = visitor.client.get(visitor.open(f"{lettervlieg}?welk=annex-3").tree.xpath(LINK)[0])
    assert "Bijlage-3-Afwijkingen-Lettervlieg" in response.headers["Content-Disposition"]


def test_a_final_paper_is_given_as_pdf(visitor, lettervlieg, office):
    page = visitor.submit(lettervlieg)
    response = visitor.client.get(page.tree.xpath("//table//a[contains(., 'PDF')]/@href")[0])
    assert response.data == b"%PDF-PK"
    assert response.headers["Content-Disposition"].endswith("Lettervlieg-BV.pdf")


def test_a_pdf_that_fails_is_a_sentence(visitor, lettervlieg, office, monkeypatch):
    def fails(content):
        raise NoPdf(FAILED)

    monkeypatch.setattr(paper_pdfs, "pdf", fails)
    page = visitor.open(f"{lettervlieg}/pdf")
    assert page.status == 422
    assert FAILED in page.text
