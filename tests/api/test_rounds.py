"""The annual round, for other systems: how far it is, its lines, and who may see and answer them."""

from datetime import date, timedelta

import pytest

from registry.model import Use
from registry.model.api_key import KeyScope
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.services.rounds.rounds import stop_round
from registry.services.uses.uses import edit_use
from tests.api.round_lines import AGREED, YES, answer, judge, path_to, tag

TODAY = date.today()


class TestReading:
    def test_a_round_is_listed_with_how_it_stands(self, lines, reader):
        (one,) = reader.get("/jaarrondes").json["resultaten"]
        assert (one["jaar"], one["stand"], one["geopendOp"]) == (TODAY.year, "loopt", TODAY.isoformat())

    def test_one_round_tells_how_far_everybody_is(self, lines, reader, writer):
        before = reader.get("/jaarrondes/1")
        answer(writer, lines["zandloper"], YES)
        told = reader.get("/jaarrondes/1")
        assert told.headers["ETag"] != before.headers["ETag"]
        assert (told.json["gevraagd"], told.json["beantwoord"]) == (3, 1)
        assert told.json["overeenkomsten"] == {"gevraagd": 1, "beantwoord": 0}
        assert told.json["scholen"] == [
            {"school": 1, "naam": "De Zandloper", "gevraagd": 1, "beantwoord": 1},
            {"school": 2, "naam": "De Zonnewijzer", "gevraagd": 1, "beantwoord": 0},
        ]

    @pytest.mark.parametrize(
        ("question", "expected"),
        [
            ("", {"agreement", "zandloper", "zonnewijzer"}),
            ("?school=2", {"zonnewijzer"}),
            ("?beantwoord=true", {"zandloper"}),
            ("?beantwoord=false", {"agreement", "zonnewijzer"}),
            ("?beantwoord=true&school=2", set()),
            ("?pagina=2", set()),
        ],
    )
    def test_its_lines_are_narrowed_to_what_is_asked(self, lines, writer, question, expected):
        answer(writer, lines["zandloper"], YES)
        found = writer.get(f"/jaarrondes/1/regels{question}").json
        assert {one["id"] for one in found["resultaten"]} == {lines[name] for name in expected}
        assert found["totaal"] == (3 if question == "?pagina=2" else len(expected))

    def test_what_ended_outside_the_round_is_asked_no_more(self, lines, session, reader):
        edit_use(session, 1, session.get(Use, 1).version, {"until": TODAY - timedelta(days=1)})
        assert reader.get("/jaarrondes/1/regels").json["totaal"] == reader.get("/jaarrondes/1").json["gevraagd"] == 2

    def test_a_line_is_about_a_use_or_about_an_agreement(self, lines, reader):
        of_use, of_agreement = (reader.get(path_to(lines[name])).json for name in ("zandloper", "agreement"))
        assert (of_use["gebruik"], of_use["overeenkomst"], of_use["school"]) == (1, None, 1)
        assert (of_agreement["gebruik"], of_agreement["overeenkomst"], of_agreement["antwoorden"]) == (None, 1, [])

    def test_who_has_the_newest_line_gets_nothing_again_until_line_or_use_changes(self, lines, session, reader):
        known = {"If-None-Match": f'"{tag(reader, lines["zandloper"])}"'}
        assert reader.get(path_to(lines["zandloper"]), headers=known).status_code == 304
        edit_use(session, 1, session.get(Use, 1).version, {"groups": "8"})
        assert reader.get(path_to(lines["zandloper"]), headers=known).status_code == 200


class TestWhoMay:
    def test_a_key_of_one_school_sees_and_answers_its_own_lines_only(self, lines, with_key):
        key, of_all = with_key(schools=[2]), with_key(KeyScope.READ)
        told = key.get("/jaarrondes/1")
        assert [one["school"] for one in told.json["scholen"]] == [2]
        assert "Zandloper" not in told.text
        assert {one["school"] for one in key.get("/jaarrondes/1/regels").json["resultaten"]} == {2, None}
        assert key.get("/jaarrondes/1/regels?school=1").json["totaal"] == 0
        assert key.get(path_to(lines["zandloper"])).data == key.get(path_to(999)).data
        assert answer(key, lines["zandloper"], YES, "1-1").status_code == 404
        assert answer(key, lines["zonnewijzer"], YES).status_code == 200
        assert judge(key, lines["agreement"], AGREED).status_code == 403
        assert (tag(of_all, lines["zandloper"]), tag(of_all, lines["agreement"])) == ("1-1", "1")

    def test_a_key_that_reads_answers_nothing(self, lines, with_key):
        key = with_key(KeyScope.READ)
        assert answer(key, lines["zandloper"], YES).status_code == 403
        assert judge(key, lines["agreement"], AGREED).status_code == 403


class TestARoundThatDoesNotRun:
    @pytest.mark.parametrize("verb", [answer, judge])
    def test_that_is_stopped_says_so(self, lines, session, writer, verb):
        stop_round(session, 1, 1, TODAY)
        session.rollback()
        told = verb(writer, lines["zandloper" if verb is answer else "agreement"], {})
        assert (told.status_code, "ligt stil sinds" in told.json["detail"]) == (422, True)
        assert writer.get("/jaarrondes/1").json["stand"] == "stilgelegd"

    @pytest.mark.parametrize("verb", [answer, judge])
    def test_that_is_closed_says_so(self, lines, session, writer, verb):
        close_round(session, 1, 1, plan_closing(session, 1, TODAY).seal, TODAY + timedelta(days=365), TODAY)
        session.rollback()
        told = verb(writer, lines["zandloper" if verb is answer else "agreement"], {})
        assert (told.status_code, "is afgesloten op" in told.json["detail"]) == (422, True)
        assert writer.get("/jaarrondes/1").json["stand"] == "afgesloten"
