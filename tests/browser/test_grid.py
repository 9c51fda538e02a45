"""The grid by keyboard and with shift."""

import pytest

from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school


@pytest.fixture
def opened(app, session, page, serve):
    for name in ("De Klok", "De Zandloper", "De Zonnewijzer"):
        add_school(session, {"name": name})
    supplier = add_supplier(session, {"name": "Lettervlieg B.V."})
    for name, kind in (("Letters", "lt"), ("Cijfers", "sli"), ("Noten", "lt")):
        add_product(session, supplier.id, {"name": name, "kind": kind})
    session.rollback()
    page.goto(f"{serve(app)}/wie-gebruikt-wat/")
    return page


def ticked(page):
    return page.eval_on_selector_all("table.matrix input:checked", "boxes => boxes.map(box => box.value)")


def box(page, value):
    return page.locator(f"table.matrix input[value='{value}']")


def test_the_arrows_walk_over_the_heads_of_groups_too(opened):
    box(opened, "1-1").focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowLeft", "End"):
        opened.keyboard.press(key)
    assert opened.evaluate("document.activeElement.value") == "3-2"
    opened.keyboard.press("ArrowRight")
    assert opened.evaluate("document.activeElement.value") == "3-2"


def test_space_ticks_and_shift_takes_the_tick_along(opened):
    box(opened, "1-1").focus()
    for key in ("Space", "Shift+ArrowRight", "Shift+ArrowRight"):
        opened.keyboard.press(key)
    assert ticked(opened) == ["1-1", "2-1", "3-1"]


def test_a_click_with_shift_fills_what_lies_between(opened):
    box(opened, "1-1").click()
    box(opened, "2-3").click(modifiers=["Shift"])
    assert sorted(ticked(opened)) == ["1-1", "1-3", "2-1", "2-3"]


def test_leaving_with_ticks_that_are_not_saved_asks(opened):
    box(opened, "1-1").focus()
    for key in ("Space", "Shift+ArrowRight"):
        opened.keyboard.press(key)
    asked = []
    opened.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    opened.get_by_role("link", name="Scholen").first.click()
    opened.wait_for_url("**/scholen/")
    assert asked == ["beforeunload"]
