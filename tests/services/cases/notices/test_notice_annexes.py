"""The proposed annex that follows from a notice about a subprocessor."""

import pytest

from registry.errors import BrokenRule, NotFound
from registry.model.annex_state import AnnexStatus
from registry.model.subprocessor_notice import NoticeDecision, SubprocessorChange
from registry.services.cases.notice_annexes import propose_from_notice
from registry.services.cases.notices import edit_notice
from tests.services.cases.notices.written import TODAY


class TestTheNewAnnex:
    @pytest.mark.parametrize(
        ("fields", "tree"),
        [
            ({}, [("Wolkenhuis B.V.", "NL", ""), ("Postduif", "NL", "Wolkenhuis B.V."), ("Mailduif Inc.", "US", "")]),
            (
                {"change": SubprocessorChange.REPLACED, "replaces": "wolkenhuis b.v."},
                [("Mailduif Inc.", "US", ""), ("Postduif", "NL", "Mailduif Inc.")],
            ),
            (
                {"change": SubprocessorChange.CHANGED, "name": "Postduif"},
                [("Wolkenhuis B.V.", "NL", ""), ("Postduif", "US", "Wolkenhuis B.V.")],
            ),
            ({"change": SubprocessorChange.LEFT, "name": "Postduif"}, [("Wolkenhuis B.V.", "NL", "")]),
        ],
        ids=["added", "replaced", "changed", "left"],
    )
    def test_it_is_the_holding_one_with_the_change_in_its_tree(self, session, register, keep, fields, tree):
        annex = propose_from_notice(session, keep(**fields).id, register.letters.id, TODAY)
        assert [(one.name, one.country, one.works_for) for one in annex.subprocessors] == tree
        assert (annex.status, annex.data[0].category, annex.options[0].description) == (
            AnnexStatus.PROPOSED,
            "1.1",
            "Resultaten delen met de uitgever",
        )

    def test_asked_twice_it_is_one_proposal(self, session, register, keep):
        notice = keep()
        first = propose_from_notice(session, notice.id, register.letters.id, TODAY)
        assert propose_from_notice(session, notice.id, register.letters.id, TODAY) is first

    @pytest.mark.parametrize(
        "fields",
        [
            {"change": SubprocessorChange.LEFT, "name": "Onbekend"},
            {"change": SubprocessorChange.LEFT, "name": "Wolkenhuis B.V."},
            {"name": "POSTDUIF"},
            {"decision": NoticeDecision.OBJECTION, "decided_on": TODAY},
        ],
        ids=["unknown", "somebody works for it", "there already", "objection"],
    )
    def test_what_does_not_fit_the_tree_is_told(self, session, register, keep, fields):
        notice = keep(**fields)
        with pytest.raises(BrokenRule):
            propose_from_notice(session, notice.id, register.letters.id, TODAY)
        session.rollback()
        assert len(register.letters.privacy_annexes) == 2

    def test_of_a_product_outside_the_notice_there_is_none(self, session, keep):
        with pytest.raises(NotFound):
            propose_from_notice(session, keep().id, 99, TODAY)

    def test_its_product_stays_on_the_notice(self, session, register, keep):
        notice = keep()
        propose_from_notice(session, notice.id, register.letters.id, TODAY)
        with pytest.raises(BrokenRule):
            edit_notice(session, notice.id, notice.version, {}, [], TODAY)
