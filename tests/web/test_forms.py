"""What every form that changes a record has: the version that its reader saw."""

import pytest

from registry.services.suppliers.suppliers import add_supplier
from tests.visitor import Page

EDIT = "/scholen/1/wijzigen"


@pytest.mark.parametrize("version", [None, "", "x", "-1", "9" * 40, "٣"])
def test_a_form_without_a_version_that_counts_saves_nothing(visitor, three_schools, version):
    page = visitor.open(EDIT)
    sent = dict(page.values()) | {"name": "De Wekker", "version": version}
    answer = Page(visitor.client.post(EDIT, data={name: value for name, value in sent.items() if value is not None}))
    assert answer.status == 409
    assert dict(answer.values())["name"] == "De Wekker"
    assert "De Wekker" not in visitor.open("/scholen/").text


@pytest.mark.parametrize("number", [None, "", "x", "-1", "²", "٣", "999999999", "9" * 40])
def test_a_row_without_a_number_that_counts_is_a_new_row(session, visitor, number):
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."}, {"aliases": [{"name": "Letterfabriek"}]})
    address = f"/leveranciers/{supplier.id}/wijzigen"
    session.rollback()
    typed = {"aliases-0-id": number, "aliases-0-name": "Letterhuis", "country": "NL"}
    answer = visitor.submit(address, follow=False, **typed)
    assert answer.status == 302, answer.errors
    assert "Letterhuis" in visitor.open(f"/leveranciers/{supplier.id}").text


def test_only_a_form_that_came_back_holds_text_that_is_not_saved(visitor, three_schools):
    assert not visitor.open(EDIT).tree.xpath("//form[@data-unsaved]")
    assert visitor.submit(EDIT, name="").tree.xpath("//form[@data-unsaved]")


def test_a_password_that_was_wrong_is_no_text_to_keep(app, visitor):
    app.config["SIGN_IN"] = True
    page = visitor.submit("/aanmelden", email="iemand@getijden.example", password="fout")
    assert page.status == 422 or page.errors
    assert not page.tree.xpath("//form[@data-unsaved]")
