"""Answering about several products at once."""

from datetime import date

import pytest

from registry.errors import BrokenRule
from registry.model.review import Reply
from registry.services.rounds.answering import answer_uses
from tests.complete_register import TODAY
from tests.rounds import opened_round, reply

WRONG_DAY = {"still_used": Reply.YES, "data_right": Reply.YES, "last_day": TODAY}
NO_DAY_NO_NOTE = {"still_used": Reply.NO, "data_right": Reply.NO}


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_kept(session):
    opened = opened_round(session)
    lines = opened.zonnewijzer, opened.zandloper
    with pytest.raises(BrokenRule) as caught:
        answer_uses(session, [reply(lines[0], **NO_DAY_NO_NOTE), reply(lines[1], **WRONG_DAY)], TODAY)
    told = [one.field for one in (caught.value, *caught.value.others)]
    assert told == [f"{lines[0].id}/last_day", f"{lines[0].id}/data_note", f"{lines[1].id}/last_day"]
    assert [line.still_used for line in lines] == [Reply.OPEN] * 2


def test_what_was_right_before_the_wrong_one_is_not_kept_either(session):
    opened = opened_round(session)
    right = reply(opened.zonnewijzer, still_used=Reply.NO, last_day=date(2026, 7, 31))
    with pytest.raises(BrokenRule) as caught:
        answer_uses(session, [right, reply(opened.zandloper, **WRONG_DAY)], TODAY)
    assert caught.value.others == ()
    assert opened.zonnewijzer.answered_on is None
