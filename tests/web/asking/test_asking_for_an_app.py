"""Staff without an account ask for an app at the secret address of their school, and read the answer there."""

from datetime import date, timedelta

import pytest

from registry.model import AppRequest
from registry.model.agreement_lists import AgreementStatus
from registry.model.app_request import Decision
from registry.model.supplier import CovenantStatus
from registry.services.accounts.attempts import LIMITS
from registry.services.agreements.agreements import edit_agreement
from registry.services.asking.app_requests import decide_request, seems_about_a_pupil
from registry.services.asking.staff_addresses import make_staff_address, stop_staff_address
from registry.services.suppliers.suppliers import note_covenant
from registry.services.uses.schools import edit_school
from registry.services.uses.uses import end_use
from tests.complete_register import SINCE, complete_register

TODAY = date.today()
TYPED = {"app": "Woordenwolk", "purpose": "Woordjes oefenen", "asker": "leerkracht groep 5"}
KNOWN = "//main/div[contains(@class, 'notice')]"


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def address(session, register):
    """The secret address of De Zandloper."""
    made = f"/app-aanvragen/{make_staff_address(session, register.zandloper.id, TODAY).token}"
    session.rollback()
    return made


def requests(session):
    session.expire_all()
    return session.query(AppRequest).order_by(AppRequest.id).all()


def send(visitor, address, **typed):
    """Read the answer first, then send."""
    return visitor.send(address, visitor.submit(address, **TYPED | typed))


class TestTheAddress:
    def test_nothing_stands_there_until_it_is_made(self, visitor, register):
        assert visitor.open(f"/app-aanvragen/{'x' * 43}").status == 404

    def test_a_new_one_ends_the_one_before(self, session, visitor, register, address):
        page = visitor.submit("/scholen/1/aanvraagadres/nieuw")
        newer = page.tree.xpath("//input[@id='link']/@value")[0].removeprefix("http://localhost")
        assert (visitor.open(address).status, visitor.open(newer).status) == (404, 200)

    def test_it_can_be_switched_off(self, session, visitor, register, address):
        visitor.submit("/scholen/1/aanvraagadres/uitzetten")
        assert visitor.open(address).status == 404

    def test_it_ends_with_the_school(self, session, visitor, register, address):
        end_use(session, 1, SINCE)
        edit_school(session, 1, 1, {"closed_on": TODAY - timedelta(days=1)})
        assert visitor.open(address).status == 404

    def test_the_secret_is_not_stored(self, session, visitor, register, address):
        stored = session.connection().connection.cursor().execute("select * from staff_address").fetchall()
        assert address.rsplit("/", 1)[1] not in str(stored)

    def test_search_engines_and_other_sites_do_not_learn_it(self, visitor, address):
        headers = visitor.open(address).response.headers
        assert (headers["X-Robots-Tag"], headers["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
        assert headers["Cache-Control"] == "no-store"


class TestTheAnswerAtOnce:
    def told(self, visitor, address, **typed):
        return visitor.submit(address, **TYPED | typed).texts(KNOWN)

    def test_what_the_school_uses_already(self, visitor, address):
        (told,) = self.told(visitor, address, app="letters")
        assert "De Zandloper gebruikt Letters sinds 1 augustus 2025." in told
        assert "Een andere school" not in told

    def test_what_another_school_uses_without_its_name(self, session, visitor, register):
        token = make_staff_address(session, register.zonnewijzer.id, TODAY).token
        (told,) = self.told(visitor, f"/app-aanvragen/{token}", app="LETTERS")
        assert "Een andere school van het bestuur gebruikt dit al." in told
        assert "Zandloper" not in told

    def test_an_agreement_that_does_not_hold_is_not_promised(self, session, visitor, register, address):
        assert (
            "geen afspraak met Lettervlieg B.V. over Letters die nu geldt"
            in self.told(visitor, address, app="Letters")[0]
        )

    def test_an_agreement_that_holds_is_told(self, session, visitor, register, address):
        signed = {"status": AgreementStatus.IN_FORCE, "board_signed_on": SINCE, "supplier_signed_on": SINCE}
        agreement = register.agreement
        edit_agreement(session, agreement.id, agreement.version, signed | {"starts_on": SINCE})
        assert (
            "Er geldt een afspraak met Lettervlieg B.V. over Letters." in self.told(visitor, address, app="Letters")[0]
        )

    def test_the_covenant_with_the_day_on_which_somebody_looked(self, session, visitor, register, address):
        assert "is niet nagegaan" in self.told(visitor, address, app="Letters")[0]
        entry = {"status": CovenantStatus.PARTICIPANT, "checked_on": date(2026, 3, 3)}
        note_covenant(session, register.lettervlieg.id, entry)
        assert "is deelnemer, nagegaan op 3 maart 2026" in self.told(visitor, address, app="Letters")[0]

    @pytest.mark.parametrize(
        ("named", "sentence"),
        [
            ("Letterfabriek", "is in het register de naam van een leverancier"),
            ("Leters", "Bedoelt u misschien: Letters?"),
            ("ParnasSys", "De startlijst van bekende leveranciers noemt ParnasSys van Topicus"),
            ("Iets heel nieuws", "Deze app staat niet in het register."),
        ],
        ids=["supplier", "near", "catalogue", "unknown"],
    )
    def test_what_is_not_in_the_register_as_a_product(self, visitor, address, named, sentence):
        assert sentence in self.told(visitor, address, app=named)[0]

    def test_reading_it_keeps_nothing(self, session, visitor, address):
        self.told(visitor, address)
        assert requests(session) == []

    def test_another_name_asks_again(self, session, visitor, address):
        read = visitor.submit(address, **TYPED)
        page = visitor.send(address, read, app="Letters")
        assert "De Zandloper gebruikt Letters" in page.text
        assert requests(session) == []


class TestSending:
    def test_it_leads_to_a_page_of_its_own(self, session, visitor, address):
        page = send(visitor, address, groups="5 en 6", wanted_from="2027-01-10", link="woordenwolk.example")
        assert page.heading == "Uw aanvraag: Woordenwolk"
        assert "nog niet beslist" in page.text
        (made,) = requests(session)
        assert (made.school_id, made.asked_on, made.link) == (1, TODAY, "https://woordenwolk.example")

    def test_twice_is_one_request(self, session, visitor, address):
        read = visitor.submit(address, **TYPED)
        assert {visitor.send(address, read).heading for _ in range(2)} == {"Uw aanvraag: Woordenwolk"}
        assert len(requests(session)) == 1

    def test_the_answer_goes_back(self, session, visitor, address):
        read = visitor.submit(address, **TYPED)
        ticket = dict(read.values())["ticket"]
        visitor.send(address, read)
        decide_request(session, 1, 1, {"decision": Decision.NO, "reason": "Er is al iets dat dit doet."}, TODAY)
        page = visitor.open(f"/app-aanvragen/antwoord/{ticket}")
        assert "Er is al iets dat dit doet." in page.text
        stop_staff_address(session, 1)
        assert visitor.open(f"/app-aanvragen/antwoord/{ticket}").status == 200

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"purpose": "voor 123456782"}, "een nummer dat een BSN kan zijn"),
            ({"app": "app 1234.56.782"}, "een nummer dat een BSN kan zijn"),
            ({"asker": "j.devries@school.nl"}, "geen e-mailadres"),
            ({"asker": ""}, "Vul dit in."),
            ({"app": " "}, "Vul de naam van de app of website in."),
            ({"purpose": "x" * 1001}, "hoogstens 1.000 tekens"),
            ({"link": "javascript:alert(1)"}, "Een webadres"),
            ({"wanted_from": "2027-02-30"}, "Deze datum bestaat niet."),
        ],
        ids=["bsn", "bsn-with-dots", "address", "no-asker", "no-app", "too-long", "link", "date"],
    )
    def test_what_is_wrong_is_told_and_nothing_is_lost(self, session, visitor, address, typed, sentence):
        page = visitor.submit(address, **TYPED | {"groups": "5 & <6>"} | typed)
        assert page.status == 422
        assert sentence in page.errors[0]
        assert dict(page.values())["groups"] == "5 & <6>"
        assert requests(session) == []

    def test_a_pupils_name_is_warned_of(self, visitor, address):
        assert (
            "alsof u een leerling noemt" in visitor.submit(address, **TYPED | {"purpose": "Voor leerling Sanne"}).text
        )
        assert not seems_about_a_pupil({"purpose": "Alle leerlingen van groep 5 oefenen met leerling en leraar."})

    def test_too_many_are_slowed_and_nothing_is_lost(self, session, visitor, address):
        most, _ = LIMITS["staff_look"]
        opened = visitor.open(address)
        for _ in range(most):
            visitor.send(address, opened, **TYPED)
        page = visitor.send(address, opened, **TYPED)
        assert page.status == 429
        assert "Retry-After" in page.response.headers
        assert dict(page.values())["purpose"] == "Woordjes oefenen"
