"""The browser itself: a page opens in it, and what goes wrong in the page fails the test."""

from flask import Flask

PAGE = "<!doctype html><title>Proef</title><link rel=icon href=data:,><h1>Dag school</h1>"


def test_a_page_opens_in_the_browser(page, serve):
    app = Flask("probe")
    app.add_url_rule("/", view_func=lambda: PAGE)
    page.goto(serve(app))
    assert page.title() == "Proef"
    assert page.locator("h1").inner_text() == "Dag school"
