"""Answering in a round through the API: a school about its use, the board about an agreement, by the same rules."""

from datetime import date

import pytest

from registry.model import Review, Use
from registry.model.review import Conclusion, Reply
from registry.services.uses.uses import edit_use
from tests.api.round_lines import AGREED, YES, all_answered, answer, faults, judge, path_to, tag

TODAY = date.today()


class TestASchoolAnswers:
    def test_about_its_use_and_other_groups_hold_at_once(self, lines, writer, session):
        body = {**YES, "groepen": "4 en 5", "gegevensKloppen": "no", "toelichting": "Ook een foto."}
        told = answer(writer, lines["zandloper"], body)
        assert (told.status_code, told.json["beantwoordOp"]) == (200, TODAY.isoformat())
        assert told.headers["ETag"].strip('"') == tag(writer, lines["zandloper"])
        line = session.get(Review, lines["zandloper"])
        assert (line.still_used, line.data_right, line.data_note) == (Reply.YES, Reply.NO, "Ook een foto.")
        assert line.use.groups == "4 en 5"

    def test_bit_by_bit_and_what_is_not_sent_stays(self, lines, writer):
        half = answer(writer, lines["zandloper"], {"nogInGebruik": "yes"}).json
        assert (half["nogInGebruik"], half["beantwoordOp"]) == ("yes", None)
        whole = answer(writer, lines["zandloper"], {"gegevensKloppen": "unsure"}).json
        assert (whole["nogInGebruik"], whole["beantwoordOp"]) == ("yes", TODAY.isoformat())

    @pytest.mark.parametrize(
        ("body", "status", "pointer"),
        [
            ({"nogInGebruik": "no"}, 422, "#/laatsteDag"),
            ({**YES, "gegevensKloppen": "no"}, 422, "#/toelichting"),
            ({"nogInGebruik": "not_applicable"}, 400, "#/nogInGebruik"),
            ({"groepen": "x" * 201}, 400, "#/groepen"),
            ({"conclusie": "agreed"}, 400, "#/conclusie"),
            ({"adviesVanDeFg": "Goed."}, 400, "#/adviesVanDeFg"),
        ],
        ids=["no day", "no note", "no reply of a school", "too long", "of an agreement", "the FG's advice"],
    )
    def test_what_is_wrong_is_named_at_its_field_and_nothing_is_kept(
        self, lines, writer, session, body, status, pointer
    ):
        told = answer(writer, lines["zandloper"], body)
        assert (told.status_code, [place for place, _ in faults(told)]) == (status, [pointer])
        assert session.get(Review, lines["zandloper"]).version == 1

    def test_who_did_not_see_the_newest_answer_overwrites_nothing(self, lines, writer):
        seen = tag(writer, lines["zandloper"])
        answer(writer, lines["zandloper"], YES)
        told = answer(writer, lines["zandloper"], {"nogInGebruik": "unsure"}, seen)
        assert (told.status_code, told.headers["ETag"].strip('"')) == (412, tag(writer, lines["zandloper"]))
        assert [one["is"] for one in told.json["wijzigingen"]] == ["ja", "ja"]
        assert writer.get(path_to(lines["zandloper"])).json["nogInGebruik"] == "yes"

    def test_who_did_not_see_the_newest_groups_of_the_use_changes_none(self, lines, writer, session):
        seen = tag(writer, lines["zandloper"])
        edit_use(session, 1, session.get(Use, 1).version, {"groups": "8"})
        session.rollback()
        told = answer(writer, lines["zandloper"], {**YES, "groepen": "3"}, seen)
        assert (told.status_code, [one["is"] for one in told.json["wijzigingen"]]) == (412, ["8"])
        assert told.headers["ETag"].strip('"') == tag(writer, lines["zandloper"]) != seen
        assert session.get(Use, 1).groups == "8"

    @pytest.mark.parametrize("seen", ["", "1", "9-9", "0-1", "x", "1-1-1", "9" * 12])
    def test_a_state_that_never_was_is_refused(self, lines, writer, seen):
        told = answer(writer, lines["zandloper"], YES, seen)
        assert (told.status_code, told.json["wijzigingen"]) == (412, [])

    def test_a_star_is_the_newest_state_and_no_state_is_refused(self, lines, writer):
        path = path_to(lines["zandloper"], "/_beantwoorden")
        assert writer.post(path, YES).status_code == 428
        assert writer.post(path, YES, headers={"If-Match": "*"}).status_code == 200

    def test_a_line_of_the_other_kind_is_refused_with_a_sentence(self, lines, writer):
        assert "gaat over een overeenkomst" in answer(writer, lines["agreement"], YES).json["detail"]
        assert "gaat over een product" in judge(writer, lines["zandloper"], AGREED).json["detail"]


class TestAnAgreement:
    def test_is_answered_by_code_of_the_question(self, lines, writer, session):
        told = judge(writer, lines["agreement"], {**AGREED, "besluit": "Zo laten.", "antwoorden": all_answered()})
        assert (told.status_code, told.json["beantwoordOp"]) == (200, TODAY.isoformat())
        line = session.get(Review, lines["agreement"])
        assert (line.conclusion, line.decision) == (Conclusion.AGREED, "Zo laten.")
        assert {one.answer for one in line.answers} == {Reply.YES}

    def test_a_question_that_is_not_sent_keeps_its_answer_and_its_note(self, lines, writer):
        first, second = (one["vraag"] for one in all_answered()[:2])
        judge(writer, lines["agreement"], {"antwoorden": [{"vraag": first, "antwoord": "no", "notitie": "Zie mail."}]})
        judge(writer, lines["agreement"], {"antwoorden": [{"vraag": second, "antwoord": "unsure"}]})
        rows = judge(writer, lines["agreement"], {"antwoorden": [{"vraag": first, "antwoord": "yes"}]}).json[
            "antwoorden"
        ]
        told = [(one["vraag"], one["antwoord"], one["notitie"]) for one in rows]
        assert told == [(first, "yes", "Zie mail."), (second, "unsure", "")]

    @pytest.mark.parametrize(
        ("body", "status", "pointer"),
        [
            ({"conclusie": "action"}, 422, "#/besluit"),
            ({"antwoorden": [{"vraag": "", "antwoord": "yes"}]}, 422, "#/antwoorden"),
            ({"antwoorden": [{"vraag": "nooit", "antwoord": "yes"}]}, 400, "#/antwoorden/0/vraag"),
            ({"antwoorden": [{"antwoord": "yes"}]}, 400, "#/antwoorden/0/vraag"),
            ({"antwoorden": "ja"}, 400, "#/antwoorden"),
            ({"nogInGebruik": "yes"}, 400, "#/nogInGebruik"),
            ({"adviesVanDeFg": "Goed."}, 400, "#/adviesVanDeFg"),
        ],
        ids=["no decision", "no question", "no such question", "none named", "no list", "of a use", "the FG's advice"],
    )
    def test_what_is_wrong_is_named_and_nothing_is_kept(self, lines, writer, session, body, status, pointer):
        told = judge(writer, lines["agreement"], body)
        assert (told.status_code, [place for place, _ in faults(told)]) == (status, [pointer])
        assert session.get(Review, lines["agreement"]).version == 1

    def test_a_question_twice_is_refused(self, lines, writer):
        told = judge(writer, lines["agreement"], {"antwoorden": [*all_answered(), all_answered()[0]]})
        assert (told.status_code, faults(told)[0][1]) == (400, "Deze vraag staat er twee keer.")

    def test_who_did_not_see_the_newest_answers_overwrites_nothing(self, lines, writer):
        judge(writer, lines["agreement"], {**AGREED, "antwoorden": all_answered()}, "1")
        told = judge(writer, lines["agreement"], {"conclusie": "action", "besluit": "x"}, "1")
        assert (told.status_code, told.headers["ETag"]) == (412, '"2"')
        assert ["akkoord" in one["is"] for one in told.json["wijzigingen"]].count(True) == 1
