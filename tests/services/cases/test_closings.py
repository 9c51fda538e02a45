"""Stopping with a product: its dossier, per school and at the supplier, and what is due of it."""

from datetime import date

import pytest

from registry.errors import AlreadyExists, BrokenRule, ChangedMeanwhile, NotFound
from registry.model import Closing
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due import due
from registry.queries.uses.school_list import school_list
from registry.services.cases.closings import (
    add_line,
    attach_statement,
    closing_line,
    edit_closing,
    edit_line,
    open_closing,
)
from registry.services.uses.uses import end_use, start_use
from tests.complete_register import SINCE, complete_register

BEGUN, TODAY, LAST = date(2027, 5, 1), date(2027, 6, 1), date(2027, 7, 31)
LATER = date(2027, 9, 1)
PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"


@pytest.fixture
def register(session):
    found = complete_register(session)
    start_use(session, found.zonnewijzer.id, found.letters.id, {"since": SINCE})
    return found


@pytest.fixture
def closing(session, register):
    return open_closing(session, register.letters.id, {"begun_on": BEGUN}, TODAY)


def stopped(session, closing, today=LATER):
    for line in closing.lines:
        edit_line(session, closing.id, line.id, 1, {"accounts_closed_on": LAST, "export_note": "niets"}, LAST, today)
    return closing


def items(session, on):
    found = due(session, on)
    return [(item.on, item.action) for item in found if item.kind is DeadlineKind.DELETION_STATEMENT]


def refused(session, closing, today=LATER, **fields):
    with pytest.raises(BrokenRule) as caught:
        edit_closing(session, closing.id, closing.version, fields, today)
    return caught.value.field


class TestPerSchool:
    def test_opening_it_ends_nothing(self, closing):
        assert [(line.school.name, line.use.until) for line in closing.lines] == [
            ("De Zandloper", None),
            ("De Zonnewijzer", None),
        ]

    def test_a_use_that_was_over_can_be_added_once(self, session, register):
        use = register.zandloper.uses[0]
        end_use(session, use.id, date(2027, 1, 31))
        closing = open_closing(session, register.letters.id, {"begun_on": BEGUN}, TODAY)
        assert [line.school.name for line in closing.lines] == ["De Zonnewijzer"]
        assert add_line(session, closing.id, use.id) is add_line(session, closing.id, use.id)
        assert len(closing.lines) == 2

    @pytest.mark.parametrize(("on", "is_listed"), [(LAST, True), (date(2027, 8, 1), False)], ids=["last", "after"])
    def test_the_list_of_the_schoolgids_follows_the_last_day(self, session, register, closing, on, is_listed):
        stopped(session, closing)
        rows = school_list(session, register.zandloper.id, on).rows
        assert any(row.product == "Letters" for row in rows) is is_listed

    def test_a_last_day_can_be_moved_and_not_taken_away(self, session, closing):
        line = closing.lines[0]
        edit_line(session, closing.id, line.id, 1, {}, LAST, TODAY)
        edit_line(session, closing.id, line.id, 2, {}, date(2027, 7, 15), TODAY)
        with pytest.raises(BrokenRule) as caught:
            edit_line(session, closing.id, line.id, 3, {}, None, TODAY)
        assert (caught.value.field, line.use.until) == ("until", date(2027, 7, 15))

    def test_a_last_day_far_away_is_a_slip(self, session, closing):
        line = closing.lines[0]
        with pytest.raises(BrokenRule, match="31 juli 2028") as caught:
            edit_line(session, closing.id, line.id, 1, {}, date(2099, 1, 1), TODAY)
        assert (caught.value.field, line.use.until) == ("until", None)

    def test_two_at_once_lose_nothing(self, session, closing):
        edit_line(session, closing.id, closing.lines[0].id, 1, {"exported_on": TODAY}, None, TODAY)
        with pytest.raises(ChangedMeanwhile):
            edit_line(session, closing.id, closing.lines[0].id, 1, {"accounts_closed_on": TODAY}, None, TODAY)

    def test_a_line_of_another_dossier_is_not_found(self, session, closing):
        with pytest.raises(NotFound):
            closing_line(session, closing.id + 1, closing.lines[0].id)


class TestTheDossier:
    def test_a_product_has_one_under_way(self, session, register, closing):
        with pytest.raises(AlreadyExists):
            open_closing(session, register.letters.id, {"begun_on": TODAY}, TODAY)

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"received_on": date(2027, 9, 2)}, "received_on"),
            ({"requested_on": TODAY, "due_on": BEGUN}, "due_on"),
            ({"deleted_on": LATER}, "received_on"),
            ({"done_on": LATER}, "done_on"),
            ({"begun_on": None}, "begun_on"),
        ],
        ids=["in the future", "promised before asked", "deleted without a statement", "uses run", "no begin"],
    )
    def test_what_cannot_be_is_told_at_its_field(self, session, closing, fields, field):
        assert refused(session, closing, **fields) == field

    def test_it_is_not_finished_without_a_statement_unless_somebody_says_why(self, session, closing):
        stopped(session, closing)
        assert refused(session, closing, done_on=LATER) == "note"
        assert edit_closing(session, closing.id, 1, {"done_on": LATER, "note": "failliet"}, LATER).done_on == LATER

    def test_the_same_file_is_kept_once(self, session, closing):
        attach_statement(session, closing.id, "verklaring.pdf", PDF)
        with pytest.raises(BrokenRule):
            attach_statement(session, closing.id, "nog eens.pdf", PDF)
        assert [one.file.name for one in session.get(Closing, closing.id).files] == ["verklaring.pdf"]


class TestWhatIsDue:
    def test_nothing_while_a_school_has_no_last_day(self, session, closing):
        assert items(session, LATER) == []

    def test_the_statement_is_to_be_asked_after_the_last_day(self, session, closing):
        stopped(session, closing)
        assert items(session, LAST) == [(LAST, "Vraag de verklaring")]
        assert items(session, date(2027, 7, 30)) == []

    @pytest.mark.parametrize(
        ("promised", "day"),
        [(None, date(2027, 8, 29)), (date(2027, 8, 20), date(2027, 8, 20))],
        ids=["asked", "promised"],
    )
    def test_it_is_due_as_promised_or_four_weeks_after_it_was_asked(self, session, closing, promised, day):
        stopped(session, closing)
        edit_closing(session, closing.id, 1, {"requested_on": date(2027, 8, 1), "due_on": promised}, LATER)
        assert items(session, LATER) == [(day, "Vraag ernaar")]

    def test_a_statement_of_before_the_last_day_is_kept_and_still_due(self, session, closing):
        stopped(session, closing)
        early = {"received_on": date(2027, 8, 5), "deleted_on": date(2027, 7, 30)}
        assert edit_closing(session, closing.id, 1, early, LATER).statement_is_too_early
        assert items(session, LATER) == [(LAST, "Vraag een nieuwe verklaring")]

    def test_a_good_statement_ends_it_from_the_day_that_it_came(self, session, closing):
        stopped(session, closing)
        came = {"received_on": date(2027, 8, 20), "deleted_on": date(2027, 8, 10)}
        edit_closing(session, closing.id, 1, came, LATER)
        assert (items(session, date(2027, 8, 19)), items(session, LATER)) == ([(LAST, "Vraag de verklaring")], [])
