"""The privacy officer decides on what teachers ask; the ordinary flow enters what is accepted into the register."""

from datetime import date

import pytest

from registry.access import RIGHTS, Viewer, bind
from registry.database import change
from registry.errors import ChangedMeanwhile, NotFound
from registry.model import Agreement, AppRequest, Product, Use
from registry.model.account import Role
from registry.model.agreement_lists import AgreementStatus
from registry.model.app_request import Decision
from registry.model.deadline_kind import DeadlineKind
from registry.queries.asking.app_requests import all_requests
from registry.queries.deadlines.due import due
from registry.services.asking.app_requests import ask_for_app, decide_request
from registry.services.records import fetch
from tests.complete_register import complete_register

ASKED = {"app": "Woordenwolk", "purpose": "Woordjes oefenen", "asker": "leerkracht groep 5", "groups": "5"}
ON = date(2027, 1, 8)  # a Friday
WANTED = date(2027, 2, 1)


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def asked(session, register):
    made = ask_for_app(session, register.zonnewijzer.id, ASKED | {"wanted_from": WANTED}, ON)
    session.rollback()
    return made


def stored(session):
    session.expire_all()
    return session.get(AppRequest, 1)


def test_the_overview_begins_its_sentence_with_a_capital(visitor, session, register):
    ask_for_app(session, register.zonnewijzer.id, ASKED, date.today())
    session.rollback()
    assert "Leerkracht groep 5 vraagt om Woordenwolk." in visitor.open("/").text


class TestDeciding:
    @pytest.mark.parametrize(
        ("decision", "word"), [("no", "waarom het niet mag"), ("yes_if", "onder welke voorwaarde")], ids=["no", "if"]
    )
    def test_no_and_a_condition_say_why(self, session, visitor, asked, decision, word):
        page = visitor.submit("/jaar/aanvragen/1/beslissen", decision=decision)
        assert word in page.errors[0]
        assert stored(session).decision is Decision.OPEN

    def test_the_decision_has_its_day_and_reason(self, session, visitor, asked):
        page = visitor.submit("/jaar/aanvragen/1/beslissen", decision="yes_if", reason="Zonder achternamen.")
        assert "Zonder achternamen." in page.text
        assert (stored(session).decision, stored(session).decided_on) == (Decision.YES_IF, date.today())

    def test_two_at_once_lose_nothing(self, session, asked):
        decide_request(session, 1, 1, {"decision": Decision.YES}, ON)
        with pytest.raises(ChangedMeanwhile):
            decide_request(session, 1, 1, {"decision": Decision.NO, "reason": "x"}, ON)

    def test_what_waits_stands_first(self, session, register, asked):
        ask_for_app(session, 1, ASKED | {"app": "Tweede"}, date(2027, 1, 1))
        decide_request(session, 1, 1, {"decision": Decision.YES}, ON)
        assert [one.app for one in all_requests(session)] == ["Tweede", "Woordenwolk"]


class TestAnAcceptedOne:
    @pytest.fixture
    def accepted(self, session, asked):
        decide_request(session, 1, 1, {"decision": Decision.YES}, ON)
        session.rollback()

    def next(self, page):
        return page.tree.xpath("//section[@class='next']//a/@href")[0]

    def test_it_enters_nothing_by_itself(self, session, accepted):
        assert {one.name for one in session.query(Product)} == {"Letters"}

    def test_it_goes_through_the_flow_with_what_was_asked_filled_in(self, session, visitor, accepted):
        address = self.next(visitor.open("/jaar/aanvragen/1"))
        start = visitor.open(address)
        page = visitor.submit(start.tree.xpath("//a[contains(@href, 'flow=1')]/@href")[0], name="Wolk B.V.")
        assert dict(page.values())["name"] == "Woordenwolk"
        page = visitor.send(page.response.request.full_path, page)
        page = visitor.open(f"/leverancier-toevoegen/product/{session.query(Product).count()}/scholen?aanvraag=1")
        values = page.values()
        assert ("schools", "2") in values
        assert dict(values)["since"] == "2027-02-01"
        visitor.send(page.response.request.full_path, page)
        session.expire_all()
        assert stored(session).product.name == "Woordenwolk"
        assert [(use.school_id, use.since) for use in session.query(Use).filter_by(product_id=2)] == [(2, WANTED)]
        assert "vanaf 1 februari 2027" in visitor.open("/jaar/aanvragen/1").text

    def test_the_steps_between_keep_the_number_of_the_request(self, session, visitor, accepted):
        page = visitor.submit("/leveranciers/nieuw?flow=1&aanvraag=1", name="Wolk B.V.")
        assert "aanvraag=1" in page.response.request.full_path
        page = visitor.send(page.response.request.full_path, page)
        assert "aanvraag=1" in page.response.request.full_path
        assert "privacybijsluiters/nieuw" in page.response.request.full_path

    def test_one_that_is_in_the_register_leads_to_its_schools(self, session, visitor, register):
        ask_for_app(session, register.zonnewijzer.id, ASKED | {"app": "letters"}, ON)
        visitor.submit("/jaar/aanvragen/1/beslissen", decision="yes")
        assert stored(session).product.name == "Letters"
        assert self.next(visitor.open("/jaar/aanvragen/1")) == "/leverancier-toevoegen/product/1/scholen?aanvraag=1"

    def test_one_that_is_left_half_way_knows_its_product_and_asks_for_no_other(self, session, visitor, accepted):
        page = visitor.submit("/leveranciers/nieuw?flow=1&aanvraag=1", name="Wolk B.V.")
        visitor.send(page.response.request.full_path, page)
        assert stored(session).product.name == "Woordenwolk"
        page = visitor.open("/jaar/aanvragen/1")
        assert self.next(page) == "/leverancier-toevoegen/product/2/scholen?aanvraag=1"
        assert "staat nog niet in het register" not in page.text

    def test_one_whose_product_came_by_another_way_asks_whether_it_is_that(self, session, visitor, accepted):
        visitor.submit("/producten/nieuw/1", name="Woordenwolk", kind="lt")
        page = visitor.open("/jaar/aanvragen/1")
        assert self.next(page) == "/jaar/aanvragen/1/beslissen#product_id"
        assert "Het register kent Woordenwolk van Lettervlieg B.V." in page.text

    def test_an_annex_that_was_skipped_is_not_called_ready(self, session, visitor, accepted):
        page = visitor.submit("/leveranciers/nieuw?flow=1&aanvraag=1", name="Wolk B.V.")
        visitor.send(page.response.request.full_path, page)
        steps = visitor.open("/leverancier-toevoegen/product/2/scholen?aanvraag=1").texts("//ol[@class='steps']/li")
        assert steps[:3] == ["Leverancier (klaar)", "Product (klaar)", "Privacybijsluiter (overgeslagen)"]

    def test_a_yes_without_an_agreement_says_so(self, session, visitor, register, accepted):
        page = visitor.submit("/leveranciers/nieuw?flow=1&aanvraag=1", name="Wolk B.V.")
        visitor.send(page.response.request.full_path, page)
        sentence = "nog geen afspraak die geldt"
        page = visitor.open("/jaar/aanvragen/1")
        assert f"Met Wolk B.V. is over Woordenwolk {sentence}" in page.text
        assert "/overeenkomsten/nieuw/" in "".join(page.tree.xpath("//main//a/@href"))
        with change(session, "getekend"):
            session.get(Agreement, register.agreement.id).status = AgreementStatus.IN_FORCE
        visitor.submit("/jaar/aanvragen/1/beslissen", product_id="1")
        assert sentence not in visitor.open("/jaar/aanvragen/1").text

    def test_one_that_was_refused_fills_in_nothing(self, session, visitor, asked):
        page = visitor.open("/producten/nieuw/1?flow=1&aanvraag=1")
        assert dict(page.values())["name"] == ""


class TestWhoSeesWhat:
    def test_a_coordinator_enters_one_for_their_school(self, session, visitor, register):
        page = visitor.submit("/jaar/aanvragen/nieuw", school_id="1", **ASKED)
        assert page.heading == "Woordenwolk"
        assert stored(session).school_id == 1

    def test_requests_of_other_schools_do_not_exist(self, session, asked, register):
        bind(session, Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({register.zandloper.id})))
        assert all_requests(session) == []
        session.expunge_all()
        with pytest.raises(NotFound):
            fetch(session, AppRequest, 1)


class TestTheDeadline:
    def test_it_is_to_be_answered_in_two_weeks(self, session, asked):
        found = [item for item in due(session, ON, date(2027, 1, 22)) if item.kind is DeadlineKind.APP_REQUEST]
        assert [(item.on, item.table, item.number, item.school_id) for item in found] == [
            (date(2027, 1, 22), "app_request", 1, 2)
        ]
        assert due(session, date(2027, 1, 21)) == []

    def test_a_weekend_moves_to_monday(self, session, asked):
        with change(session, "andere dag"):
            asked.asked_on = date(2027, 1, 9)
        assert [item.on for item in due(session, date(2027, 2, 1))] == [date(2027, 1, 25)]

    def test_a_decided_one_is_due_until_that_day(self, session, asked):
        decide_request(session, 1, 1, {"decision": Decision.YES}, date(2027, 1, 29))
        assert len(due(session, date(2027, 1, 28))) == 1
        assert due(session, date(2027, 1, 29)) == []
