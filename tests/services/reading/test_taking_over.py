"""From a paper to a proposed annex: what was ticked, and no more."""

from datetime import date

import pytest
from sqlalchemy import func, inspect, select

from registry.errors import BrokenRule, ChangedMeanwhile, NotFound
from registry.exchange.annexes import whole
from registry.model import FileContent, PrivacyAnnex, ReadPaper, SecurityAnnex, StoredFile, Supplier
from registry.model.annex_state import AnnexStatus
from registry.queries.reading.whose import papers
from registry.services.reading.papers import drop_paper, keep_paper
from registry.services.reading.taking_over import Chosen, take_over
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from tests.reading import PDF, PRIVACY, SECURITY, says

TODAY = date(2026, 11, 27)
ALL = frozenset(PRIVACY) | frozenset(SECURITY)


@pytest.fixture
def product(session):
    return add_product(session, add_supplier(session, {"name": "Lettervlieg"}).id, {"name": "Lettervlieg"})


@pytest.fixture
def paper(session, monkeypatch):
    says(monkeypatch, PRIVACY, SECURITY)
    return keep_paper(session, "bijsluiter.pdf", PDF, TODAY)


def chosen(product, ticked=ALL, new=()):
    return Chosen(product.supplier_id, (product.id,), new, frozenset(ticked))


def number_of(session, kind):
    return session.scalar(select(func.count()).select_from(kind))


class TestKeeping:
    def test_the_same_file_twice_is_one_paper(self, session, paper):
        assert keep_paper(session, "kopie.pdf", PDF, TODAY).id == paper.id
        assert number_of(session, StoredFile) == 1

    def test_nothing_of_it_is_in_the_register_yet(self, session, paper):
        assert number_of(session, Supplier) == number_of(session, PrivacyAnnex) == 0

    def test_nobody_waits_with_writing_while_a_file_is_read(self, session, monkeypatch):
        says(monkeypatch, PRIVACY)
        held, read = [], whole.read_whole
        monkeypatch.setattr(
            "registry.exchange.annexes.whole.read_whole",
            lambda name, content: held.append("change" in session.info) or read(name, content),
        )
        keep_paper(session, "bijsluiter.pdf", PDF, TODAY)
        assert held == [False]

    def test_a_list_of_papers_leaves_their_text_alone(self, session, paper):
        session.expire_all()
        (listed,) = papers(session)
        assert "pages" in inspect(listed).unloaded

    def test_letting_go_takes_the_bytes_too(self, session, paper):
        drop_paper(session, paper.id, paper.version)
        assert number_of(session, ReadPaper) == number_of(session, StoredFile) == number_of(session, FileContent) == 0

    def test_letting_go_leaves_what_came_of_it(self, session, paper, product):
        take_over(session, paper.id, 0, paper.version, chosen(product))
        drop_paper(session, paper.id, paper.version)
        assert number_of(session, PrivacyAnnex) == 1


class TestAPrivacyAnnex:
    def test_everything_ticked_comes_into_a_proposal(self, session, paper, product):
        (annex,) = take_over(session, paper.id, 0, paper.version, chosen(product))
        assert annex.status is AnnexStatus.PROPOSED
        assert (annex.edition, annex.dated, annex.source) == ("2.1", date(2026, 9, 1), "ingelezen uit bijsluiter.pdf")
        assert [row.purpose for row in annex.purposes] == ["LT-a", "LT-c"]
        assert [(row.category, row.subjects) for row in annex.data] == [("1.1", ("pupil",)), ("7b", ("pupil",))]
        assert [row.category for row in annex.denials] == ["13"]
        assert [(row.name, row.country) for row in annex.subprocessors] == [("Wolkenhuis", "NL")]
        assert [(row.data, row.term) for row in annex.retention] == [("resultaten", "2 jaar")]
        assert annex.contact_email == "privacy@lettervlieg.example"

    def test_a_safeguard_goes_only_to_the_country_that_needs_one(self, session, paper, product):
        (annex,) = take_over(session, paper.id, 0, paper.version, chosen(product))
        assert [(row.country, row.safeguard) for row in annex.storage] == [("US", "scc"), ("NL", "")]

    def test_what_is_not_ticked_stays_out(self, session, paper, product):
        (annex,) = take_over(session, paper.id, 0, paper.version, chosen(product, {"purposes"}))
        assert [row.purpose for row in annex.purposes] == ["LT-a", "LT-c"]
        assert (annex.data, annex.storage, annex.retention, annex.edition) == ([], [], [], "")

    @pytest.mark.parametrize("people", [["pupil", "parent"], [], None], ids=["two kinds", "none", "not found"])
    def test_whose_data_it_is_stays_open_where_the_paper_does_not_say(self, session, monkeypatch, product, people):
        says(monkeypatch, PRIVACY | {"data_subjects": people})
        paper = keep_paper(session, "b.pdf", PDF, TODAY)
        (annex,) = take_over(session, paper.id, 0, paper.version, chosen(product))
        assert [row.subjects for row in annex.data] == [(), ()]

    @pytest.mark.parametrize(("stated", "none"), [([], True), (None, False)], ids=["said there are none", "not found"])
    def test_no_subprocessors_is_said_only_where_the_paper_says_so(self, session, monkeypatch, product, stated, none):
        says(monkeypatch, PRIVACY | {"subprocessors": stated})
        paper = keep_paper(session, "b.pdf", PDF, TODAY)
        (annex,) = take_over(session, paper.id, 0, paper.version, chosen(product))
        assert (annex.no_subprocessors, annex.subprocessors) == (none, [])


class TestASecurityAnnex:
    def test_levels_hours_and_whose_certificate_it_is(self, session, paper, product):
        (annex,) = take_over(session, paper.id, 1, paper.version, chosen(product))
        assert isinstance(annex, SecurityAnnex)
        assert (annex.availability, annex.integrity, annex.confidentiality) == ("medium", "high", "")
        assert (annex.breach_email, annex.breach_hours) == ("lek@lettervlieg.example", 24)
        told = [(row.name, row.of_subprocessor, row.ends_on) for row in annex.certificates]
        assert told == [("ISO 27001", True, date(2027, 1, 31)), ("NEN 7510", False, None)]


class TestForWhom:
    def test_a_new_supplier_and_product_are_made_of_what_the_paper_says(self, session, paper):
        new = Chosen(None, (), ("Lettervlieg",), frozenset({"purposes"}))
        (annex,) = take_over(session, paper.id, 0, paper.version, new)
        supplier = annex.product.supplier
        assert (supplier.name, supplier.kvk, annex.product.name) == ("Lettervlieg B.V.", "12345678", "Lettervlieg")

    def test_each_product_gets_a_proposal_of_its_own(self, session, paper, product):
        made = take_over(session, paper.id, 0, paper.version, chosen(product, new=("Lettervlieg Plus",)))
        assert [annex.product.name for annex in made] == ["Lettervlieg", "Lettervlieg Plus"]

    def test_without_a_product_nothing_is_made(self, session, paper, product):
        with pytest.raises(BrokenRule, match="Kies voor welk product"):
            take_over(session, paper.id, 0, paper.version, Chosen(product.supplier_id, (), (), ALL))
        assert number_of(session, PrivacyAnnex) == 0

    def test_a_product_of_another_supplier_is_refused(self, session, paper, product):
        other = add_supplier(session, {"name": "Een ander"})
        with pytest.raises(BrokenRule, match="van deze leverancier"):
            take_over(session, paper.id, 0, paper.version, Chosen(other.id, (product.id,), (), ALL))


class TestOnce:
    def test_a_part_that_was_taken_over_is_refused(self, session, paper, product):
        take_over(session, paper.id, 0, paper.version, chosen(product))
        with pytest.raises(BrokenRule, match="al overgenomen"):
            take_over(session, paper.id, 0, paper.version, chosen(product))
        assert number_of(session, PrivacyAnnex) == 1

    def test_two_at_once_make_one(self, session, paper, product):
        seen = paper.version
        take_over(session, paper.id, 0, seen, chosen(product))
        with pytest.raises(ChangedMeanwhile):
            take_over(session, paper.id, 1, seen, chosen(product))

    def test_the_paper_is_done_when_something_came_of_each_part(self, session, paper, product):
        take_over(session, paper.id, 0, paper.version, chosen(product))
        assert not paper.is_done
        take_over(session, paper.id, 1, paper.version, chosen(product))
        assert paper.is_done

    def test_there_is_no_third_part(self, session, paper, product):
        with pytest.raises(NotFound):
            take_over(session, paper.id, 2, paper.version, chosen(product))
