"""What signing in leaves in the history (catalogue L11): one line each, by whom, and nothing of what was typed."""

import pytest
from sqlalchemy import select

from registry.model import AuditEvent
from registry.model.account import Role
from tests.people import PASSWORD, email_of

WRONG = "dit is het verkeerde wachtwoord"


@pytest.fixture
def noted(office):
    """What was noted so far: what, of which account, by whom."""

    def look():
        with office() as session:
            asked = select(AuditEvent).where(AuditEvent.action == "noted").order_by(AuditEvent.id)
            return [(line.why, line.subject_id, line.who) for line in session.scalars(asked)]

    return look


@pytest.mark.parametrize("is_known", [pytest.param(True, id="L11 known"), pytest.param(False, id="L11 unknown")])
def test_a_wrong_password_is_one_line_without_the_password(hired, browser, noted, office, is_known):
    account = hired(Role.PRIVACY_OFFICER)
    email = email_of(Role.PRIVACY_OFFICER) if is_known else "niemand@bestuur.example"
    browser().submit("/aanmelden", email=email, password=WRONG)
    assert noted() == [("aanmelden mislukt", account if is_known else 0, "bezoeker")]
    with office() as session:
        assert not any(WRONG in f"{line.old}{line.new}{line.why}" for line in session.scalars(select(AuditEvent)))


def test_signing_in_being_refused_and_signing_out_are_a_line_each(hired, browser, noted):
    account, visitor = hired(Role.SIGNATORY), browser()
    visitor.submit("/aanmelden", email=email_of(Role.SIGNATORY), password=PASSWORD)
    assert visitor.open("/leveranciers/").status == 403
    visitor.send("/afmelden", visitor.open("/mijn-account/"))
    who = "Ondertekenaar"
    told = ["aangemeld", "toegang geweigerd", "afgemeld"]
    assert noted() == [(what, account, who) for what in told]


def test_a_wrong_code_is_one_line_without_the_code(hired, browser, noted, phone):
    account, visitor = hired(Role.DPO), browser()
    phone(account)
    page = visitor.submit("/aanmelden", email=email_of(Role.DPO), password=PASSWORD)
    visitor.send("/aanmelden/code", page, code="000000")
    assert noted() == [("aanmelden mislukt", account, "bezoeker")]
