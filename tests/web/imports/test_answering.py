"""What the pages of an import ask and tell: answers, several schools at once, skipped rows, the fields of a column."""

from registry.services.uses.schools import add_school
from tests.web.imports.lists import LIST, names


def test_an_answer_that_was_not_taken_over_yet_is_shown_before_anything_is_written(upload, visitor, session):
    page = visitor.send("/inlezen/1/kolommen", upload(LIST.replace("De Zandloper", "rest")))
    (name,) = set(page.tree.xpath("//input[@type='radio']/@name"))
    page = visitor.send("/inlezen/1/controle", page, **{name: "leave", "skip": "y"})
    assert "Uw antwoorden zijn verwerkt" in page.text
    assert names(session) == []
    session.rollback()
    assert visitor.send("/inlezen/1/controle", page).heading == "lijst.csv"
    assert names(session) == ["De Kade"]


def test_the_button_stands_before_the_rows_and_several_schools_stand_there_once(upload, visitor, session):
    for name in ("De Golf", "Het Wad"):
        add_school(session, {"name": name})
    page = visitor.send("/inlezen/1/kolommen", upload(LIST.replace("De Zandloper", "alle")), since="2025-08-01")
    assert page.text.index("Lees de lijst in") < page.text.index("Alle rijen")
    (cell,) = page.texts("//td[@data-label='Waarover']")
    assert cell.endswith("gebruik op 3 scholen")
    assert page.text.count("gebruik op 3 scholen (De Golf, De Zandloper, Het Wad), in gebruik sinds") == 1
    assert "1 nieuwe leverancier krijgt de rol “verwerker”" in page.text


def test_the_rows_that_were_skipped_stand_on_the_page_of_the_import_with_the_reason(upload, visitor):
    page = visitor.send("/inlezen/1/kolommen", upload(LIST + "Lettervlieg;;De Zandloper;\nRekenwolk;Sommen;rest;\n"))
    page = visitor.send("/inlezen/1/controle", page, skip="y")
    assert page.texts("//tbody//th") == ["Rij 3", "Rij 4"]
    assert "Er staan scholen bij, maar geen product" in page.text
    assert "De school “rest” staat niet in het register." in page.text
    assert "Over een ander bestuur" not in page.text


def test_only_fields_that_this_kind_of_list_can_fill_are_offered(upload, visitor):
    offered = {code.partition(".")[0] for code in upload().tree.xpath("//select[@name='c0']//option/@value") if code}
    assert offered == {"supplier", "contact", "covenant", "product", "agreement", "use", "annex"}
