"""What the stories of each role share: a register with its people, who come in by the front door."""

from contextlib import ExitStack

import pytest

from registry.model.account import Role
from tests.browser.mouse import Mouse
from tests.browser.person import Person
from tests.browsing import is_fault
from tests.people import hire

SCRIPTS = [pytest.param(True, id="with JavaScript"), pytest.param(False, id="without", marks=pytest.mark.sweep)]
WITH_AND_WITHOUT = pytest.mark.parametrize("script", SCRIPTS)


@pytest.fixture
def staff(app, session):
    """Hire somebody of each role, the coordinator for school 1; from then on nobody gets in without signing in."""

    def hire_all():
        for role in Role:
            hire(session, role, schools=[1] if role is Role.SCHOOL_COORDINATOR else [])
        app.config["SIGN_IN"] = True
        session.rollback()  # lets go of the database, which the server writes in

    return hire_all


@pytest.fixture
def come(browser, serve, app):
    """A function that has the person with a role sign in at the front door, in a window of their own."""
    complaints, place = [], serve(app)
    with ExitStack() as leaving:

        def sign_in(role, width=1280, script=True, hand=Mouse):
            size = {"width": width, "height": 800}
            context = browser.new_context(locale="nl-NL", viewport=size, java_script_enabled=script)
            leaving.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(5000)
            page.on("console", lambda message: complaints.append(message.text) if is_fault(message) else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            person = Person(page, place, hand)
            person.visit()
            person.sign_in(role)
            return person

        yield sign_in
    assert complaints == []
