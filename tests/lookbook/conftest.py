"""The look-book for a test, without a browser and in one."""

import pytest

from tests.lookbook.book import create_book
from tests.lookbook.pictures import ADDRESS, open_context


@pytest.fixture(scope="session")
def book():
    return create_book().test_client()


@pytest.fixture(scope="session")
def visitor_of_the_book(browser, book):
    context = open_context(browser, book)
    yield context
    context.unroute_all(behavior="ignoreErrors")
    context.close()


@pytest.fixture
def tab(visitor_of_the_book):
    """A tab of the browser that keeps what the browser complained of."""
    tab = visitor_of_the_book.new_page()
    tab.complaints = []
    tab.on("console", lambda message: tab.complaints.append(message.text))
    yield tab
    tab.close()


@pytest.fixture
def open_page(tab):
    """Open a page of the look-book at a width, in light or in dark."""

    def open_page(page, width=1280, scheme="light"):
        tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        tab.set_viewport_size({"width": width, "height": 900})
        tab.goto(f"{ADDRESS}/{page}.html")
        return tab

    return open_page
