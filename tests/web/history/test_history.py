"""The screens of the history, as somebody reads and uses them."""

import csv
import io

import pytest
from sqlalchemy import select

from registry import access
from registry.access import BUILT_IN, Right, Viewer, bind
from registry.database import session_for
from registry.model import AuditEvent, School, Supplier
from registry.queries.history.kinds import PAGES
from registry.services.board.board import set_up_board
from registry.services.suppliers.suppliers import add_supplier, edit_supplier
from registry.services.uses.schools import edit_school
from registry.web.history.record_links import PAGES as LINKS


@pytest.fixture
def register(three_schools):
    """Three schools, a use and a supplier, entered by Jan Jansen who did more after that."""
    session = three_schools
    set_up_board(session, {"name": "Stichting Getijden"})
    bind(session, Viewer("Jan Jansen", frozenset(Right), account=12))
    edit_school(session, 1, 1, {"city": "Zuiderveen", "website": "https://klok.example"})
    edit_supplier(session, 1, 1, {"note": "=1+1", "city": "Noorderveen"})
    session.rollback()
    bind(session, BUILT_IN)
    return session


@pytest.fixture
def looking_as(monkeypatch):
    def looking_as(*rights, schools=None, account=None):
        monkeypatch.setattr(access, "BUILT_IN", Viewer("Piet", frozenset(rights), schools, account))

    return looking_as


class TestOneRecord:
    @pytest.mark.parametrize("page", ["/leveranciers/1", "/producten/1", "/scholen/1", "/gebruik/1", "/bestuur/"])
    def test_is_reached_from_its_page_and_back(self, register, visitor, page):
        link = visitor.open(page).tree.xpath("//a[text()='Geschiedenis']/@href")
        assert len(link) == 1
        told = visitor.open(link[0])
        assert told.status == 200
        assert told.tree.xpath("//a[starts-with(text(), 'Terug naar')]/@href")[0].rstrip("/") == page.rstrip("/")

    def test_tells_what_who_when_and_why(self, register, visitor):
        page = visitor.open("/geschiedenis/school/1")
        assert page.heading == "School De Klok"
        assert page.texts("//h2")[:2] == ["School gewijzigd", "School toegevoegd"]
        assert page.texts("//tr[th='Plaats']/td") == ["leeg", "Zuiderveen"]
        assert "door Jan Jansen" in page.text

    def test_has_no_names_for_who_may_not_read_the_history(self, register, visitor, looking_as):
        looking_as(Right.READ)
        page = visitor.open("/geschiedenis/school/1")
        assert "Jan Jansen" not in page.text
        assert "door een collega" in page.text
        assert "Alle wijzigingen" not in page.text

    @pytest.mark.parametrize(
        "address",
        ["/geschiedenis/school/99", "/geschiedenis/school/2", "/geschiedenis/audit_event/1", "/geschiedenis/school/0"],
    )
    def test_that_is_not_there_for_the_viewer_is_not_found(self, register, visitor, looking_as, address):
        looking_as(Right.READ, schools=frozenset({1}))
        page = visitor.open(address)
        assert page.status == 404
        assert "De Zandloper" not in page.text

    def test_has_a_way_to_it_from_every_kind_of_page(self, app):
        known = {table for table, _ in LINKS.values()}
        assert known == {kind.__tablename__ for kind in PAGES.values()} - {"generated_document"}
        assert LINKS.keys() <= app.view_functions.keys()


class TestAllChanges:
    def test_are_listed_the_newest_first(self, register, visitor):
        page = visitor.open("/geschiedenis/")
        assert page.texts("//h2")[:2] == ["Leverancier Lettervlieg B.V.", "School De Klok"]

    def test_are_filtered_by_the_address(self, register, visitor):
        page = visitor.open("/geschiedenis/?soort=school&wie=jan&waarom=gewijzigd")
        assert page.texts("//h2") == ["School De Klok"]
        assert page.tree.xpath("//input[@name='wie']/@value") == ["jan"]

    @pytest.mark.parametrize("wrong", ["van=gisteren", "tot=2026-02-30", "soort=zomaar", "wie=" + "x" * 300, "page=-1"])
    def test_what_cannot_be_read_is_told_and_does_not_narrow(self, register, visitor, wrong):
        page = visitor.open(f"/geschiedenis/?{wrong}")
        assert page.status == 200
        assert len(page.texts("//h2")) > 5
        assert bool(page.errors) is not wrong.startswith("page")

    def test_nothing_found_is_said(self, register, visitor):
        assert "Geen enkele wijziging" in visitor.open("/geschiedenis/?wie=niemand").text

    @pytest.mark.parametrize("address", ["/geschiedenis/", "/geschiedenis/csv"])
    def test_are_only_for_who_may_read_the_history(self, register, visitor, looking_as, address):
        looking_as(*(frozenset(Right) - {Right.READ_HISTORY}))
        assert visitor.open(address).status == 403

    def test_ask_the_database_no_more_for_a_longer_list(self, register, visitor, questions):
        visitor.open("/geschiedenis/")
        few = questions(lambda: visitor.open("/geschiedenis/"))
        for number in range(20):
            add_supplier(register, {"name": f"Leverancier {number}"})
        register.rollback()
        assert questions(lambda: visitor.open("/geschiedenis/")) <= few


class TestTheTable:
    @pytest.fixture
    def rows(self, register, visitor):
        def rows(question=""):
            response = visitor.client.get(f"/geschiedenis/csv?{question}")
            assert response.mimetype == "text/csv"
            assert "attachment; filename=geschiedenis.csv" in response.headers["Content-Disposition"]
            assert response.data.startswith(b"\xef\xbb\xbf")
            return list(csv.reader(io.StringIO(response.data.decode("utf-8-sig")), delimiter=";"))

        return rows

    def test_has_every_line_that_is_asked_for(self, register, rows):
        before = len(register.scalars(select(AuditEvent.id)).all())
        register.rollback()
        assert len(rows()) == before + 1
        assert {row[5] for row in rows("soort=school")[1:]} == {"school"}

    def test_calculates_nothing(self, rows):
        assert "'=1+1" in [row[-1] for row in rows("wie=jan")]

    def test_tells_in_words(self, rows):
        head, *lines = rows("soort=gebruik")
        told = {line[head.index("Veld")]: line[head.index("Is")] for line in lines}
        assert told["Product"] == "Letters"
        assert told["In gebruik sinds"] == "1 augustus 2025"

    def test_leaves_one_line_that_it_was_taken(self, register, rows):
        rows()
        noted = register.scalars(select(AuditEvent).where(AuditEvent.action == "noted")).all()
        assert [line.why for line in noted] == ["geschiedenis opgehaald als tabel"]

    def test_comes_in_pieces_without_losing_a_line(self, register, rows, monkeypatch):
        monkeypatch.setattr("registry.queries.history.rows.AT_ONCE", 3)
        numbers = [int(row[0]) for row in rows()[1:]]
        assert numbers == list(range(len(numbers), 0, -1))


class TestTakingBack:
    def test_puts_back_what_it_was(self, register, app, visitor):
        page = visitor.open("/geschiedenis/leverancier/1")
        address = page.tree.xpath("//a[text()='Draai deze wijziging terug']/@href")[0]
        done = visitor.submit(address)
        assert (done.status, done.heading) == (200, "Leverancier Lettervlieg B.V.")
        assert "is teruggedraaid" in done.text
        register.expire_all()
        assert register.get(Supplier, 1).city == ""

    def test_of_what_was_changed_meanwhile_is_refused(self, register, visitor):
        page = visitor.open("/geschiedenis/school/1/terugdraaien")
        edit_school(register, 1, 2, {"city": "Elders"})
        register.rollback()
        answer = visitor.send("/geschiedenis/school/1/terugdraaien", page)
        assert answer.status == 422
        assert "Intussen is er nog iets gewijzigd" in answer.text
        register.expire_all()
        assert register.get(School, 1).city == "Elders"

    def test_tells_beforehand_why_it_cannot_be(self, register, visitor):
        page = visitor.open("/geschiedenis/gebruik/1/terugdraaien")
        assert "Beëindig het" in page.text
        assert page.tree.xpath("//form[@method='post']") == []

    @pytest.mark.parametrize(
        ("address", "right"),
        [
            ("/geschiedenis/gebruik/1/terugdraaien", Right.EDIT_USES),
            ("/geschiedenis/leverancier/1/terugdraaien", Right.EDIT_REGISTER),
            ("/geschiedenis/school/1/terugdraaien", Right.SET_UP),
            ("/geschiedenis/bestuur/1/terugdraaien", Right.SET_UP),
        ],
    )
    def test_takes_the_right_that_edits_the_record(self, register, visitor, looking_as, address, right):
        looking_as(Right.READ, right)
        assert visitor.open(address).status == 200
        looking_as(*(frozenset(Right) - {right}))
        assert visitor.open(address).status == 403
        assert "Draai deze" not in visitor.open(address.removesuffix("/terugdraaien")).text

    def test_of_another_school_is_not_found(self, register, app, visitor, looking_as):
        looking_as(Right.READ, Right.EDIT_USES, schools=frozenset({2}))
        assert visitor.open("/geschiedenis/gebruik/1/terugdraaien").status == 404
        with app.app_context():
            assert session_for(BUILT_IN).scalar(select(AuditEvent.id).where(AuditEvent.why.like("terug%"))) is None
