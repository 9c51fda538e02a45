"""Annex versions: proposed, edited, accepted, withdrawn; what was once in force stays as it was."""

from datetime import date

import pytest
from sqlalchemy import select

from registry.errors import BrokenRule, ChangedMeanwhile, NotFound
from registry.model import AuditEvent, PrivacyAnnex, SecurityAnnex
from registry.model.annex_state import AnnexStatus
from registry.reference import facts
from registry.services.annexes.annexes import accept_annex, edit_annex, replaced_by, withdraw_annex

FIRST, SECOND, THIRD = date(2026, 8, 1), date(2027, 2, 1), date(2027, 8, 1)


def lines_since(session, last):
    """What the history got after line `last`, without ids."""
    lines = session.scalars(select(AuditEvent).where(AuditEvent.id > last).order_by(AuditEvent.id))
    return [(line.action, line.record, line.field, line.old, line.new) for line in lines]


def last_line(session):
    return session.scalars(select(AuditEvent.id).order_by(AuditEvent.id.desc())).first()


class TestAccepting:
    def test_the_version_before_ends_on_the_day_that_the_new_one_begins(self, session, propose):
        old, new = propose(), propose()
        accept_annex(session, PrivacyAnnex, old.id, FIRST)
        assert replaced_by(new) is old
        accept_annex(session, PrivacyAnnex, new.id, SECOND)
        assert (old.status, old.accepted_on, old.superseded_on) == (AnnexStatus.SUPERSEDED, FIRST, SECOND)
        assert (new.status, new.accepted_on, new.superseded_on) == (AnnexStatus.ACCEPTED, SECOND, None)

    def test_on_every_day_exactly_one_version_holds(self, session, product, propose):
        for day in (FIRST, SECOND, THIRD):
            accept_annex(session, PrivacyAnnex, propose().id, day)
        held = [sum(annex.holds_on(day) for annex in product.privacy_annexes) for day in (FIRST, SECOND, THIRD)]
        assert held == [1, 1, 1]

    def test_a_new_version_cannot_hold_before_the_one_it_replaces(self, session, propose):
        old, new = propose(), propose()
        accept_annex(session, PrivacyAnnex, old.id, SECOND)
        with pytest.raises(BrokenRule) as fault:
            accept_annex(session, PrivacyAnnex, new.id, FIRST)
        assert fault.value.field == "on"
        assert (old.status, new.status) == (AnnexStatus.ACCEPTED, AnnexStatus.PROPOSED)

    def test_both_kinds_hold_beside_each_other(self, session, product, propose, secure):
        accept_annex(session, PrivacyAnnex, propose().id, FIRST)
        accept_annex(session, SecurityAnnex, secure().id, FIRST)
        assert product.privacy_annex_on(FIRST)
        assert product.security_annex_on(FIRST)

    def test_a_withdrawn_proposal_replaces_nothing(self, session, propose):
        old, aside = propose(), propose()
        accept_annex(session, PrivacyAnnex, old.id, FIRST)
        withdraw_annex(session, PrivacyAnnex, aside.id)
        with pytest.raises(BrokenRule, match="ligt vast"):
            accept_annex(session, PrivacyAnnex, aside.id, SECOND)
        assert old.status is AnnexStatus.ACCEPTED

    def test_who_accepts_what_somebody_changed_meanwhile_is_told(self, session, propose):
        annex = propose({"edition": "1"})
        edit_annex(session, PrivacyAnnex, annex.id, 1, {"edition": "2"})
        with pytest.raises(ChangedMeanwhile) as fault:
            accept_annex(session, PrivacyAnnex, annex.id, FIRST, seen=1)
        assert fault.value.changes == [("Versie", "1", "2")]
        assert annex.status is AnnexStatus.PROPOSED

    def test_a_number_of_the_other_kind_is_not_found(self, session, propose):
        annex = propose()
        with pytest.raises(NotFound):
            accept_annex(session, SecurityAnnex, annex.id, FIRST)


class TestEditing:
    @pytest.mark.parametrize("settle", [lambda *to: accept_annex(*to, FIRST), withdraw_annex])
    def test_a_fixed_version_is_never_overwritten(self, session, propose, settle):
        annex = propose({"edition": "1"}, data=[{"category": "1.1"}])
        settle(session, PrivacyAnnex, annex.id)
        with pytest.raises(BrokenRule, match="ligt vast"):
            edit_annex(session, PrivacyAnnex, annex.id, annex.version, {"edition": "2"}, {"data": []})
        assert (annex.edition, [item.category for item in annex.data]) == ("1", ["1.1"])

    def test_the_second_saver_is_told_what_changed(self, session, propose):
        annex = propose({"edition": "1"})
        edit_annex(session, PrivacyAnnex, annex.id, 1, {}, {"purposes": [{"purpose": "LT-b"}]})
        with pytest.raises(ChangedMeanwhile) as fault:
            edit_annex(session, PrivacyAnnex, annex.id, 1, {"edition": "2"}, {"purposes": []})
        assert ("Doel", "", facts().purposes["LT-b"].label) in fault.value.changes
        assert [row.purpose for row in annex.purposes] == ["LT-b"]

    def test_the_history_has_only_what_really_changed(self, session, propose):
        annex = propose(data=[{"category": "1.1", "subjects": ("pupil",)}, {"category": "7b", "note": "niveau"}])
        last = last_line(session)
        rows = [{"category": "1.1", "subjects": ("pupil", "teacher")}, {"category": "7b", "note": "niveau"}]
        edit_annex(session, PrivacyAnnex, annex.id, 1, {}, {"data": rows})
        assert lines_since(session, last) == [("changed", "annex_data", "subjects", "pupil", "pupil teacher")]

    def test_a_purpose_that_somebody_else_added_first_is_not_added_twice(self, session, propose):
        annex = propose()
        edit_annex(session, PrivacyAnnex, annex.id, 1, {}, {"purposes": [{"purpose": "LT-b", "note": "van haar"}]})
        edit_annex(session, PrivacyAnnex, annex.id, 2, {}, {"purposes": [{"purpose": "LT-b", "note": "van hem"}]})
        assert [(row.purpose, row.note) for row in annex.purposes] == [("LT-b", "van hem")]

    def test_two_rows_about_one_category_stay_two(self, session, propose):
        rows = [{"category": "1.1", "subjects": ("pupil",)}, {"category": "1.1", "subjects": ("parent",)}]
        annex = propose(data=rows)
        edit_annex(session, PrivacyAnnex, annex.id, 1, {}, {"data": rows})
        assert [item.subjects for item in annex.data] == [("pupil",), ("parent",)]

    def test_a_changed_answer_is_one_line_in_the_history(self, session, secure):
        annex = secure(measures=[{"measure": "backup", "answer": "met"}])
        last = last_line(session)
        rows = {"measures": [{"measure": "backup", "answer": "partly"}]}
        edit_annex(session, SecurityAnnex, annex.id, 1, {}, rows)
        assert lines_since(session, last) == [("changed", "measure", "answer", "met", "partly")]
