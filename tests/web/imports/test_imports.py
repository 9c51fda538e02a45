"""Taking a list over at the screen: upload, columns, what comes of it, confirm, undo."""

from io import BytesIO

import pytest
from sqlalchemy import select

from registry.access import Viewer
from registry.model import Import, SavedMapping, School, Use
from registry.model.imports import ImportState
from registry.services.board.board import set_up_board
from registry.services.imports.importing import offer_import
from registry.services.suppliers.suppliers import add_supplier
from tests.web.imports.lists import LIST, names


def test_a_list_goes_from_upload_to_register_and_back(upload, visitor, session):
    page = upload()
    assert page.heading == "Wat staat er in de lijst?"
    page = visitor.send("/inlezen/1/kolommen", page, since="2025-08-01")
    assert page.heading == "Wat gebeurt er?"
    assert "Letters op De Zandloper, in gebruik sinds: 1 augustus 2025" in page.text
    assert names(session) == []
    page = visitor.send("/inlezen/1/controle", page)
    assert (page.heading, names(session)) == ("lijst.csv", ["De Kade"])
    assert session.scalars(select(Use)).one().since.year == 2025
    session.rollback()
    page = visitor.submit("/inlezen/1/ongedaan-maken")
    assert "weer zoals het was" in page.text
    assert names(session) == []
    assert session.get(Import, 1).state is ImportState.UNDONE


def test_what_was_taken_over_leads_to_the_next_first_step(upload, visitor):
    page = visitor.send("/inlezen/1/controle", visitor.send("/inlezen/1/kolommen", upload()))
    assert page.texts("//ol[@class='steps']/li[@aria-current='step']") == ["Lijst voor de schoolgids"]
    assert page.tree.xpath("//section[@class='next']//a/@href") == ["/documenten/school/1"]


def test_a_person_leaves_a_column_out_and_keeps_the_columns(upload, visitor, session):
    page = upload()
    visitor.send("/inlezen/1/kolommen", page, c2="", save_mapping="y")
    visitor.submit("/inlezen/1/controle")
    assert session.scalars(select(Use)).all() == []
    assert session.scalars(select(SavedMapping)).one().fields["2"] == ""
    session.rollback()
    again = upload()
    assert dict(again.values())["c2"] == ""


def test_another_kind_of_list_is_read_anew(upload, visitor):
    upload("Naam;Plaats\nDe Golf;Veen\n")
    page = visitor.open("/inlezen/1/kolommen?tabel=0&soort=schools")
    assert dict(page.values())["c0"] == "school.name"
    page = visitor.send("/inlezen/1/kolommen?tabel=0&soort=schools", page)
    assert "De Golf" in page.text
    assert dict(page.values())["seal"]


def test_a_question_is_answered_with_a_round_and_then_the_row_goes_along(upload, visitor, session):
    add_supplier(session, {"name": "De Kadde"})
    page = visitor.send("/inlezen/1/kolommen", upload())
    question = page.tree.xpath("//input[@type='radio']")[0]
    assert "lijken voor" in page.text
    assert "Rijen met een vraag of fout" in page.text or "vraagt aandacht" in page.text
    page = visitor.send("/inlezen/1/controle", page, **{question.get("name"): "new"})
    confirm = page.tree.xpath("//input[@name='seal']/@value")[-1]
    token = dict(page.values())["csrf_token"]
    visitor.client.post("/inlezen/1/controle", data={"seal": confirm, "csrf_token": token})
    assert sorted(names(session)) == ["De Kadde", "De Kade"]


def test_rows_that_need_attention_are_named_by_row_and_column_and_wait_for_a_tick(upload, visitor, session):
    upload(LIST + "Lettervlieg;;De Zandloper;\n")
    page = visitor.submit("/inlezen/1/kolommen")
    assert "Er staan scholen bij, maar geen product dat zij gebruiken." in page.text
    assert page.texts("//tbody//th")[0].startswith("Rij 3")
    page = visitor.send("/inlezen/1/controle", page)
    assert page.status == 422
    assert "nog aandacht" in page.errors[0]
    assert names(session) == []
    session.rollback()
    visitor.send("/inlezen/1/controle", page, skip="y")
    assert names(session) == ["De Kade"]


def test_a_register_that_changed_since_is_shown_anew(upload, visitor, session):
    page = visitor.send("/inlezen/1/kolommen", upload())
    add_supplier(session, {"name": "De Kade"})
    page = visitor.send("/inlezen/1/controle", page)
    assert (page.status, "is veranderd sinds u de controle bekeek" in page.text) == (422, True)
    assert session.scalars(select(Use)).all() == []


def test_a_list_of_many_boards_asks_for_our_number(visitor, session):
    set_up_board(session, {"name": "Stichting Getijden"})
    head = "BEVOEGD GEZAG NUMMER;VESTIGINGSCODE;VESTIGINGSNAAM;PLAATSNAAM\n"
    content = head + "99001;16SW03;De Golf;VEEN\n12345;17AB00;Elders;VEEN\n"
    page = visitor.submit("/inlezen/nieuw", file=(BytesIO(content.encode()), "duo.csv"))
    again = visitor.send("/inlezen/1/kolommen", page)
    assert "Vul het bestuursnummer in" in again.text
    page = visitor.send("/inlezen/1/kolommen", again, board_number="99001")
    assert "1 rij gaat over een ander bestuur" in page.text
    visitor.send("/inlezen/1/controle", page)
    assert list(session.scalars(select(School.name))) == ["De Golf"]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "leeg.csv", "leeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "oud.xlsx", "bestand"),
        (LIST.encode(), "lijst 123456782.csv", "BSN"),
    ],
    ids=["empty", "no workbook", "a BSN in its name"],
)
def test_a_file_that_is_no_list_is_one_sentence_on_the_form(upload, session, content, name, sentence):
    page = upload(content, name)
    assert (page.status, len(page.errors)) == (422, 1)
    assert sentence in page.errors[0]
    assert session.scalars(select(Import)).all() == []


def test_a_list_can_be_thrown_away(upload, visitor, session):
    upload()
    page = visitor.submit("/inlezen/1/weggooien")
    assert "is weggegooid" in page.text
    assert session.scalars(select(Import)).all() == []


def test_what_was_taken_over_is_not_taken_over_again(upload, visitor, session):
    page = visitor.send("/inlezen/1/kolommen", upload())
    visitor.send("/inlezen/1/controle", page)
    page = visitor.send("/inlezen/1/controle", page)
    assert (page.status, "al ingelezen" in page.text) == (422, True)
    assert names(session) == ["De Kade"]


def test_the_way_to_it_is_shown_where_people_look(visitor, session):
    assert "Lees die lijst in" in visitor.open("/").text
    set_up_board(session, {"name": "Stichting Getijden"})
    add_supplier(session, {"name": "De Kade"})
    for address in ("/", "/bestuur/", "/leveranciers/", "/scholen/"):
        assert visitor.open(address).tree.xpath("//a[starts-with(@href, '/inlezen')]"), address


def test_an_import_of_long_rows_is_shown_in_pages(upload, visitor, session):
    rows = "".join(f"Leverancier {number};;;\n" for number in range(120))
    page = visitor.send("/inlezen/1/kolommen", upload(LIST.splitlines()[0] + "\n" + rows))
    assert len(page.tree.xpath("//tbody/tr")) == 50
    assert "51 tot en met 100 van 120" in visitor.open("/inlezen/1/controle?page=2").text


def test_the_list_of_imports_tells_who_uploaded_what(visitor, session, register):
    session.info["viewer"] = Viewer("privacy officer", session.info["viewer"].rights)
    offer_import(session, "lijst.csv", LIST.encode())
    page = visitor.open("/inlezen/")
    assert "nog niet ingelezen" in page.text
    assert "privacy officer" in page.text


def test_a_file_over_the_limit_is_refused_and_not_kept(session, upload):
    assert upload(b"a;b\n".ljust(25 * 1024 * 1024 + 1)).status == 413
    assert session.scalars(select(Import)).all() == []


def test_a_list_of_which_every_row_asks_attention_is_not_said_to_be_in_the_register(upload, visitor):
    page = visitor.send("/inlezen/1/kolommen", upload("Leverancier;Product;Grondslag\nDe Golf;Zand;toestemming\n"))
    assert "Er is nog niets in te lezen: iedere rij vraagt aandacht." in page.text
    assert "Kolom Grondslag: Dit gaat over het gebruik op een school" in page.text


def test_a_label_keeps_its_capitals_in_a_sentence(upload, visitor):
    page = visitor.send(
        "/inlezen/1/kolommen", upload("Leverancier;KvK-nummer;Website\nDe Golf;01234567;golf.example\n")
    )
    assert "De Golf, KvK-nummer: 01234567; website: https://golf.example" in page.text
