"""The screens of one use."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from registry.model import Use
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.products import add_product, retire_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school, edit_school
from registry.services.uses.uses import edit_use, end_use, start_use

NEW = "/gebruik/nieuw?school_id=1&product_id=1"
TODAY, AUGUST, JULY = date.today(), date(2025, 8, 1), date(2026, 7, 31)


@pytest.fixture
def cast(session):
    """De Zandloper (1); Letters (1) of Lettervlieg B.V. with the modules Oefenen (1) and Ouderportaal (2)."""
    add_school(session, {"name": "De Zandloper"})
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
    fields = {"name": "Letters", "kind": "lt", "purpose_plain": "Uw kind oefent met lezen."}
    add_product(session, supplier.id, fields, {"modules": [{"name": "Oefenen"}, {"name": "Ouderportaal"}]})
    session.rollback()
    return session


@pytest.fixture
def use(cast):
    """De Zandloper uses Letters since August 2025."""
    start_use(cast, 1, 1, {"since": AUGUST})
    cast.rollback()
    return "/gebruik/1"


@pytest.fixture
def agreed(cast):
    """An agreement on Letters for the school year 2025-2026."""
    fields = {"status": AgreementStatus.IN_FORCE, "starts_on": AUGUST, "ends_on": JULY, "renewal": Renewal.NONE}
    add_agreement(cast, 1, fields, {"products": [{"product_id": 1}]})
    cast.rollback()


def stored(session):
    return session.scalars(select(Use).order_by(Use.id.desc())).first()


class TestAdding:
    @pytest.mark.parametrize("address", ["", "?school_id=1", "?product_id=1", "?school_id=x&product_id=%00"])
    def test_what_is_not_known_yet_is_asked_first(self, cast, visitor, address):
        page = visitor.open(f"/gebruik/nieuw{address}")
        assert page.heading == "Welke school gebruikt wat?"
        assert page.texts("//option[@value='1']") == ["De Zandloper", "Letters (Lettervlieg B.V.)"]

    def test_what_is_known_is_chosen_already(self, cast, visitor):
        page = visitor.open("/gebruik/nieuw?product_id=1")
        assert page.texts("//option[@selected and @value!='']") == ["Letters (Lettervlieg B.V.)"]

    def test_the_form_proposes_what_the_product_says(self, cast, visitor):
        values = dict(visitor.open(NEW).values())
        assert values["purpose_plain"] == "Uw kind oefent met lezen."
        assert values["guide_heading"] == "learning_materials"
        assert values["since"] == TODAY.isoformat()
        assert values["in_guide"] == "y"

    def test_it_is_saved_and_leads_to_the_list_of_the_school(self, cast, visitor):
        page = visitor.submit(NEW, since="2025-08-01", groups="groep 3 & 4", modules=["2"])
        assert page.heading == "De Zandloper"
        assert "De Zandloper gebruikt Letters vanaf 1 augustus 2025." in page.text
        use = stored(cast)
        assert (use.since, use.groups, use.in_guide) == (AUGUST, "groep 3 & 4", True)
        assert [row.module.name for row in use.modules] == ["Ouderportaal"]

    @pytest.mark.parametrize(
        ("typed", "field"),
        [
            ({"since": ""}, "In gebruik sinds"),
            ({"since": "2027-02-29"}, "In gebruik sinds"),
            ({"since": "1989-01-01"}, "In gebruik sinds"),
            ({"since": "2025-08-01", "until": "2025-07-31"}, "Laatste dag van gebruik"),
            ({"guide_order": "zes"}, "Volgorde"),
            ({"groups": "a" * 10_000}, "Groepen of klassen"),
            ({"purpose_plain": "\x00"}, "Waarvoor, in gewone taal voor ouders"),
            ({"legal_basis": "zomaar"}, "Grondslag"),
            ({"modules": ["9"]}, "Onderdelen die de school gebruikt"),
        ],
    )
    def test_a_fault_stands_at_its_field_and_nothing_is_lost(self, cast, visitor, typed, field):
        page = visitor.submit(NEW, **{"note": "niet <b>kwijt</b> 🙂", **typed})
        assert page.status == 422
        assert {error.split(":")[0] for error in page.errors} == {field}
        assert dict(page.values())["note"] == "niet <b>kwijt</b> 🙂"
        assert stored(cast) is None

    def test_a_second_use_at_the_same_time_is_refused_at_the_field(self, use, visitor):
        page = visitor.submit(NEW)
        assert page.errors == ["In gebruik sinds: De Zandloper gebruikt Letters al sinds 1 augustus 2025."]

    def test_a_closed_school_is_told_at_the_field(self, cast, visitor):
        edit_school(cast, 1, 1, {"closed_on": AUGUST})
        assert "is gesloten sinds 1 augustus 2025" in visitor.submit(NEW).errors[0]

    def test_a_retired_product_is_told_at_the_field(self, cast, visitor):
        retire_product(cast, 1, AUGUST)
        assert "is niet meer in gebruik sinds 1 augustus 2025" in visitor.submit(NEW).errors[0]

    @pytest.mark.parametrize("address", ["school_id=9&product_id=1", "school_id=1&product_id=9"])
    def test_an_unknown_school_or_product_is_not_found(self, cast, visitor, address):
        assert visitor.open(f"/gebruik/nieuw?{address}").status == 404

    def test_a_use_outside_the_term_is_saved_with_a_notice(self, cast, agreed, visitor):
        page = visitor.submit(NEW, since="2025-08-01")
        assert stored(cast).since == AUGUST
        assert "Let op" in page.text
        assert "Op 1 augustus 2026 geldt er geen overeenkomst met Lettervlieg B.V. voor Letters." in page.text

    def test_a_use_within_the_term_gives_no_notice(self, cast, agreed, visitor):
        page = visitor.submit(NEW, since="2025-08-01", until="2026-07-31")
        assert "geldt er geen overeenkomst" not in page.text


class TestShowingAndEditing:
    def test_a_use_tells_what_is_known_and_what_is_not(self, use, visitor):
        page = visitor.open(use)
        assert page.heading == "Letters bij De Zandloper"
        assert "1 augustus 2025" in page.text
        assert page.tree.xpath("//dt[../dd/span[@class='gap']]//text()[not(../@role='tooltip')]") == [
            "Onderdelen",
            "Grondslag",
        ]

    def test_a_use_outside_the_term_says_so(self, use, agreed, visitor):
        assert "Op 1 augustus 2026 geldt er geen overeenkomst" in visitor.open(use).text

    def test_the_form_shows_what_is_stored(self, cast, use, visitor):
        edit_use(cast, 1, 1, {"in_guide": False, "guide_order": 7}, [1])
        cast.rollback()
        values = visitor.open(f"{use}/wijzigen").values()
        assert ("modules", "1") in values
        assert ("guide_order", "7") in values
        assert "in_guide" not in dict(values)

    def test_a_change_is_saved(self, cast, use, visitor):
        page = visitor.submit(f"{use}/wijzigen", caretaker="de ict-coördinator", guide_order="", modules=["1", "2"])
        assert page.status == 200
        use = stored(cast)
        assert (use.caretaker, use.guide_order, len(use.modules)) == ("de ict-coördinator", 0, 2)

    def test_the_second_saver_is_told_what_changed(self, cast, use, visitor):
        opened = visitor.open(f"{use}/wijzigen")
        edit_use(cast, 1, 1, {"groups": "groep 3"})
        cast.rollback()
        page = visitor.send(f"{use}/wijzigen", opened, caretaker="de directie")
        assert page.status == 409
        assert "groep 3" in page.text
        assert stored(cast).caretaker == ""

    def test_an_unknown_use_is_not_found(self, cast, visitor):
        assert visitor.open("/gebruik/1").status == 404


class TestEnding:
    def test_a_use_ends_on_the_day_given_and_leaves_the_list(self, cast, use, visitor):
        yesterday = TODAY - timedelta(days=1)
        page = visitor.submit(f"{use}/beeindigen", until=yesterday.isoformat())
        assert page.heading == "De Zandloper"
        assert page.texts("//main//h3") == ["Niet meer in gebruik"]
        assert stored(cast).until == yesterday

    def test_the_last_day_cannot_lie_before_the_first(self, use, visitor):
        page = visitor.submit(f"{use}/beeindigen", until="2025-07-31")
        assert page.errors == [
            "Laatste dag van gebruik: De laatste dag kan niet voor de eerste dag van het gebruik liggen."
        ]

    def test_who_ends_what_another_ended_is_told(self, cast, use, visitor):
        opened = visitor.open(f"{use}/beeindigen")
        end_use(cast, 1, JULY)
        cast.rollback()
        page = visitor.send(f"{use}/beeindigen", opened, until="2026-01-01")
        assert page.status == 409
        assert stored(cast).until == JULY
