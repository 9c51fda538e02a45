"""What a school uses: starting, changing and ending it."""

from datetime import date

import pytest

from registry.errors import BrokenRule, ChangedMeanwhile, NotFound, UnknownCode
from registry.model import Use
from registry.services.suppliers.products import add_product, edit_product, retire_product
from registry.services.suppliers.suppliers import add_supplier, retire_supplier
from registry.services.uses.schools import add_school, edit_school
from registry.services.uses.uses import edit_use, end_use, start_use

AUGUST, JULY = date(2026, 8, 1), date(2027, 7, 31)


@pytest.fixture
def school(session):
    return add_school(session, {"name": "De Zandloper"})


@pytest.fixture
def product(session):
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
    fields = {"name": "Letters", "kind": "lt", "purpose_plain": "Uw kind oefent met lezen."}
    return add_product(session, supplier.id, fields, {"modules": [{"name": "Toetsen"}, {"name": "Ouderportaal"}]})


@pytest.fixture
def start(session, school, product):
    """Start a use by De Zandloper of Letters."""

    def start(since=AUGUST, until=None, modules=(), **fields):
        return start_use(session, school.id, product.id, {"since": since, "until": until, **fields}, modules)

    return start


def refused(verb, *args, **kwargs):
    with pytest.raises(BrokenRule) as caught:
        verb(*args, **kwargs)
    return caught.value.field, caught.value.sentence


def test_a_use_takes_purpose_and_heading_over_from_its_product(start):
    use = start()
    assert (use.purpose_plain, use.guide_heading) == ("Uw kind oefent met lezen.", "learning_materials")
    assert use.in_guide


def test_what_is_given_goes_before_what_the_product_proposes(start):
    assert start(purpose_plain="Lezen in groep 3.").purpose_plain == "Lezen in groep 3."


def test_a_use_needs_its_first_day(start):
    assert refused(start, since=None) == ("since", "Vul in sinds wanneer de school het product gebruikt.")


def test_a_use_cannot_end_before_it_starts(start):
    assert refused(start, until=date(2026, 7, 31))[0] == "until"


@pytest.mark.parametrize("since", [date(1989, 12, 31), date(2101, 1, 1), date(202, 8, 1)])
def test_a_date_that_nobody_can_mean_is_refused(start, since):
    assert refused(start, since=since) == ("since", "De datum moet tussen 1990 en 2100 liggen.")


def test_an_unknown_heading_is_refused(start):
    with pytest.raises(UnknownCode):
        start(guide_heading="verzonnen")


def test_two_uses_of_a_product_cannot_share_a_day(start):
    start(AUGUST, JULY)
    assert refused(start, JULY) == (
        "since",
        "De Zandloper gebruikt Letters al sinds 1 augustus 2026 tot en met 31 juli 2027.",
    )


def test_a_use_that_runs_into_a_later_one_is_told_so_at_its_last_day(start):
    start(AUGUST)
    assert refused(start, date(2025, 8, 1)) == ("until", "De Zandloper gebruikt Letters al sinds 1 augustus 2026.")


def test_a_product_can_be_used_again_after_the_last_day(start):
    start(AUGUST, JULY)
    assert start(date(2027, 8, 1)).id


def test_another_school_may_use_the_product_in_the_same_period(session, start, product):
    start()
    other = add_school(session, {"name": "De Klok"})
    assert start_use(session, other.id, product.id, {"since": AUGUST}).id


def test_a_closed_school_starts_no_use(session, school, start):
    edit_school(session, school.id, 1, {"closed_on": AUGUST})
    field, sentence = refused(start)
    assert field == "since"
    assert sentence == "De Zandloper is gesloten sinds 1 augustus 2026. Een gebruik eindigt voor die dag."


def test_what_a_closed_school_used_before_can_still_be_noted(session, school, start):
    edit_school(session, school.id, 1, {"closed_on": AUGUST})
    assert refused(start, date(2024, 8, 1))[0] == "until"
    assert start(date(2024, 8, 1), date(2026, 7, 31)).id


def test_a_retired_product_is_not_taken_into_use(session, product, start):
    retire_product(session, product.id, AUGUST)
    assert refused(start)[1].startswith("Letters is niet meer in gebruik sinds 1 augustus 2026.")


def test_a_product_of_a_retired_supplier_is_not_taken_into_use(session, product, start):
    retire_supplier(session, product.supplier_id, AUGUST)
    assert refused(start)[1].startswith("Lettervlieg B.V. is geen leverancier meer sinds 1 augustus 2026.")


def test_a_school_opens_some_modules_of_a_product(session, product, start):
    use = start(modules=[product.modules[1].id])
    assert [row.module.name for row in use.modules] == ["Ouderportaal"]
    edit_use(session, use.id, 1, {}, [product.modules[0].id, product.modules[1].id])
    assert {row.module.name for row in use.modules} == {"Toetsen", "Ouderportaal"}


def test_a_module_of_another_product_is_refused(start):
    assert refused(start, modules=[999])[0] == "modules"


def test_a_use_ends_on_a_day_and_stays(session, start):
    use = end_use(session, start().id, JULY)
    assert (use.until, use.version) == (JULY, 2)
    assert session.get(Use, use.id) is use


def test_a_use_cannot_end_before_its_first_day(session, start):
    assert refused(end_use, session, start().id, date(2026, 7, 1))[0] == "until"


def test_ending_later_than_before_cannot_run_into_the_next_use(session, start):
    first = start(AUGUST, JULY)
    start(date(2027, 8, 1))
    assert refused(end_use, session, first.id, date(2027, 8, 1))[0] == "until"


def test_who_ends_a_use_that_was_changed_meanwhile_is_told(session, start):
    use = start()
    edit_use(session, use.id, 1, {"groups": "3 en 4"})
    with pytest.raises(ChangedMeanwhile) as caught:
        end_use(session, use.id, JULY, seen=1)
    assert caught.value.changes == [("Groepen of klassen", "", "3 en 4")]
    assert use.until is None


def test_an_edit_is_held_to_the_same_rules(session, start):
    start(date(2025, 8, 1), date(2026, 7, 31))
    use = start(AUGUST)
    assert refused(edit_use, session, use.id, 1, {"since": date(2026, 7, 1)})[0] == "since"


def test_a_text_of_a_use_stays_when_its_product_changes(session, product, start):
    use = start()
    edit_product(session, product.id, 1, {"purpose_plain": "Iets anders."})
    assert use.purpose_plain == "Uw kind oefent met lezen."


@pytest.mark.parametrize(("school_id", "product_id"), [(999, 1), (1, 999)])
def test_an_unknown_school_or_product_is_not_found(session, start, school_id, product_id):
    start()
    with pytest.raises(NotFound):
        start_use(session, school_id, product_id, {"since": AUGUST})
