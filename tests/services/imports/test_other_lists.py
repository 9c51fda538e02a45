"""Recipients, schools, boards, and the list of the covenant."""

from dataclasses import replace

import pytest

from registry.errors import BrokenRule
from registry.exchange.lists.entry import ListKind
from registry.model import CovenantEntry, School, SchoolBoard, Supplier
from registry.model.supplier import PartyRole
from registry.services.board.board import set_up_board
from registry.services.imports.at_once import look_at
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from tests.services.imports.rows import ON, SINCE, actions, entry, plan, take_over


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


def test_a_matrix_gives_each_school_with_a_cross_its_use(session, school, letters):
    add_school(session, {"name": "De Golf"})
    content = b"Product;De Zandloper;De Golf\nLetters;x;mei 2024\nCijfers;;x\n"
    told = look_at(session, "matrix.csv", content, "matrix", lambda choices: replace(choices, since=SINCE), ON)
    uses = {(row["row"], row["action"], name) for row in told["rows"] for name in row["record"] if " op " in name}
    assert uses == {(2, "new", "Letters op De Zandloper"), (2, "new", "Letters op De Golf")}
    assert [one["sentence"] for one in told["rows"][1]["remarks"]] == [
        "gelezen als 1 mei 2024",
        "Letters is in het register een product van De Kade.",
    ]
    (unknown,) = [row for row in told["rows"] if row["row"] == 3]
    assert (unknown["action"], unknown["problems"][0]["sentence"]) == (
        "attention",
        "Van welke leverancier is “Cijfers”?",
    )


def test_crosses_under_a_school_of_the_register_are_its_uses_in_a_list_with_many_other_columns(session, school):
    head = "Leverancier;Product;Waarvoor;Bedrag;Besteld door;De Zandloper;De Gulp"
    content = f"{head}\nKade;Letters;lezen;12;Els;x;\nKade;Cijfers;rekenen;30;Els;x;x\n".encode()
    told = look_at(session, "lijst.csv", content, "", lambda choices: replace(choices, since=SINCE), ON)
    assert told["kind"] == "matrix"
    filled = {column["heading"]: column["field"] for column in told["columns"]}
    assert (filled["De Zandloper"], filled["De Gulp"]) == ("use.schools", "use.schools")


def test_crosses_under_words_that_are_no_school_stay_what_they_are(session, school):
    head = "Leverancier;Product;Waarvoor;Bedrag;Besteld door;Betaald;Nagekeken"
    content = f"{head}\nKade;Letters;lezen;12;Els;x;\nKade;Cijfers;rekenen;30;Els;x;x\n".encode()
    told = look_at(session, "lijst.csv", content, "", lambda choices: choices, ON)
    assert told["kind"] == "suppliers"


def test_a_list_about_uses_without_schools_says_what_to_do_about_it(session):
    made = plan(session, entry(2, supplier_name="De Kade", product_name="Letters", use_groups="5"))
    (problem,) = made.lines[0].problems
    assert "de lijst noemt geen school" in problem.sentence
