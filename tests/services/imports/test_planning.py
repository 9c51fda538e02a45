"""What rows come to beside the register: new, changed, the same, or something that a person has to look at."""

import gc
from datetime import date

import pytest
from sqlalchemy import event

from registry.errors import BrokenRule
from registry.exchange.lists.entry import Problem
from registry.model import Agreement, Supplier, Use
from registry.queries.collecting import no_search_for_cycles
from registry.services.imports.plan import Action
from registry.services.imports.words import differences
from tests.services.imports.rows import SINCE, actions, entry, plan, sentences, take_over


def told(session, made, row):
    """Return the differences of a row as (label, old, new)."""
    line = next(line for line in made.lines if line.entry.row == row)
    return {(one.label, one.old, one.new) for _, one in differences(session, line)}


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


def test_many_rows_that_contradict_each_other_say_so_once_with_all_of_them(session):
    rows = [entry(row, supplier_name="Lettervlieg", supplier_city=f"Plaats {row % 3}") for row in (2, 3, 4, 5)]
    made = plan(session, *rows)
    sentence = "De rijen 2, 3, 4 en 5 zeggen iets verschillends over “Plaats” van Lettervlieg."
    assert sentences(made) == [sentence] * 4


def test_the_search_for_lost_objects_is_on_again_after_a_plan_that_failed():
    seen = []

    def plan_that_fails():
        seen.append(gc.isenabled())
        raise BrokenRule("Dit mag niet.")

    with pytest.raises(BrokenRule), no_search_for_cycles():
        plan_that_fails()
    assert (seen, gc.isenabled()) == ([False], True)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"supplier_postcode": "12"}, "Een postcode bestaat uit 4 cijfers en 2 letters"),
        ({"use_schools": ("16SW03",)}, "maar geen product dat zij gebruiken"),
        ({"product_name": "Letters", "product_kind": "zomaar"}, "De code “zomaar” staat niet in"),
        ({"product_name": "x" * 201}, "te lang"),
    ],
    ids=["a postcode", "a use of nothing", "a code", "too long a name"],
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


def test_a_problem_that_the_reader_found_keeps_the_row_out(session):
    row = entry(2, supplier_name="Lettervlieg")
    broken = type(row)(row.sheet, row.row, row.values, (Problem("", "x"),))
    assert plan(session, broken).of(Action.ATTENTION)


@pytest.mark.parametrize("is_known", [False, True], ids=["all of it new", "all of it in the register"])
def test_a_large_list_takes_no_query_per_row(session, school, is_known):
    rows = [
        entry(
            number,
            supplier_name=f"Leverancier {number % 50}",
            product_name=f"Product {number}",
            agreement_status="in_force",
            use_schools=("16SW03",),
        )
        for number in range(150)
    ]
    if is_known:
        take_over(session, *rows)
    asked, engine = [], session.get_bind()
    note = lambda *given: asked.append(given[2])  # noqa: E731
    event.listen(engine, "before_cursor_execute", note)
    made = plan(session, *rows)
    event.remove(engine, "before_cursor_execute", note)
    assert made.counts["same" if is_known else "new"] == 150
    assert len(asked) < 15
