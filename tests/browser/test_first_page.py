"""The first page of an empty register, as a browser shows it."""

import pytest


@pytest.mark.parametrize("width", [1280, 375])
def test_the_first_page_fits_the_window(page, serve, app, width):
    page.set_viewport_size({"width": width, "height": 800})
    answer = page.goto(serve(app))
    assert answer.ok
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_page_needs_no_script(browser, serve, app):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    assert page.goto(serve(app)).ok
    assert page.locator("h1").is_visible()
    context.close()
