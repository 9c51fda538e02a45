"""A supplier's file becomes a proposal: hand it in, tick, take over."""

import pytest
from playwright.sync_api import expect

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.demo.papers import PAPER
from registry.demo.reading import FOLDER
from registry.services.board.board import set_up_board
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier


@pytest.fixture
def filled(app):
    with app.app_context():
        session = session_for(BUILT_IN)
        set_up_board(session, {"name": "Stichting Getijden"})
        supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
        add_product(session, supplier.id, {"name": "Lettervlieg Spelling", "kind": "lt"})
        db.session.remove()
    return app


@pytest.mark.parametrize("width", [1280, 375])
def test_a_file_that_is_handed_in_becomes_a_proposal(page, serve, filled, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{serve(filled)}/bijlagen-inlezen")
    page.get_by_label("Bestand van de leverancier").set_input_files(FOLDER / "files" / PAPER)
    page.get_by_role("button", name="Lees het bestand").last.click()
    expect(page.locator("h1")).to_have_text("Privacybijsluiter van Lettervlieg Spelling")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("mark#tekst-retention")).to_be_visible()
    page.get_by_role("checkbox", name="Bewaartermijnen").uncheck()
    page.get_by_role("button", name="Neem over wat is aangevinkt").last.click()
    expect(page.get_by_text("Dit voorstel is gemaakt uit het stuk.")).to_be_visible()
    expect(page.get_by_label("Versie")).to_have_value("3.1")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
