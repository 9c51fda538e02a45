"""A browser in front of a running server, for every test that asks for `browser`, `page` or `serve`."""

import os
import threading

import pytest
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from dev import find_browser

NO_BROWSER = "geen Chromium, Chrome of Edge gevonden (wijs er een aan met TEST_BROWSER)"
# No sandbox: a CI machine runs as root. The rest keeps the browser from going out by itself.
ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


def is_fault(message):
    """Whether what the console says is a fault; it also says that a form came back with its errors, and how."""
    return message.type == "error" and "status of 422" not in message.text


@pytest.fixture(scope="session")
def browser_path():
    """The browser to test with; without one its tests are skipped, and fail on a CI machine."""
    path = find_browser()
    if not path:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(NO_BROWSER)
    return path


@pytest.fixture(scope="session")
def browser(browser_path, tmp_path_factory):
    """The one browser of a test process: a second Playwright beside it would not start."""
    home = str(tmp_path_factory.mktemp("browser"))
    own = {**os.environ, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}  # leaves a person's own browser alone
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS, env=own)
        yield started
        started.close()


@pytest.fixture
def page(browser, serve):
    """A page of a visitor of its own, which fails the test when the browser reports an error or a refused script.

    It asks for `serve` to be closed before the server: one that stops while a page still loads is such an error.
    """
    context = browser.new_context(locale="nl-NL")
    opened = context.new_page()
    complaints = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: complaints.append(message.text) if is_fault(message) else None)
    yield opened
    context.close()
    assert complaints == []


@pytest.fixture
def serve():
    """Start a server for an app and give its address; it stops after the test."""
    servers = []

    def start(app):
        server = make_server("127.0.0.1", 0, app, threaded=True)
        server.daemon_threads = False  # closing waits for what is still being answered, before the app goes
        threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser_path" in item.fixturenames:
            item.add_marker(pytest.mark.browser)


def pytest_terminal_summary(terminalreporter):
    skipped = [report for report in terminalreporter.getreports("skipped") if NO_BROWSER in str(report.longrepr)]
    if skipped:
        terminalreporter.section("LET OP", sep="!", red=True, bold=True)
        terminalreporter.line(f"{len(skipped)} browsertoetsen zijn overgeslagen: {NO_BROWSER}.", red=True, bold=True)
