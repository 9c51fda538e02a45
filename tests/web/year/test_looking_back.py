"""Looking back at a day that is past, and the parent who asks."""

from datetime import date, timedelta

import pytest

from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus
from registry.services.agreements.agreements import edit_agreement
from registry.services.suppliers.suppliers import edit_supplier, note_covenant
from registry.services.uses.uses import end_use
from registry.services.year.actions import add_action
from tests.complete_register import SINCE, complete_register

BEFORE, LAST, AFTER = date(2025, 7, 31), date(2026, 3, 31), date(2026, 4, 1)
TOMORROW = date.today() + timedelta(days=1)


@pytest.fixture
def register(session):
    """De Zandloper used Letters for a while; the agreement holds from the first day; its name changed since."""
    found = complete_register(session)
    end_use(session, found.zandloper.uses[0].id, LAST)
    signed = {"status": AgreementStatus.IN_FORCE, "starts_on": SINCE, "reference": "A-1"}
    edit_agreement(session, found.agreement.id, found.agreement.version, signed)
    edit_supplier(session, found.lettervlieg.id, found.lettervlieg.version, {"name": "Lettervlieg Nieuw"})
    add_action(session, {"what": "Bel ze", "due_on": date(2026, 1, 1), "done_on": AFTER})
    return found


def looked(visitor, day):
    return visitor.open(f"/jaar/terugkijken/?op={day.isoformat()}")


def cells(page, label):
    return page.texts(f"//td[@data-label='{label}']")


def test_without_a_day_it_asks_for_one(visitor, register):
    page = visitor.open("/jaar/terugkijken/")
    assert (page.status, page.heading, page.texts("//h2")) == (200, "Terugkijken", [])


@pytest.mark.parametrize(
    ("day", "products"),
    [
        (LAST, ["Letters: De ZandloperPrivacybijsluiter, versie 2.1; Beveiligingsbijlage, versie 1.0"]),
        (AFTER, ["Letters: geen schoolPrivacybijsluiter, versie 2.1; Beveiligingsbijlage, versie 1.0"]),
        (BEFORE, []),
    ],
    ids=["last day of use", "day after", "before the register knew anything"],
)
def test_it_shows_what_held_on_that_day(visitor, register, day, products):
    assert cells(looked(visitor, day), "Producten") == products


def test_agreements_go_by_their_days_and_names_are_those_of_now(visitor, register):
    page = looked(visitor, LAST)
    assert "Lettervlieg Nieuw" in page.text
    assert "Namen staan er zoals ze nu zijn." in page.text
    assert "A-1" in cells(page, "Afspraken die golden")[0]


def test_what_was_due_is_told_as_it_was_then(visitor, register):
    assert "Bel ze" in looked(visitor, LAST).text
    assert "Bel ze" not in looked(visitor, AFTER).text


def test_the_papers_of_that_day_are_one_click_away(visitor, register):
    links = looked(visitor, LAST).tree.xpath("//main//a/@href")
    assert f"/documenten/school/{register.zandloper.id}?welk=schoolgids&op=2026-03-31" in links
    assert "/documenten/bestuur?welk=board-register&op=2026-03-31" in links


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (TOMORROW.isoformat(), "Deze dag moet nog komen."),
        ("2027-02-29", "Deze datum bestaat niet."),
        ("0202-01-01", "tussen 1990 en 2100"),
        ("x", "Deze datum bestaat niet."),
    ],
)
def test_a_day_that_cannot_be_gets_its_sentence_and_claims_nothing(visitor, register, written, sentence):
    page = visitor.open(f"/jaar/terugkijken/?op={written}")
    assert (page.status, sentence in page.text, page.texts("//h2")) == (422, True, [])


class TestAParentAsks:
    ADDRESS = "/jaar/ouder-vraagt/"

    def asked(self, visitor, register, **typed):
        query = {"school": str(register.zandloper.id), "vanaf": "2025-01-01", **typed}
        return visitor.open(self.ADDRESS + "?" + "&".join(f"{name}={value}" for name, value in query.items()))

    def test_it_names_who_received_data_in_the_period_and_leads_to_the_letter(self, visitor, register):
        page = self.asked(visitor, register, tot="2026-06-01")
        assert cells(page, "Wanneer") == ["van 1 augustus 2025 tot en met 31 maart 2026"]
        link = f"/documenten/school/{register.zandloper.id}?welk=school-recipients&vanaf=2025-01-01&op=2026-06-01"
        assert page.tree.xpath("//main//a[@class='button']/@href") == [link]
        assert "Brief over ontvangers" in visitor.open(link).text

    def test_after_the_last_day_nobody_is_named(self, visitor, register):
        assert "geen gebruik van een product" in self.asked(visitor, register, vanaf="2026-04-01").text

    def test_it_keeps_nothing(self, visitor, register):
        assert self.asked(visitor, register).tree.xpath("//main//form[@method='post']") == []

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"tot": TOMORROW.isoformat()}, "Deze dag moet nog komen."),
            ({"vanaf": "2026-04-01", "tot": "2026-03-01"}, "De eerste dag ligt na de laatste dag"),
            ({"vanaf": "x"}, "Deze datum bestaat niet."),
        ],
        ids=str,
    )
    def test_a_period_that_cannot_be_gets_its_sentence(self, visitor, register, typed, sentence):
        page = self.asked(visitor, register, **typed)
        assert (page.status, sentence in page.text) == (422, True)

    def test_an_unknown_school_is_not_found(self, visitor, register):
        assert self.asked(visitor, register, school="99").status == 404


def test_the_covenant_is_as_it_was_last_looked_up(session, visitor, register):
    note_covenant(session, register.lettervlieg.id, {"status": CovenantStatus.PARTICIPANT, "checked_on": AFTER})
    assert cells(looked(visitor, LAST), "Convenant") == ["niet nagegaan"]
    assert cells(looked(visitor, AFTER), "Convenant") == ["deelnemernagegaan op 1 april 2026"]
