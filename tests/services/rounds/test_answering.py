"""Answering in a round: schools about products, the privacy officer about agreements, the FG with advice."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from registry.access import RIGHTS, Viewer, bind
from registry.errors import BrokenRule, ChangedMeanwhile, NotAllowed, NotFound, RegisterError, UnknownCode
from registry.model import Action, Use
from registry.model.account import Role
from registry.model.action import ActionOrigin
from registry.model.agreement_lists import Risk
from registry.model.review import Conclusion, Reply
from registry.queries.deadlines.due import due
from registry.reference import active, facts
from registry.services.rounds.answering import advise, answer_agreement, answer_uses
from registry.services.rounds.rounds import stop_round
from registry.services.uses.uses import edit_use
from tests.complete_register import TODAY
from tests.rounds import ANSWER_BY, answer, opened_round, reply

TOMORROW = TODAY + timedelta(days=1)
YES = {"still_used": Reply.YES, "data_right": Reply.YES}
NO = {"still_used": Reply.NO, "last_day": date(2026, 7, 31)}


@pytest.fixture
def opened(session):
    return opened_round(session)


def all_answered(reply=Reply.YES):
    return {question.code: (reply, "") for question in active(facts().review_questions)}


def judge(session, line, answers=None, action=None, **fields):
    is_whole = len(answers or {}) == len(all_answered())
    usual = Conclusion.AGREED if is_whole else Conclusion.OPEN
    fields = {"conclusion": usual, "risk": Risk.LOW, "decision": ""} | fields
    return answer_agreement(session, line.id, line.version, fields, answers or {}, TODAY, action)


class TestASchool:
    @pytest.mark.parametrize(
        ("fields", "is_complete"),
        [
            (YES, True),
            (NO, True),
            (YES | {"data_right": Reply.UNSURE}, True),
            (YES | {"data_right": Reply.OPEN, "groups": "3"}, False),
            ({"data_right": Reply.YES}, False),
        ],
        ids=["yes", "no", "unsure", "half", "only the data"],
    )
    def test_a_line_is_answered_when_all_that_is_asked_was_said(self, session, opened, fields, is_complete):
        answer(session, opened.zandloper, **fields)
        assert (opened.zandloper.answered_on == TODAY) is is_complete

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"still_used": Reply.NO}, "last_day"),
            (NO | {"last_day": date(2020, 1, 1)}, "last_day"),
            (YES | {"last_day": TODAY}, "last_day"),
            (NO | {"last_day": date(2027, 8, 1)}, "last_day"),
            (YES | {"data_right": Reply.NO}, "data_note"),
            ({"groups": "x" * 201}, "groups"),
        ],
        ids=["no day", "before it began", "a day with yes", "after this school year", "no note", "too long"],
    )
    def test_what_is_wrong_is_named_with_its_line_and_nothing_is_kept(self, session, opened, fields, field):
        lines = opened.zonnewijzer, opened.zandloper
        with pytest.raises(RegisterError) as caught:
            answer_uses(session, [reply(lines[0], **YES), reply(lines[1], **fields)], TODAY)
        assert caught.value.field == f"{lines[1].id}/{field}"
        assert [line.still_used for line in lines] == [Reply.OPEN] * 2

    def test_other_groups_are_other_groups_in_the_register_at_once(self, session, opened):
        answer(session, opened.zandloper, groups="4 en 5", **YES)
        assert opened.zandloper.use.groups == "4 en 5"

    def test_groups_that_were_changed_meanwhile_are_told_and_not_lost(self, session, opened):
        use, late = opened.zandloper.use, reply(opened.zandloper, groups="4", **YES)
        edit_use(session, use.id, use.version, {"groups": "6"})
        with pytest.raises(ChangedMeanwhile) as caught:
            answer_uses(session, [late], TODAY)
        assert caught.value.changes == [("Groepen of klassen", "", "6")]
        assert (session.get(Use, use.id).groups, opened.zandloper.still_used) == ("6", Reply.OPEN)

    def test_two_at_once_lose_nothing(self, session, opened):
        late = reply(opened.zandloper, **YES)
        answer(session, opened.zandloper, **NO)
        with pytest.raises(ChangedMeanwhile) as caught:
            answer_uses(session, [late], TODAY)
        assert ("Nog in gebruik", "nog niet beantwoord", "nee") in caught.value.changes
        assert opened.zandloper.still_used is Reply.NO

    def test_another_school_does_not_exist(self, session, opened):
        own = opened.register.zonnewijzer.id
        late = reply(opened.zandloper, **YES)
        session.expunge_all()
        bind(session, Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({own})))
        with pytest.raises(NotFound):
            answer_uses(session, [late], TODAY)


class TestThePrivacyOfficer:
    def test_an_agreement_is_judged_when_every_question_has_an_answer_and_there_is_a_conclusion(self, session, opened):
        line = judge(session, opened.agreement, {"right_party": (Reply.YES, "Nummer klopt.")})
        assert (line.answered_on, line.answer_to("right_party").note) == (None, "Nummer klopt.")
        judge(session, line, all_answered(Reply.NOT_APPLICABLE))
        assert (line.answered_on, len(line.answers)) == (TODAY, len(facts().review_questions))

    def test_a_question_that_is_not_asked_any_more_keeps_its_answer(self, session, opened):
        line = judge(session, opened.agreement, {"right_party": (Reply.NO, "")})
        judge(session, line, {"right_model": (Reply.YES, "")})
        assert line.answer_to("right_party").answer is Reply.NO

    def test_an_unknown_question_is_refused(self, session, opened):
        with pytest.raises(UnknownCode):
            judge(session, opened.agreement, {"eigen": (Reply.YES, "")})

    def test_action_needed_says_what_was_decided(self, session, opened):
        with pytest.raises(BrokenRule) as caught:
            judge(session, opened.agreement, conclusion=Conclusion.ACTION)
        assert caught.value.field == "decision"

    def test_nobody_agrees_to_what_they_did_not_look_at(self, session, opened):
        with pytest.raises(BrokenRule, match="nog niet beantwoord") as caught:
            judge(session, opened.agreement, {"right_party": (Reply.YES, "")}, conclusion=Conclusion.AGREED)
        assert caught.value.field == "conclusion"

    @pytest.mark.parametrize("doubt", [Reply.NO, Reply.UNSURE], ids=["no", "unsure"])
    def test_who_agrees_although_something_is_not_right_says_why(self, session, opened, doubt):
        answers = all_answered() | {"right_party": (doubt, "")}
        with pytest.raises(BrokenRule) as caught:
            judge(session, opened.agreement, answers)
        assert caught.value.field == "decision"
        noted = answers | {"right_party": (doubt, "Het nummer is aangevraagd.")}
        assert judge(session, opened.agreement, noted).conclusion is Conclusion.AGREED

    def test_an_action_is_made_right_there(self, session, opened):
        wanted = {"what": "Vraag de nieuwe bijsluiter", "owner": "privacy officer", "due_on": TOMORROW}
        line = judge(session, opened.agreement, action=wanted)
        action = session.scalars(select(Action)).one()
        assert (action.origin, action.supplier_id) == (ActionOrigin.ROUND, opened.register.lettervlieg.id)
        assert [row.action for row in line.actions] == [action]

    def test_two_at_once_are_told_which_question_changed(self, session, opened):
        seen = opened.agreement.version
        judge(session, opened.agreement, {"right_party": (Reply.NO, "Oud bestuur.")})
        with pytest.raises(ChangedMeanwhile) as caught:
            answer_agreement(session, opened.agreement.id, seen, {}, {"right_model": (Reply.YES, "")}, TODAY)
        question = facts().review_questions["right_party"].label
        assert (f"{question} Antwoord", "", "nee") in caught.value.changes
        assert not [label for label, _, _ in caught.value.changes if "Regel van de jaarronde" in label]
        assert opened.agreement.answer_to("right_model") is None


class TestTheAdvice:
    def test_it_is_kept_with_its_day(self, session, opened):
        advise(session, opened.agreement.id, 1, "Sluit geen nieuwe module aan.", TODAY)
        assert (opened.agreement.advice, opened.agreement.advised_on) == ("Sluit geen nieuwe module aan.", TODAY)

    @pytest.mark.parametrize("role", [role for role in Role if role is not Role.DPO], ids=lambda role: role.value)
    def test_nobody_but_the_fg_writes_it(self, session, opened, role):
        bind(session, Viewer("iemand", RIGHTS[role]))
        with pytest.raises(NotAllowed):
            advise(session, opened.agreement.id, 1, "Akkoord", TODAY)

    def test_the_checklist_leaves_it_alone(self, session, opened):
        advise(session, opened.agreement.id, 1, "Let op.", TODAY)
        assert judge(session, opened.agreement).advice == "Let op."


class TestTheReminder:
    def told(self, session, on):
        found = due(session, on, ANSWER_BY)
        return [(item.subject, item.sentence, item.on) for item in found if item.kind.value == "round"]

    def test_who_has_not_answered_is_due_by_the_day_of_the_round(self, session, opened):
        answer(session, opened.zandloper, **YES)
        assert self.told(session, TOMORROW) == [
            ("De Zonnewijzer", "Jaarronde 2026, De Zonnewijzer: 1 van 1 product nog te beantwoorden", ANSWER_BY),
            ("het bestuur", "Jaarronde 2026: 1 van 1 overeenkomst nog te beantwoorden", ANSWER_BY),
        ]

    def test_nobody_is_reminded_of_a_stopped_round(self, session, opened):
        stop_round(session, opened.round.id, 1, TODAY)
        assert self.told(session, TODAY) == []

    def test_a_coordinator_hears_of_their_own_school(self, session, opened):
        own = opened.register.zonnewijzer.id
        bind(session, Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({own})))
        assert [subject for subject, _, _ in self.told(session, TODAY)] == ["De Zonnewijzer", "het bestuur"]
