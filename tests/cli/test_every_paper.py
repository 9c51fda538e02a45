"""`generate`: a command for every paper, with the options that it needs."""

import pytest

from registry.documents import pdf
from registry.model import PrivacyAnnex
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import propose_annex
from registry.services.paper import KINDS
from registry.services.suppliers.products import add_product
from tests.cli.refusing import refused
from tests.documents.specimens import headings, lines

OF_ONE = {
    "supplier": ["--supplier", "Lettervlieg B.V."],
    "school": ["--school", "99XX01"],
    "product": ["--product", "Letters"],
    "privacy_annex": ["--product", "Letters"],
    "security_annex": ["--product", "Letters"],
    "school_board": [],
    "breach": ["--number", "1"],
    "subprocessor_notice": ["--number", "1"],
    "practice_check": ["--number", "1"],
}


# A paper may ask for ground that this register does not give, such as a request that was never sent.
WRITTEN = ("agreement-complete", "agreement", "annex-1", "annex-2", "annex-3", "schoolgids", "schoolgids-leermiddelen")


@pytest.mark.parametrize("code", [code for code in KINDS if code not in WRITTEN])
def test_another_paper_is_written_or_refused_with_a_sentence(generate, left, code):
    result = generate(code, *OF_ONE[KINDS[code].subject], "--out", "uit.docx", "--on", "2026-08-01")
    written = (result.exit_code, result.stderr, left()) == (0, "", ["uit.docx"])
    assert written or (result.exit_code, result.stderr.count("\n"), left()) == (2, 1, [])


@pytest.mark.parametrize("code", WRITTEN)
def test_a_paper_is_written(generate, tmp_path, code, session, register):
    propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "3.0"})
    result = generate(code, *OF_ONE[KINDS[code].subject], "--out", "uit.docx", "--on", "2026-08-01")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Geschreven: uit.docx (concept)\n")
    assert lines((tmp_path / "uit.docx").read_bytes())


@pytest.mark.parametrize("code", KINDS)
def test_a_paper_tells_its_options(generate, code):
    result = generate(code, "--help")
    assert result.exit_code == 0
    assert "--out" in result.stdout


def test_the_papers_are_listed_with_their_titles(generate):
    told = generate("--help").stdout
    assert [code for code in KINDS if f"  {code}" not in told] == []
    assert "Bijlage 1" in told


def test_a_paper_that_does_not_exist_is_refused(generate, left):
    result = generate("zomaar", "--out", "uit.docx")
    assert (result.exit_code, left()) == (2, [])


class TestAnAgreement:
    def test_has_its_annexes_unless_asked_otherwise(self, generate, tmp_path):
        generate("agreement", "--supplier", "Lettervlieg", "--out", "met.docx")
        generate("agreement", "--supplier", "Lettervlieg", "--out", "zonder.docx", "--without-annexes")
        found = [headings((tmp_path / name).read_bytes()) for name in ("met.docx", "zonder.docx")]
        assert ["Bijlage 3 – Afwijkingen" in one for one in found] == [True, False]

    def test_can_be_chosen_by_its_number(self, generate, session, register):
        other = add_agreement(session, register.lettervlieg.id, {"model_version": "supplier_own"})
        result = generate("agreement", "--supplier", "Lettervlieg", "--agreement", str(other.id), "--out", "uit.docx")
        assert "Let op: In het register staat bij deze overeenkomst" in result.stdout

    def test_of_another_supplier_is_refused(self, generate, left):
        result = generate("agreement", "--supplier", "Lettervlieg", "--agreement", "99", "--out", "uit.docx")
        assert refused(result, "Lettervlieg B.V. heeft geen overeenkomst met nummer 99. Wel: 1.")
        assert left() == []

    def test_without_a_supplier_is_refused(self, generate, left):
        assert refused(generate("agreement", "--out", "uit.docx"), "Geef één leverancier met --supplier")
        assert left() == []


class TestAnAnnex:
    def test_of_an_unknown_product_is_refused_with_what_comes_near(self, generate, left):
        result = generate("annex-1", "--product", "Leters", "--out", "uit.docx")
        assert refused(result, "geen product met de naam “Leters” in het register. Lijkt erop: Letters.")
        assert left() == []

    def test_of_one_of_two_products_with_a_name_asks_for_the_supplier(self, generate, session, register):
        add_product(session, register.duo.id, {"name": "letters"})
        refusal = generate("annex-1", "--product", "Letters", "--out", "uit.docx")
        assert refused(refusal, "Noem ook de leverancier.")
        result = generate("annex-1", "--product", "letters", "--supplier", "Lettervlieg", "--out", "uit.docx")
        assert result.exit_code == 0

    def test_that_is_not_there_is_refused(self, generate, session, register, left):
        add_product(session, register.lettervlieg.id, {"name": "Cijfers"})
        result = generate("annex-2", "--product", "Cijfers", "--out", "uit.docx")
        assert refused(result, "staat nog niet in het register")
        assert left() == []


class TestAPdf:
    def test_comes_beside_the_word_file(self, generate, tmp_path, left, monkeypatch):
        monkeypatch.setattr("registry.cli.papers.office", lambda: "soffice")
        monkeypatch.setattr("registry.cli.papers.pdf", lambda content: b"%PDF-" + content[:2])
        result = generate("schoolgids", "--school", "99XX01", "--out", "gids.docx", "--pdf")
        assert result.stdout.splitlines()[-1] == "Geschreven: gids.pdf"
        assert left() == ["gids.docx", "gids.pdf"]
        assert (tmp_path / "gids.pdf").read_bytes() == b"%PDF-PK"

    def test_without_libreoffice_is_a_sentence_and_the_word_file_is_there(self, generate, left, monkeypatch):
        monkeypatch.setattr("registry.cli.papers.office", lambda: None)
        result = generate("schoolgids", "--school", "99XX01", "--out", "gids.docx", "--pdf")
        assert (result.exit_code, result.stderr) == (0, f"{pdf.NOT_FOUND}\n")
        assert left() == ["gids.docx"]
