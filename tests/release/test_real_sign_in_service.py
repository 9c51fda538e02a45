"""Signing in at a real sign-in service: oidc-provider, a certified one from npm, started here where Node is present."""

import shutil
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import requests
from lxml import html

from registry.model.account import Role
from registry.services.accounts.provided import NO_ACCOUNT
from registry.services.accounts.provider.asking import provider_of
from registry.web.accounts.single_sign_on import DOWN, REFUSED
from tests.visitor import Page
from tests.web.accounts.conftest import *  # noqa: F403

HERE = Path(__file__).parent / "sign_in_service"
NODE, NPM = shutil.which("node"), shutil.which("npm")
BEGIN, BACK = "/aanmelden/sso", "/aanmelden/sso/terug"

pytestmark = [
    pytest.mark.skipif(not (NODE and NPM), reason="Node and npm are not on this computer"),
    pytest.mark.xdist_group("node"),
]


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """The folder with the service and what it needs."""
    folder = tmp_path_factory.mktemp("sign_in_service")
    for file in HERE.iterdir():
        shutil.copy(file, folder)
    command = [NPM, "install", "--no-audit", "--no-fund", "--no-package-lock"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def port(app):
    """A free port, at which the register looks for its sign-in service."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        number = free.getsockname()[1]
    app.config.update(
        OIDC_DISCOVERY=f"http://127.0.0.1:{number}/.well-known/openid-configuration",
        OIDC_CLIENT_ID="register",
        OIDC_CLIENT_SECRET="geheim van het register",
    )
    yield number
    provider_of.cache_clear()


@contextmanager
def service(folder, port, algorithm="RS256"):
    """The service, from its first answer on; it makes a key of its own each time."""
    command = [NODE, "service.js", str(port), f"http://localhost{BACK}", algorithm]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        try:
            assert running.stdout.readline() == "ready\n"
            yield
        finally:
            running.terminate()


def sign_in_there(visitor, name, *, cancel=False):
    """Go to the service, sign in and agree as a person does; the address to which it sends the browser back."""
    page, elsewhere = visitor.client.get(BEGIN).headers["Location"], requests.Session()
    answer = elsewhere.get(page, timeout=10, allow_redirects=False)
    for _ in range(10):
        if (location := answer.headers.get("Location")) is not None:
            address = urljoin(answer.url, location)
            if urlsplit(address).hostname == "localhost":
                return f"{BACK}?{urlsplit(address).query}"
            answer = elsewhere.get(address, timeout=10, allow_redirects=False)
            continue
        tree = html.fromstring(answer.text, base_url=answer.url)
        if cancel:
            address = next(link for link in tree.xpath("//a/@href") if link.endswith("/abort"))
            answer = elsewhere.get(urljoin(answer.url, address), timeout=10, allow_redirects=False)
            continue
        form = tree.forms[0]
        sent = dict(form.form_values()) | ({"login": name, "password": "x"} if "login" in form.fields else {})
        answer = elsewhere.post(urljoin(answer.url, form.action), data=sent, timeout=10, allow_redirects=False)
    raise AssertionError(f"the service goes on asking: {answer.text}")


@pytest.mark.parametrize("algorithm", ["RS256", "PS256", "ES256", "EdDSA"])
def test_who_was_invited_signs_in_and_out_and_in_again(packages, port, hired, browser, algorithm):
    hired(Role.PRIVACY_OFFICER, email="ib@bestuur.example", password="")
    with service(packages, port, algorithm):
        visitor = browser()
        assert visitor.client.get(sign_in_there(visitor, "ib")).status_code == 302
        assert visitor.client.get("/leveranciers/").status_code == 200
        assert "Privacy officer" in visitor.open("/mijn-account/").text
        visitor.send("/afmelden", visitor.open("/mijn-account/"))
        assert visitor.client.get("/leveranciers/").status_code == 302
        assert visitor.client.get(sign_in_there(visitor, "ib")).status_code == 302


def test_s18_an_answer_counts_once(packages, port, hired, browser):
    hired(Role.PRIVACY_OFFICER, email="ib@bestuur.example", password="")
    with service(packages, port):
        visitor = browser()
        address = sign_in_there(visitor, "ib")
        cookie = visitor.client.get_cookie("session").value
        assert visitor.client.get(address).status_code == 302
        assert visitor.client.get(address).status_code == 400
        other = browser()
        other.client.set_cookie("session", cookie)  # even with the cookie of before: the service takes a code once
        assert Page(other.client.get(address)).errors == [REFUSED]


@pytest.mark.parametrize("name", ["onbekend", "ongezien"])
def test_s24_who_was_not_invited_or_has_no_verified_address_is_told(packages, port, hired, browser, name):
    hired(Role.PRIVACY_OFFICER, email="ongezien@bestuur.example", password="")
    with service(packages, port):
        visitor = browser()
        assert Page(visitor.client.get(sign_in_there(visitor, name))).errors == [NO_ACCOUNT]


def test_s23_with_a_new_key_of_the_service_one_comes_in_all_the_same(packages, port, hired, browser):
    hired(Role.PRIVACY_OFFICER, email="ib@bestuur.example", password="")
    for _ in range(2):
        with service(packages, port):
            visitor = browser()
            assert visitor.client.get(sign_in_there(visitor, "ib")).status_code == 302


def test_s25_who_gives_up_there_is_told_here(packages, port, browser):
    with service(packages, port):
        visitor = browser()
        assert Page(visitor.client.get(sign_in_there(visitor, "ib", cancel=True))).errors == [REFUSED]


def test_s20_with_another_secret_than_the_service_knows_nobody_comes_in(app, packages, port, hired, browser):
    hired(Role.PRIVACY_OFFICER, email="ib@bestuur.example", password="")
    app.config["OIDC_CLIENT_SECRET"] = "iets anders"
    with service(packages, port):
        visitor = browser()
        assert Page(visitor.client.get(sign_in_there(visitor, "ib"))).errors == [REFUSED]


def test_s23_a_service_that_stopped_is_told(port, browser):
    assert browser().open(BEGIN).errors == [DOWN]
