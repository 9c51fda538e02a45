"""Opens the look-book in a browser without a server: the application itself answers what the browser asks."""

from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from tests.browsing import ARGUMENTS

ADDRESS = "http://lookbook.example"


@contextmanager
def opened_browser(path):
    """Yield a browser, started from this path."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def open_context(browser, client, **options):
    """Return a visitor for whom the application behind this client is the whole web."""
    context = browser.new_context(locale="nl-NL", **options)
    context.route("**/*", lambda route: answer(client, route))
    return context


def answer(client, route):
    address = urlsplit(route.request.url)
    with client.get(address.path, query_string=address.query) as response:
        route.fulfill(status=response.status_code, headers=dict(response.headers), body=response.data)
