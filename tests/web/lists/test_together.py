"""What is done to several rows of a list at once: named first, then done as a whole, and told per row."""

from datetime import date

import pytest

from registry.model import Supplier, Use
from registry.model.supplier import CovenantStatus, PartyRole
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, note_covenant
from registry.services.uses.schools import add_school
from registry.services.uses.uses import end_use, start_use

SINCE = date(2025, 8, 1)
KNOWN = {"status": CovenantStatus.PARTICIPANT, "checked_on": SINCE, "source": "de lijst"}
CHECK, END = "/samen/convenant-nagaan", "/samen/gebruik-beeindigen"


@pytest.fixture
def suppliers(session):
    """De Kade is a participant, Rekenwolk was never looked up, DUO receives by law."""
    rows = ({"name": "De Kade"}, {"name": "Rekenwolk"}, {"name": "DUO", "role": PartyRole.LEGAL_RECIPIENT})
    numbers = [add_supplier(session, row).id for row in rows]
    note_covenant(session, numbers[0], KNOWN)
    return numbers


@pytest.fixture
def product(session, suppliers):
    """Letterboot, used at Duin and at Zand; Zand starts later."""
    number = add_product(session, suppliers[0], {"name": "Letterboot"}).id
    for name, since in (("Duin", SINCE), ("Zand", date(2030, 8, 1))):
        start_use(session, add_school(session, {"name": name}).id, number, {"since": since})
    return number


def asked(address, *numbers):
    return f"{address}?" + "&".join(f"nummer={number}" for number in numbers)


def statuses(session, number):
    session.expire_all()
    return [(entry.status, entry.checked_on) for entry in session.get(Supplier, number).covenant_entries]


def test_the_list_leads_to_what_can_be_done_and_picks_a_whole_page(suppliers, visitor):
    page = visitor.open("/leveranciers/?zoek=e&alles=y")
    assert page.tree.xpath("//form[@id='together']//button/@formaction") == ["/documenten/veel", CHECK]
    assert len(page.tree.xpath("//input[@form='together'][@checked]")) == len(page.texts("//tbody/tr")) == 2


@pytest.mark.parametrize("query", ["", "?nummer=", "?nummer=x", "?nummer=0&nummer=-1"])
@pytest.mark.parametrize("address", [CHECK, END])
def test_with_nothing_picked_it_goes_back_to_the_list(suppliers, product, visitor, address, query):
    assert "Kies eerst" in visitor.open(f"{address}{query}").text


@pytest.mark.parametrize("address", [CHECK, END])
def test_what_is_not_there_is_not_found(suppliers, product, visitor, address):
    assert visitor.open(asked(address, 1, 99)).status == 404


class TestCheckingTheCovenant:
    def test_it_names_what_will_happen_and_what_will_not(self, suppliers, visitor):
        page = visitor.open(asked(CHECK, *suppliers, suppliers[0]))
        assert page.texts("//table[1]//th[@scope='row']")[0] == "De Kade"
        for words in ("Blijft “deelnemer”", "Hier gebeurt niets: 2 regels", "nog nooit nagegaan", "voor verwerkers"):
            assert words in page.text

    def test_it_notes_the_same_status_on_the_new_day_and_tells_the_rest(self, session, suppliers, visitor):
        page = visitor.submit(asked(CHECK, *suppliers), source="privacyconvenant.nl")
        assert "Gedaan: 1 regel" in page.text
        assert "Hier gebeurde niets. DUO:" in page.text
        same = CovenantStatus.PARTICIPANT
        assert statuses(session, suppliers[0]) == [(same, SINCE), (same, date.today())]
        assert statuses(session, suppliers[1]) == []

    def test_a_day_to_come_is_refused_and_nothing_is_noted(self, session, suppliers, visitor):
        once = visitor.submit(asked(CHECK, suppliers[0]), on="2090-01-01")
        page = visitor.send(asked(CHECK, suppliers[0]), once)
        assert page.errors
        assert len(statuses(session, suppliers[0])) == 1

    def test_what_somebody_else_noted_in_between_is_shown_first(self, session, suppliers, visitor):
        page = visitor.open(asked(CHECK, suppliers[0]))
        note_covenant(
            session, suppliers[0], KNOWN | {"status": CovenantStatus.SUPPORTER, "checked_on": date(2026, 1, 1)}
        )
        again = visitor.send(asked(CHECK, suppliers[0]), page)
        assert "Er is nog niets gedaan" in again.text
        assert "Blijft “medestander”" in again.text
        assert len(statuses(session, suppliers[0])) == 2


class TestEndingUses:
    def test_it_ends_what_runs_and_tells_what_starts_later(self, session, product, visitor):
        page = visitor.open(asked(END, product))
        assert "Letterboot bij Duin" in page.text
        assert "begint pas op 1 augustus 2030" in page.text
        assert "Gedaan: 1 regel" in visitor.send(asked(END, product), page).text
        session.expire_all()
        assert [use.until for use in session.query(Use).order_by(Use.since)] == [date.today(), None]

    def test_another_day_is_shown_before_it_is_done(self, session, product, visitor):
        page = visitor.submit(asked(END, product), on="2026-07-31")
        assert "De laatste dag wordt 31 juli 2026." in page.text
        assert session.query(Use).filter(Use.until.is_not(None)).count() == 0
        visitor.send(asked(END, product), page)
        session.expire_all()
        assert session.query(Use).filter(Use.until == date(2026, 7, 31)).count() == 1

    def test_a_use_that_ended_in_between_stays_as_it_is(self, session, product, visitor):
        page, use = visitor.open(asked(END, product)), session.query(Use).order_by(Use.since).first()
        end_use(session, use.id, date(2026, 1, 31))
        assert "niets gedaan" in visitor.send(asked(END, product), page).text
        session.expire_all()
        assert session.get(Use, use.id).until == date(2026, 1, 31)


def test_the_letters_are_for_the_picked_suppliers_and_say_for_whom_none_can_be_made(suppliers, product, visitor):
    page = visitor.open(asked("/documenten/veel", suppliers[0], suppliers[2]) + "&welk=letter-request")
    assert page.texts("//tbody/tr/th") == ["De Kade", "DUO"]
    assert "Aan DUO vraagt het bestuur geen overeenkomst" in page.text
    assert page.tree.xpath("//input[@name='nummer']/@value") == [str(suppliers[0]), str(suppliers[2])]


def test_where_nothing_can_be_done_it_says_so_and_stays(session, suppliers, visitor):
    page = visitor.submit(asked(CHECK, suppliers[1], suppliers[2]))
    assert "Hier gebeurt niets: 2 regels" in page.text
    assert "Gedaan" not in page.text
    assert statuses(session, suppliers[1]) == []
