"""The history as blocks: one change of one record, for whom it may be seen."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import String
from sqlalchemy.orm import mapped_column

from registry.access import BUILT_IN, Right, Viewer, bind
from registry.database import change, history
from registry.model import School
from registry.model.base import is_secret
from registry.model.statement import StatementKind
from registry.queries.history.blocks import Block, find_blocks
from registry.queries.history.wanted import OTHER, Wanted
from registry.services.board.statements import add_statement
from registry.services.suppliers.suppliers import add_supplier, edit_supplier
from registry.services.uses.schools import add_school, edit_school

JAN = Viewer("Jan Jansen", frozenset(Right), account=12)


@pytest.fixture
def register(session):
    """A supplier and two schools that Jan entered, and what the built-in viewer did after that."""
    bind(session, JAN)
    supplier = add_supplier(session, {"name": "Lettervlieg"}, {"contacts": [{"email": "fg@lettervlieg.example"}]})
    with change(session, "scholen ingelezen") as running:
        running.at = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)  # already 2 March in the Netherlands
        for name in ("De Zandloper", "De Zonnewijzer"):
            add_school(session, {"name": name})
    bind(session, BUILT_IN)
    edit_supplier(session, supplier.id, 1, {"city": "Zuiderveen"}, {"contacts": []})
    add_statement(session, {"kind": StatementKind.SCHOOL_GUIDE, "title": "Schoolgids", "school_id": 2})
    history.note(session, "aangemeld", "account", 12, at_once=True)
    session.rollback()
    return session


def found(session, **wanted):
    blocks, total = find_blocks(session, Wanted(**wanted), 0, 50)
    assert total == len(blocks)
    return [block.name or block.kind for block in blocks]


def test_one_change_of_one_record_is_one_block_and_the_newest_comes_first(register):
    blocks, total = find_blocks(register, Wanted(), 0, 50)
    assert total == 6
    assert [(block.name, block.why) for block in blocks[1:]] == [
        ("Verklaring Schoolgids", "verklaring toegevoegd"),
        ("Leverancier Lettervlieg", "leverancier gewijzigd"),
        ("School De Zandloper", "scholen ingelezen"),
        ("School De Zonnewijzer", "scholen ingelezen"),
        ("Leverancier Lettervlieg", "leverancier toegevoegd"),
    ]


def test_a_record_without_a_name_is_called_after_its_kind(register):
    blocks, _ = find_blocks(register, Wanted(), 0, 50)
    assert [block.title for block in blocks[:2]] == ["Account nummer 12", "Verklaring Schoolgids"]
    nameless = Block(1, blocks[0].at, "Jan", "", "practice_check", 3, "nummer 3", "")
    assert nameless.title == "Vergelijking met de praktijk nummer 3"


def test_a_block_tells_first_of_the_record_and_then_of_its_rows(register):
    block = find_blocks(register, Wanted(kind="leverancier"), 0, 1)[0][0]
    assert [(part.action, part.title) for part in block.parts] == [("changed", ""), ("removed", "Contact weggehaald")]
    assert [(line.label, line.old, line.new) for line in block.parts[0].lines] == [("Plaats", "", "Zuiderveen")]
    assert ("E-mailadres", "fg@lettervlieg.example", "") in [
        (line.label, line.old, line.new) for line in block.parts[1].lines
    ]
    assert "Leverancier" not in [line.label for line in block.parts[1].lines]


def test_pages_hold_whole_blocks(register):
    pages = [find_blocks(register, Wanted(), skip, 2)[0] for skip in (0, 2, 4, 6)]
    assert [len(page) for page in pages] == [2, 2, 2, 0]
    assert len({(block.change_id, block.subject, block.subject_id) for page in pages for block in page}) == 6


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"who": "jansen"}, ["School De Zandloper", "School De Zonnewijzer", "Leverancier Lettervlieg"]),
        ({"who": "%"}, []),
        ({"why": "GEWIJZIGD"}, ["Leverancier Lettervlieg"]),
        ({"kind": "verklaring"}, ["Verklaring Schoolgids"]),
        ({"kind": OTHER}, ["account"]),
        ({"until": date(2026, 3, 1)}, []),
        ({"since": date(2026, 3, 2), "until": date(2026, 3, 2)}, ["School De Zandloper", "School De Zonnewijzer"]),
        ({"record": ("school", 1)}, ["School De Zandloper"]),
        ({"with_notes": False, "kind": OTHER}, []),
    ],
)
def test_only_what_is_asked_for_is_found(register, wanted, names):
    assert found(register, **wanted) == names


class TestAViewerWithSchools:
    @pytest.fixture
    def coordinator(self, register):
        register.expunge_all()
        bind(register, Viewer("Piet", frozenset({Right.READ}), frozenset({1}), account=13))
        return register

    def test_sees_only_what_is_there_for_them(self, coordinator):
        assert found(coordinator) == ["Leverancier Lettervlieg", "School De Zandloper", "Leverancier Lettervlieg"]

    def test_reads_no_names_of_people(self, coordinator):
        assert {block.who for block in find_blocks(coordinator, Wanted(), 0, 50)[0]} == {"een collega"}

    def test_reads_what_they_did_themselves(self, coordinator):
        bind(coordinator, Viewer("Jan Jansen", frozenset({Right.READ}), frozenset({1}), account=12))
        assert [block.who for block in find_blocks(coordinator, Wanted(), 0, 50)[0]] == ["een collega", "u", "u"]

    def test_reads_all_names_with_the_right(self, coordinator):
        bind(coordinator, Viewer("FG", frozenset({Right.READ_HISTORY}), frozenset({1})))
        assert "Jan Jansen" in {block.who for block in find_blocks(coordinator, Wanted(), 0, 50)[0]}


class TestASecret:
    @pytest.fixture
    def city(self, monkeypatch):
        """The city of a school, as if it were a password."""
        info = School.city.property.columns[0].info
        monkeypatch.setitem(info, "secret", True)
        monkeypatch.setattr(history, "_recorded", history._recorded.__wrapped__)  # else it was asked before

    def test_leaves_only_that_it_changed(self, session, city):
        school = add_school(session, {"name": "De Klok", "city": "geheim1"})
        edit_school(session, school.id, 1, {"city": "geheim2"})
        blocks, _ = find_blocks(session, Wanted(), 0, 50)
        told = [line for block in blocks for part in block.parts for line in part.lines if line.label == "Plaats"]
        assert [(line.old, line.new) for line in told] == [("wordt niet getoond", "wordt niet getoond")] * 2
        everything = session.connection().exec_driver_sql("SELECT * FROM audit_event").all()
        assert "geheim" not in repr(everything)

    def test_is_what_a_column_says(self):
        column = mapped_column(String, info={"secret": True}).column
        assert is_secret(type("attribute", (), {"columns": [column]}))
        assert not is_secret(School.name.property)


def test_a_long_history_is_counted_no_further_than_needed_and_every_page_of_it_can_be_had(register, monkeypatch):
    monkeypatch.setattr("registry.queries.history.blocks.COUNTED", 2)
    pages = [find_blocks(register, Wanted(), skip, 1) for skip in range(7)]
    assert [total for _, total in pages] == [3, 4, 5, 6, 6, 6, 6]
    assert [len(some) for some, _ in pages] == [1, 1, 1, 1, 1, 1, 0]
    assert len({(one.change_id, one.subject, one.subject_id) for some, _ in pages for one in some}) == 6
