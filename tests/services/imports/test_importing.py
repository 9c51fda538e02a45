"""Offering a list, looking at it, taking it over, and taking it back."""

import gzip

import pytest
import sqlalchemy as sa

from registry.errors import BrokenRule, RegisterError
from registry.model import Base, FileContent, Import, Supplier
from registry.model.imports import ImportState
from registry.services.agreements.agreements import add_agreement
from registry.services.imports.choices import Choices
from registry.services.imports.importing import choose, let_go, offer_import, preview, run_import
from registry.services.imports.sealing import seal
from registry.services.imports.undoing import hindrances, undo_import
from registry.services.suppliers.suppliers import add_supplier, edit_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from tests.services.imports.offering import BSN, LIST, NOW, ON, offered, tables, taken_over


def test_a_list_is_taken_over_and_comes_to_nothing_the_second_time(session, register):
    one = taken_over(session, offered(session))
    assert one.state is ImportState.DONE
    assert {supplier.name for supplier in session.query(Supplier)} == {"De Kade B.V.", "Lettervlieg"}
    assert preview(session, offered(session).id, ON).counts["same"] == 3
    with pytest.raises(BrokenRule, match="niets in te lezen"):
        taken_over(session, offered(session))


def test_nothing_is_in_the_register_before_it_is_confirmed(session, register):
    before = tables(session)
    preview(session, offered(session).id, ON)
    session.rollback()
    assert tables(session) == before


def test_undoing_gives_the_register_back_as_it_was(session, register):
    before = tables(session)
    one = taken_over(session, offered(session))
    session.rollback()
    assert tables(session) != before
    undo_import(session, one.id, NOW)
    assert tables(session) == before
    assert one.state is ImportState.UNDONE


@pytest.mark.parametrize("what", ["changed", "agreement", "use"])
def test_what_was_built_on_an_import_stands_in_the_way_of_undoing_it(session, register, what):
    one = taken_over(session, offered(session))
    new = session.query(Supplier).filter_by(name="Lettervlieg").one()
    if what == "changed":
        edit_supplier(session, new.id, new.version, {"city": "Zuiderveen"})
    elif what == "agreement":
        add_agreement(session, new.id, {})
    else:
        school = add_school(session, {"name": "De Golf"})
        start_use(session, school.id, new.products[0].id, {"since": ON})
    before = tables(session)
    assert hindrances(session, one)
    with pytest.raises(BrokenRule, match=r"Lettervlieg|Lezen"):
        undo_import(session, one.id, NOW)
    assert tables(session) == before


def test_a_rule_that_refuses_a_late_row_leaves_nothing(session, register, monkeypatch):
    rows = "".join(f"Leverancier {number};;Product;De Zandloper;ja\n" for number in range(500))
    one = offered(session, LIST.splitlines()[0] + "\n" + rows)
    given = seal(session, one, preview(session, one.id, ON), NOW)
    before, made = tables(session), []

    from registry.services.imports import writing

    def failing(*said, **told):
        if len(made) == 400:
            raise BrokenRule("Dit mag niet.")
        made.append(said)
        return add_supplier(*said, **told)

    monkeypatch.setattr(writing, "add_supplier", failing)
    with pytest.raises(BrokenRule, match=r"Rij 402, Leverancier 400: Dit mag niet\."):
        run_import(session, one.id, given, False, ON, NOW)
    assert tables(session) == before
    assert session.get(Import, one.id).state is ImportState.OFFERED


def test_rows_that_need_attention_are_skipped_only_when_somebody_says_so(session, register):
    one = offered(session, LIST + "Nieuw;12;Iets;De Zandloper;ja\n")
    with pytest.raises(BrokenRule, match="1 rij vraagt nog aandacht"):
        taken_over(session, one)
    assert taken_over(session, one, skip=True).counts["attention"] == 1


def test_a_number_that_can_be_a_bsn_is_nowhere_in_the_database(session, register):
    one = offered(session, LIST + f"Nieuw;;{BSN};De Zandloper;ja\n")
    line = preview(session, one.id, ON).lines[-1]
    assert "Product" in [problem.column for problem in line.problems]
    taken_over(session, one, skip=True)
    kept = [gzip.decompress(content) for content in session.scalars(sa.select(FileContent.content))]
    written = [repr(row) for table in Base.metadata.sorted_tables for row in session.execute(sa.select(table))]
    assert not any(BSN.encode() in content for content in kept)
    assert not any(BSN in row for row in written)


def test_a_bsn_in_the_name_of_the_file_is_refused(session):
    with pytest.raises(RegisterError) as caught:
        offer_import(session, f"lijst {BSN}.csv", LIST.encode())
    assert BSN not in caught.value.sentence
    assert session.query(Import).count() == 0


def test_kept_columns_are_proposed_for_the_next_list_with_the_same_headings(session, register):
    one = offered(session)
    columns = {0: "supplier.name", 1: "supplier.kvk", 2: "product.name", 3: "", 4: ""}
    choose(session, one.id, Choices(kind="suppliers", columns=columns), save_mapping=True)
    other = offer_import(session, "volgend jaar.csv", LIST.upper().encode())
    assert Choices.read(other.choices).columns == columns


def test_a_list_that_is_let_go_leaves_no_tables(session, register):
    one = offered(session)
    let_go(session, one.id)
    assert session.query(Import).count() == 0
    assert session.query(FileContent).count() == 0


def test_the_change_is_called_after_the_import(session, register):
    one = taken_over(session, offered(session))
    whys = session.execute(
        sa.text("select distinct why from audit_event where change_id = :c"), {"c": one.change_number}
    )
    assert list(whys.scalars()) == [f"import {one.id}: lijst.csv"]
