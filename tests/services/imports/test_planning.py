"""What rows come to beside the register: new, changed, the same, or something that a person has to look at."""

from datetime import date

import pytest
from sqlalchemy import event

from registry.errors import BrokenRule
from registry.exchange.lists.entry import ListKind
from registry.model import Agreement, CovenantEntry, School, SchoolBoard, Supplier, Use
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import PartyRole
from registry.services.board.board import set_up_board
from registry.services.imports.plan import Action
from registry.services.imports.words import differences
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from tests.services.imports.rows import ON, SINCE, actions, entry, plan, sentences, take_over


def told(session, made, row):
    """Return the differences of a row as (label, old, new)."""
    line = next(line for line in made.lines if line.entry.row == row)
    return {(one.label, one.old, one.new) for _, one in differences(session, line)}


@pytest.fixture
def kade(session):
    return add_supplier(session, {"name": "De Kade", "website": "https://kade.example"})


@pytest.fixture
def letters(session, kade):
    return add_product(session, kade.id, {"name": "Letters", "kind": "lt", "purpose_plain": "Leren lezen."})


@pytest.fixture
def school(session):
    return add_school(session, {"name": "De Zandloper", "site_code": "16SW03"})


FULL = entry(
    2,
    supplier_name="De Kade",
    supplier_website="www.kade.example",
    contact_email="info@kade.example",
    product_name="Rekenrijk",
    product_kind="lt",
    agreement_status="in_force",
    agreement_starts_on=date(2024, 8, 1),
    use_schools=("16SW03",),
    use_groups="3 en 4",
    annex_data="naam en groep",
)


def test_a_whole_row_is_taken_over_and_is_the_same_the_next_time(session, kade, school):
    first = take_over(session, FULL)
    again = plan(session, FULL)
    assert (actions(first), actions(again)) == ({2: "new"}, {2: "same"})
    assert not again.does_something
    use = session.query(Use).one()
    assert (use.groups, use.since, use.product.name, use.school) == ("3 en 4", SINCE, "Rekenrijk", school)
    assert session.query(Agreement).one().covers(use.product_id)
    assert kade.note == "Rekenrijk, gegevens: naam en groep"


def test_another_value_in_a_filled_field_is_shown_old_and_new(session, kade):
    made = plan(session, entry(2, supplier_name="De Kade", supplier_website="https://nieuw.example"))
    assert told(session, made, 2) == {("Website", "https://kade.example", "https://nieuw.example")}
    assert actions(made) == {2: "changed"}


def test_rows_about_one_supplier_are_put_together(session):
    take_over(
        session,
        entry(2, supplier_name="Lettervlieg", supplier_kvk="01234567", product_name="Een"),
        entry(3, supplier_name="Lettervlieg B.V.", supplier_city="Zuiderveen", product_name="Twee"),
    )
    supplier = session.query(Supplier).one()
    assert (supplier.kvk, supplier.city, [one.name for one in supplier.products]) == (
        "01234567",
        "Zuiderveen",
        ["Een", "Twee"],
    )


def test_rows_that_contradict_each_other_need_attention_and_the_others_go_on(session):
    made = take_over(
        session,
        entry(2, supplier_name="Lettervlieg", supplier_city="Zuiderveen"),
        entry(3, supplier_name="Lettervlieg", supplier_city="Noorderwiel"),
        entry(4, supplier_name="Lettervlieg", supplier_website="lettervlieg.example"),
    )
    assert actions(made) == {2: "attention", 3: "attention", 4: "new"}
    assert sentences(made)[0] == "De rijen 2 en 3 zeggen iets verschillends over “Plaats” van Lettervlieg."
    assert session.query(Supplier).one().city == ""


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"agreement_status": "not_needed"}, "Leg uit waarom er geen verwerkersovereenkomst nodig is."),
        ({"supplier_postcode": "12"}, "Een postcode bestaat uit 4 cijfers en 2 letters"),
        ({"use_schools": ("Nergens",), "product_name": "Letters"}, "De school “Nergens” staat niet in het register."),
        ({"use_schools": ("16SW03",)}, "maar geen product dat zij gebruiken"),
        ({"product_name": "Letters", "product_kind": "zomaar"}, "De code “zomaar” staat niet in"),
        ({"product_name": "x" * 201}, "te lang"),
    ],
    ids=["a decision without a reason", "a postcode", "a school", "a use of nothing", "a code", "too long a name"],
)
def test_what_a_rule_of_the_register_refuses_needs_attention(session, letters, school, said, sentence):
    made = plan(session, entry(2, supplier_name="De Kade", supplier_country="NL", **said))
    assert actions(made) == {2: "attention"}
    assert sentence in " ".join(sentences(made))


def test_a_broken_product_does_not_stop_another_row_about_its_supplier(session):
    made = take_over(
        session,
        entry(2, supplier_name="Lettervlieg", product_name="Een", agreement_status="not_needed"),
        entry(3, supplier_name="Lettervlieg", product_name="Twee"),
    )
    assert actions(made) == {2: "attention", 3: "new"}
    assert [one.name for one in session.query(Supplier).one().products] == ["Twee"]


def test_rows_of_one_agreement_cover_all_its_products(session):
    said = {"supplier_name": "Lettervlieg", "agreement_status": "in_force", "agreement_starts_on": SINCE}
    take_over(session, entry(2, product_name="Een", **said), entry(3, product_name="Twee", **said))
    assert len(session.query(Agreement).one().products) == 2


def test_rows_that_say_other_things_of_other_products_are_two_agreements(session):
    one = {"supplier_name": "Lettervlieg", "agreement_status": "in_force"}
    take_over(
        session,
        entry(2, product_name="Een", agreement_starts_on=date(2020, 8, 1), **one),
        entry(3, product_name="Twee", agreement_starts_on=date(2024, 8, 1), **one),
    )
    assert {one.starts_on.year for one in session.query(Agreement)} == {2020, 2024}


def test_a_date_is_filled_in_where_the_one_agreement_had_none(session, kade):
    row = {"supplier_name": "De Kade", "agreement_status": "in_force"}
    take_over(session, entry(2, **row))
    made = take_over(session, entry(2, agreement_starts_on=SINCE, **row))
    assert actions(made) == {2: "changed"}
    assert session.query(Agreement).one().status is AgreementStatus.IN_FORCE


def test_two_agreements_that_both_may_be_meant_are_not_guessed_at(session, kade):
    for reference in ("A", "B"):
        take_over(
            session, entry(2, supplier_name="De Kade", agreement_status="in_force", agreement_reference=reference)
        )
    made = plan(session, entry(2, supplier_name="De Kade", agreement_starts_on=SINCE))
    assert "Geef het kenmerk" in sentences(made)[0]


def test_a_use_without_a_first_day_waits_until_one_is_chosen(session, letters, school):
    row = entry(2, supplier_name="De Kade", product_name="Letters", use_schools=("De Zandloper",))
    assert "Kies één begindatum" in sentences(plan(session, row, since=None))[0]
    assert actions(plan(session, row)) == {2: "new"}


def test_a_use_that_runs_keeps_its_first_day(session, letters, school):
    start_use(session, school.id, letters.id, {"since": date(2020, 8, 1)})
    row = entry(2, supplier_name="De Kade", product_name="Letters", use_schools=("*",), use_groups="5")
    made = take_over(session, row, since=None)
    assert actions(made) == {2: "changed"}
    assert session.query(Use).one().since == date(2020, 8, 1)


def test_recipients_are_controllers_of_their_own_and_get_no_agreement(session):
    take_over(session, entry(2, supplier_name="Leerplicht", annex_data="verzuim"), kind=ListKind.RECIPIENTS)
    supplier = session.query(Supplier).one()
    assert (supplier.role, supplier.agreements, supplier.note) == (
        PartyRole.INDEPENDENT_CONTROLLER,
        [],
        "Gegevens: verzuim",
    )


def test_only_schools_of_our_board_are_taken_over(session, school):
    set_up_board(session, {"name": "Getijden", "board_number": "99001"})
    made = take_over(
        session,
        entry(
            2, school_name="DE ZANDLOPER", school_site_code="16SW03", school_board_number="99001", school_city="Veen"
        ),
        entry(3, school_name="De Golf", school_site_code="16SW04", school_board_number="99001"),
        entry(4, school_name="Elders", school_site_code="17SW00", school_board_number="12345"),
        kind=ListKind.SCHOOLS,
    )
    assert (actions(made), made.left_out) == ({2: "changed", 3: "new"}, 1)
    assert {(one.name, one.city) for one in session.query(School)} == {("De Zandloper", "Veen"), ("De Golf", "")}


def test_a_list_of_many_boards_asks_for_our_number_first(session):
    row = entry(2, school_name="De Golf", school_site_code="16SW04", school_board_number="99001")
    with pytest.raises(BrokenRule) as caught:
        plan(session, row, kind=ListKind.SCHOOLS)
    assert caught.value.field == "board_number"
    assert actions(plan(session, row, kind=ListKind.SCHOOLS, board_number="99001")) == {2: "new"}


def test_the_board_is_filled_in_by_its_number(session):
    set_up_board(session, {"name": "Getijden", "board_number": "99001"})
    rows = [entry(2, board_number="99001", board_name="GETIJDEN", board_kvk="64752577"), entry(3, board_number="12345")]
    made = take_over(session, *rows, kind=ListKind.BOARDS)
    board = session.get(SchoolBoard, 1)
    assert (made.left_out, board.name, board.kvk) == (1, "Getijden", "64752577")


def test_the_list_of_the_covenant_notes_ours_counts_others_and_names_who_is_not_on_it(session, kade):
    add_supplier(session, {"name": "Lettervlieg"})
    rows = [entry(2, supplier_name="De Kade B.V."), entry(3, supplier_name="Onbekende Uitgever")]
    made = take_over(session, *rows, kind=ListKind.COVENANT, listed_on=ON)
    noted = session.query(CovenantEntry).one()
    assert (noted.supplier, noted.checked_on, noted.source) == (kade, ON, "lijst")
    assert (made.left_out, made.missing) == (1, ["Lettervlieg"])
    assert actions(plan(session, *rows, kind=ListKind.COVENANT, listed_on=ON)) == {2: "same"}


def test_a_problem_that_the_reader_found_keeps_the_row_out(session):
    row = entry(2, supplier_name="Lettervlieg")
    broken = type(row)(row.sheet, row.row, row.values, (("x"),))
    assert plan(session, broken).of(Action.ATTENTION)


def test_a_large_list_takes_no_query_per_row(session, school):
    rows = [
        entry(
            number,
            supplier_name=f"Leverancier {number % 300}",
            product_name=f"Product {number}",
            agreement_status="in_force",
            use_schools=("16SW03",),
        )
        for number in range(1000)
    ]
    asked = []
    engine = session.get_bind()
    note = lambda *given: asked.append(given[2])  # noqa: E731
    event.listen(engine, "before_cursor_execute", note)
    made = plan(session, *rows)
    event.remove(engine, "before_cursor_execute", note)
    assert made.counts["new"] == 1000
    assert len(asked) < 12
