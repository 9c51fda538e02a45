"""At which address the register answers, what its cookies are called there, and whose word on the visitor counts."""

import pytest

from registry.errors import BrokenRule
from registry.web.hosts import link

BASE = "https://register.bestuur.nl"


def answer_at(app, host, secure=True, **headers):
    client = app.test_client()
    return client.get("/scholen/nieuw", headers={"Host": host, **headers}, base_url=BASE if secure else None)


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("", id="W16 empty"),
        pytest.param("evil.example", id="W16 unknown"),
        pytest.param("register.bestuur.nl.evil.example", id="W16 longer"),
        pytest.param("evil.register.bestuur.nl", id="W16 below ours"),
        pytest.param("register.bestuur.nl:8443", id="W16 another port"),
        pytest.param("register.bestuur.nl:0", id="W16 no port"),
        pytest.param("10.0.0.1", id="W16 a number"),
        pytest.param("127.0.0.1", id="W16 this device"),
        pytest.param("[::1]", id="W16 this device in full"),
        pytest.param("register.bestuur.nl, evil.example", id="W16 two in one"),
        pytest.param("register.bestuur.nl@evil.example", id="W16 with a name"),
        pytest.param("register.bestuur.nl/evil", id="W16 with a path"),
        pytest.param("register.bestuur.nl evil", id="W16 with a blank"),
    ],
)
def test_only_its_own_address_is_answered(make_app, host):
    answer = answer_at(make_app(BASE_URL=BASE), host)
    assert answer.status_code == 400
    assert "evil" not in answer.text
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("host", ["register.bestuur.nl", "register.bestuur.nl:443"])
def test_its_own_address_is_answered(make_app, host):
    assert answer_at(make_app(BASE_URL=BASE), host).status_code == 200


def test_an_address_with_a_port_is_kept_to_that_port(make_app):
    app = make_app(BASE_URL="https://register.bestuur.nl:8443")
    assert answer_at(app, "register.bestuur.nl:8443").status_code == 200
    assert answer_at(app, "register.bestuur.nl").status_code == 400


@pytest.mark.parametrize("case", [pytest.param("flags", id="S09 over https")])
def test_over_https_the_cookie_is_for_this_host_alone(make_app, case):
    cookie = answer_at(make_app(BASE_URL=BASE), "register.bestuur.nl").headers["Set-Cookie"]
    name, _, flags = cookie.partition("=")
    assert name == "__Host-register"
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(flags.split("; "))
    assert "Domain" not in flags


@pytest.mark.parametrize("case", [pytest.param("flags", id="S09 on this device")])
def test_on_this_device_the_cookie_goes_without_https(make_app, case):
    flags = answer_at(make_app(), "localhost", secure=False).headers["Set-Cookie"].split("; ")
    assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= set(flags)
    assert "Secure" not in flags


def test_a_browser_is_told_to_keep_to_https_only_where_that_is(make_app):
    assert "Strict-Transport-Security" not in answer_at(make_app(), "localhost", secure=False).headers
    told = answer_at(make_app(BASE_URL=BASE), "register.bestuur.nl").headers["Strict-Transport-Security"]
    assert told == "max-age=31536000; includeSubDomains"
    assert "Strict-Transport-Security" in answer_at(make_app(BASE_URL=BASE), "evil.example").headers


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"X-Forwarded-Host": "evil.example"}, id="S14 forwarded host"),
        pytest.param({"X-Forwarded-Proto": "gopher"}, id="S14 forwarded scheme"),
        pytest.param({"Forwarded": "host=evil.example"}, id="S14 forwarded"),
        pytest.param({"X-Original-URL": "//evil.example"}, id="S14 original address"),
        pytest.param({"X-Forwarded-Prefix": "/evil"}, id="S14 forwarded prefix"),
    ],
)
@pytest.mark.parametrize("proxies", [0, 1])
def test_no_header_makes_another_address(make_app, headers, proxies):
    app = make_app(BASE_URL=BASE, TRUSTED_PROXIES=proxies)
    for path in ("/leveranciers", "/scholen/nieuw"):
        answer = app.test_client().get(path, headers={"Host": "register.bestuur.nl", **headers}, base_url=BASE)
        assert "evil" not in answer.text + answer.headers.get("Location", "")


@pytest.mark.parametrize("case", [pytest.param("a link", id="S14 a link in a mail")])
def test_a_link_to_send_has_the_configured_address(make_app, case):
    app = make_app(BASE_URL=BASE)
    with app.test_request_context("/", headers={"Host": "register.bestuur.nl:443", "X-Forwarded-Host": "evil.example"}):
        assert link("suppliers.index") == "https://register.bestuur.nl/leveranciers/"


@pytest.mark.parametrize(("proxies", "visitor"), [(0, "127.0.0.1"), (1, "203.0.113.9"), (2, "198.51.100.7")])
def test_a_proxy_is_believed_on_the_visitor_only_when_it_is_named(make_app, proxies, visitor):
    app, seen = make_app(TRUSTED_PROXIES=proxies), []
    app.before_request(lambda: seen.append(__import__("flask").request.remote_addr))
    told = {"X-Forwarded-For": "192.0.2.1, 198.51.100.7, 203.0.113.9", "X-Forwarded-Proto": "https, https"}
    app.test_client().get("/", headers=told)
    assert seen == [visitor]


@pytest.mark.parametrize(
    "written",
    [
        "register.bestuur.nl",
        "https://",
        "https://register.bestuur.nl/pad",
        "https://register.bestuur.nl?x=1",
        "https://iemand@register.bestuur.nl",
        "https://register bestuur.nl",
        "https://register.bestuur.nl:https",
        "ftp://register.bestuur.nl",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_address_is_refused_with_an_example(make_app, written):
    with pytest.raises(BrokenRule, match="BASE_URL is het adres"):
        make_app(BASE_URL=written)


@pytest.mark.parametrize("written", ["https://Register.Bestuur.nl/", " https://register.bestuur.nl:443 "])
def test_an_address_is_kept_in_one_spelling(make_app, written):
    assert make_app(BASE_URL=written).config["BASE_URL"] == BASE


@pytest.mark.parametrize("case", [pytest.param("http", id="S27 without https")])
def test_an_address_that_everybody_can_read_along_with_is_refused(make_app, case):
    with pytest.raises(BrokenRule, match="https://"):
        make_app(BASE_URL="http://register.bestuur.nl")
    assert make_app(BASE_URL="http://localhost:5055").config["SESSION_COOKIE_SECURE"] is False


@pytest.mark.parametrize("proxies", ["een", "-1", True])
def test_a_number_of_proxies_that_is_none_is_refused(make_app, proxies):
    with pytest.raises(BrokenRule, match="TRUSTED_PROXIES is een heel getal"):
        make_app(TRUSTED_PROXIES=proxies)
