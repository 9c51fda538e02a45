"""A list that follows what one types, as a browser shows it."""

from playwright.sync_api import expect

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.services.suppliers.suppliers import add_supplier


def test_the_list_follows_what_one_types_and_the_address_keeps_it(page, serve, app):
    with app.app_context():
        session = session_for(BUILT_IN)
        add_supplier(session, {"name": "Lettervlieg"}, {"aliases": [{"name": "De Vlieg"}]})
        add_supplier(session, {"name": "Rekenwolk"})
        db.session.remove()
    page.goto(f"{serve(app)}/leveranciers/?op=-naam")
    names, box = page.locator("tbody th a"), page.get_by_label("Zoek op naam")
    expect(names).to_have_text(["Rekenwolk", "Lettervlieg"])
    box.press_sequentially("de vl")
    expect(names).to_have_text(["Lettervlieg"])
    expect(page.locator("#told")).to_have_text("1 leverancier")
    expect(box).to_be_focused()
    assert page.url.endswith("?op=-naam&zoek=de+vl")
    expect(page.get_by_role("link", name="Deze lijst in Excel")).to_have_attribute(
        "href", "/leveranciers/lijst.xlsx?op=-naam&zoek=de+vl"
    )
    page.reload()
    expect(box).to_have_value("de vl")
    box.fill("niets")
    expect(page.locator("#list")).to_contain_text("Geen enkele leverancier")
    page.get_by_role("link", name="Wis filters").click()
    expect(names).to_have_text(["Lettervlieg", "Rekenwolk"])
