"""The privacy officer and a data breach: written down, within its time limit, with the paper for it, and closed."""

from datetime import UTC, datetime, timedelta

from registry.dutch import long_moment, on_the_clock
from registry.model.account import Role
from tests.browser.conftest import WITH_AND_WITHOUT
from tests.complete_register import complete_register

KNOWN = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(hours=2)


def on_clock(moment):
    """A moment as the field of a browser takes it."""
    return on_the_clock(moment).strftime("%Y-%m-%dT%H:%M")


@WITH_AND_WITHOUT
def test_a_breach_is_written_down_reported_and_closed(session, staff, come, script):
    complete_register(session)
    staff()
    handle_a_breach(come(Role.PRIVACY_OFFICER, script=script))


def handle_a_breach(officer):
    officer.follow("Jaar", within=".menu")
    officer.follow("Datalek", within="main")
    officer.follow("Leg een datalek vast", within="main")
    officer.choose("Leverancier", "Lettervlieg B.V.")
    officer.press("Verder")
    officer.write("Wat er is gebeurd", "De resultaten van groep 4 stonden een dag open.")
    officer.write("Bij het bestuur bekend sinds", on_clock(KNOWN))
    officer.press()
    officer.stands_on("Datalek bij Lettervlieg B.V.")
    officer.sees(f"De 72 uur eindigen op {long_moment(KNOWN + timedelta(hours=72))}")
    name, _ = officer.receive(lambda: officer.follow("Meldformulier in Word"))
    assert name.endswith(".docx")
    officer.visit()
    officer.follow("Besluit of u meldt", within="main")
    officer.answer("Melden bij de AP", "melden bij de AP")
    officer.write("Gemeld bij de AP op", on_clock(KNOWN + timedelta(hours=1)))
    officer.answer("Betrokkenen inlichten", "de betrokkenen niet inlichten")
    officer.press()
    officer.go_on()
    officer.write("Afgesloten op", on_the_clock(KNOWN).date().isoformat())
    officer.press()
    officer.sees("Afgesloten")
    officer.visit()
    officer.lacks("72 uur")
