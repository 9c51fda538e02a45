"""Where the register may be served, and what the server itself says to what is no sound request."""

import pytest
from click.testing import CliRunner

from registry.cli import main
from registry.cli.serving import may_serve_on
from registry.database import migrating
from registry.errors import BrokenRule
from registry.web.headers import HEADERS
from tests.surface.server import said, served

BASE = "https://register.bestuur.nl"
HOME = "GET / HTTP/1.1\r\nHost: localhost\r\n"


@pytest.fixture
def port(make_app):
    with served(make_app()) as port:
        yield port


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.10", "::", "register.bestuur.nl", "", "127.0.0.1.evil.example"])
def test_beyond_this_device_it_is_served_only_with_an_address(make_app, host, monkeypatch):
    monkeypatch.setattr("registry.cli.serving._has_administrator", lambda app: True)
    with pytest.raises(BrokenRule, match="alleen op dit apparaat te openen"):
        may_serve_on(make_app(), host)
    with pytest.raises(BrokenRule, match="alleen op dit apparaat te openen"):
        may_serve_on(make_app(BASE_URL="http://localhost:5055"), host)
    may_serve_on(make_app(BASE_URL=BASE, SIGN_IN=True), host)
    with pytest.raises(BrokenRule, match="Zet SIGN_IN aan"):
        may_serve_on(make_app(BASE_URL=BASE), host)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_on_this_device_it_is_always_served(make_app, host):
    may_serve_on(make_app(), host)


@pytest.mark.parametrize("case", [pytest.param("debug", id="S27 debug beyond this device")])
def test_with_debug_on_it_is_not_served_beyond_this_device(make_app, case):
    app = make_app(BASE_URL=BASE)
    app.debug = True
    with pytest.raises(BrokenRule, match="Zet DEBUG uit"):
        may_serve_on(app, "0.0.0.0")


def test_run_refuses_another_address_with_one_sentence(tmp_path, database_url, monkeypatch):
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)
    monkeypatch.setattr(migrating, "upgrade", lambda engine: engine.dispose())
    result = CliRunner().invoke(main, ["--instance", str(tmp_path / "own"), "run", "--host", "0.0.0.0"])
    assert result.exit_code == 2
    assert result.stderr.startswith("Het register is alleen op dit apparaat te openen, niet op 0.0.0.0.")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(f"{HOME}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", id="W17 two lengths"),
        pytest.param(f"{HOME}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde", id="W17 two numbers"),
        pytest.param(f"{HOME}Content-Length: +5\r\n\r\nabcde", id="W17 a sign"),
        pytest.param(f"{HOME}Transfer-Encoding: xchunked\r\n\r\n", id="W17 another coding"),
        pytest.param(f"{HOME}Transfer-Encoding : chunked\r\n\r\n", id="W17 a blank before the colon"),
        pytest.param(f"{HOME}X-Folded: a\r\n b: c\r\nHost: evil.example\r\n\r\n", id="W17 a folded line"),
        pytest.param(f"{HOME}X: a\nContent-Length: 5\r\n\r\nabcde", id="W17 a bare line end"),
        pytest.param(f"{HOME}X: a\x00b\r\n\r\n", id="W17 a NUL"),
        pytest.param("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", id="S14 two hosts"),
        pytest.param("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", id="S14 another host"),
        pytest.param("GET / HTTP/1.1\r\n\r\n", id="W16 no host"),
        pytest.param("onzin\r\n\r\n", id="W17 no request"),
    ],
)
def test_what_is_no_sound_request_is_refused_with_the_headers_of_a_page(port, request_):
    answer = said(port, request_.encode("latin-1"))
    head = answer.partition("\r\n\r\n")[0]
    assert head.split()[1] in ("400", "431", "501"), head
    assert [name for name in HEADERS if f"\r\n{name}: " not in head] == []
    assert "\r\nServer:" not in head
    assert "waitress" not in answer.lower()
    assert answer.count("HTTP/1.1 ") + answer.count("HTTP/1.0 ") == 1
    assert "evil" not in answer


@pytest.mark.parametrize("case", [pytest.param("absolute", id="S14 a whole address")])
def test_a_whole_address_as_request_is_not_where_links_lead(port, case):
    answer = said(
        port, b"GET http://evil.example/leveranciers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    assert "evil" not in answer


@pytest.mark.parametrize("case", [pytest.param("a page", id="W14 the server's own headers")])
def test_a_page_does_not_name_the_server(port, case):
    head = said(port, f"{HOME}Connection: close\r\n\r\n".encode()).partition("\r\n\r\n")[0]
    assert head.startswith("HTTP/1.1 200")
    assert "waitress" not in head.lower()
    assert "\r\nServer:" not in head
