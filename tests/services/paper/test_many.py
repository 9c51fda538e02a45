"""Many papers at once: what is made, what is not, how often the database is asked, and what stays in the register."""

from datetime import UTC, date, datetime
from io import BytesIO
from itertools import islice
from zipfile import ZipFile

import pytest
from sqlalchemy import event

from registry.database import db
from registry.model import GeneratedDocument
from registry.services.paper import KINDS, Asked, Order, Templates, compose, make_many, many, zip_of
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, edit_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, TODAY
from tests.documents.specimens import lines

NOW = datetime(2026, 8, 1, 12, 0, tzinfo=UTC)


def asked(kind, *records):
    return [Asked(Order(KINDS[kind], one.id, TODAY, TODAY), one.name) for one in records]


@pytest.fixture
def make(session, tmp_path):
    def make(wanted, **options):
        return make_many(session, wanted, compose, Templates(tmp_path), **options)

    return make


@pytest.fixture
def questions(session):
    """How many questions a call asks the database."""
    seen = []

    def note(*call):
        seen.append(call[2])

    def count(call):
        session.rollback()
        session.expunge_all()
        seen.clear()
        list(call())
        return len([one for one in seen if one.startswith("SELECT")])

    event.listen(db.engine, "before_cursor_execute", note)
    yield count
    event.remove(db.engine, "before_cursor_execute", note)


def suppliers(session, number):
    """Suppliers, each with a product that is in use at school 1."""
    for place in range(number):
        supplier = add_supplier(session, {"name": f"Leverancier {place}"})
        product = add_product(session, supplier.id, {"name": f"Product {place}"})
        start_use(session, 1, product.id, {"since": SINCE})
        yield supplier


class TestDrafts:
    def test_each_is_the_paper_that_is_made_alone(self, make, register):
        one, two = make(asked("schoolgids", register.zandloper, register.zonnewijzer))
        assert "Wie gegevens krijgt van De Zandloper" in lines(one.made.content)
        assert "Wie gegevens krijgt van De Zonnewijzer" in lines(two.made.content)

    def test_none_of_them_is_kept(self, session, make, register):
        list(make(asked("schoolgids", register.zandloper)))
        assert session.query(GeneratedDocument).count() == 0

    def test_the_next_is_not_begun_before_it_is_asked_for(self, make, register, monkeypatch):
        begun = []
        monkeypatch.setattr(many, "draft", lambda paper, templates: begun.append(paper.title))
        stream = make(asked("schoolgids", register.zandloper, register.zonnewijzer))
        next(stream)
        assert len(begun) == 1

    def test_a_batch_is_read_only_when_its_turn_comes(self, make, register, monkeypatch):
        monkeypatch.setattr(many, "BATCH", 1)
        taken = []

        def one_by_one():
            for one in asked("schoolgids", register.zandloper, register.zonnewijzer):
                taken.append(one)
                yield one

        list(islice(make(one_by_one()), 1))
        assert len(taken) == 1

    def test_no_look_at_the_database_stays_open_while_papers_wait(self, session, make, register):
        stream = make(asked("schoolgids", register.zandloper, register.zonnewijzer))
        next(stream)
        assert not session.in_transaction()
        assert not list(session.identity_map.values())


class TestHowOftenTheDatabaseIsAsked:
    def test_about_suppliers_does_not_grow_with_them(self, session, make, register, questions):
        found = list(suppliers(session, 6))
        few = asked("agreement-complete", *found[:2])
        more = asked("agreement-complete", *found)
        assert questions(lambda: make(few)) == questions(lambda: make(more)) < 30

    def test_about_a_complete_agreement_is_no_more(self, session, make, register, questions):
        complete = asked("agreement-complete", register.lettervlieg)
        assert questions(lambda: make(complete)) < 30

    def test_about_schools_does_not_grow_with_them(self, session, make, register, questions):
        list(suppliers(session, 3))
        others = [add_school(session, {"name": f"School {place}"}) for place in range(5)]
        for school in others:
            start_use(session, school.id, register.letters.id, {"since": SINCE})
        few, more = asked("schoolgids", register.zandloper), asked("schoolgids", register.zandloper, *others)
        assert questions(lambda: make(few)) == questions(lambda: make(more)) < 20


class TestWhatFails:
    def test_a_broken_rule_is_told_and_the_rest_goes_on(self, make, register):
        one, two = make(asked("agreement-complete", register.duo, register.lettervlieg))
        assert (one.made, two.failure) == (None, "")
        assert one.failure.startswith("Met DUO sluit het bestuur geen verwerkersovereenkomst.")

    def test_a_record_that_went_away_is_told(self, make, register):
        gone = Asked(Order(KINDS["schoolgids"], 999, TODAY, TODAY), "De Weg")
        one, two = make([gone, *asked("schoolgids", register.zandloper)])
        assert one.failure == "Deze school staat niet in het register."
        assert two.made is not None

    def test_a_fault_of_the_register_itself_is_told_and_logged(self, make, register, monkeypatch, caplog):
        def broken(paper, templates):
            raise ZeroDivisionError(paper.title)

        monkeypatch.setattr(many, "draft", broken)
        (one,) = make(asked("schoolgids", register.zandloper))
        assert one.failure.startswith("Er ging iets mis in het register zelf.")
        assert "ZeroDivisionError" in caplog.text

    def test_it_stands_in_the_zip_beside_the_papers(self, make, register):
        wanted = asked("agreement-complete", register.duo, register.lettervlieg)
        archive = ZipFile(BytesIO(b"".join(zip_of(make(wanted)))))
        name = "Verwerkersovereenkomst-met-bijlagen-Lettervlieg-BV (concept).docx"
        assert archive.namelist() == [name, "niet-gemaakt.txt"]
        told = archive.read("niet-gemaakt.txt").decode("utf-8-sig")
        assert told.startswith("Verwerkersovereenkomst met bijlagen – DUO: Met DUO sluit")

    def test_without_a_failure_the_zip_has_no_such_text(self, make, register):
        archive = ZipFile(BytesIO(b"".join(zip_of(make(asked("schoolgids", register.zandloper))))))
        assert archive.namelist() == ["Leverancierslijst-De-Zandloper-2026-2027 (concept).docx"]


class TestFinals:
    def test_they_are_kept_as_they_were_given(self, session, make, register):
        (one,) = make(asked("schoolgids", register.zandloper), final_at=NOW)
        kept = session.query(GeneratedDocument).one()
        assert (kept.subject_id, kept.file.content.content) == (1, one.made.content)

    def test_one_with_a_gap_is_told_and_not_kept(self, session, make, register):
        incomplete, complete = add_supplier(session, {"name": "Rekenwolk"}), register.lettervlieg.id
        one, two = make(asked("agreement-complete", incomplete, register.lettervlieg), final_at=NOW)
        assert "kan nog niet definitief zijn" in one.failure
        assert two.made is not None
        assert [kept.subject_id for kept in session.query(GeneratedDocument)] == [complete]

    def test_a_batch_is_one_transaction(self, session, make, register, monkeypatch):
        monkeypatch.setattr(many, "BATCH", 1)
        stream = make(asked("schoolgids", register.zandloper, register.zonnewijzer), final_at=NOW)
        next(stream)
        stream.close()
        assert session.query(GeneratedDocument).count() == 1


class TestNamesOfFiles:
    @pytest.mark.parametrize(("mark", "name"), [("99XX01", "-99XX01 (concept"), ("", "2026-2027 (concept")])
    def test_a_mark_stands_behind_the_title(self, make, register, mark, name):
        order = Order(KINDS["schoolgids"], register.zandloper.id, TODAY, TODAY)
        (one,) = make([Asked(order, "De Zandloper", mark)])
        assert name in one.file_name

    def test_a_draft_tells_what_is_open(self, session, make, register):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": ""})
        (one,) = make(asked("agreement", register.lettervlieg))
        assert one.file_name.endswith(" (concept - 1 open).docx")

    def test_notes_come_along(self, session, make, register):
        (one,) = make(asked("agreement-complete", add_supplier(session, {"name": "Rekenwolk"})))
        assert one.notes[0].startswith("Er staat nog geen overeenkomst in het register.")


def test_the_day_of_an_order_is_the_day_of_the_paper(make, register):
    order = Order(KINDS["schoolgids"], register.zandloper.id, date(2025, 7, 31), TODAY)
    (one,) = make([Asked(order, "De Zandloper")])
    assert "stand op 31 juli 2025" in "\n".join(lines(one.made.content))
