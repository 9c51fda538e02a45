"""The register calls nobody: no page opens a line to another computer."""

import socket
from contextlib import suppress
from ipaddress import ip_address

import pytest

from tests.surface.routes import slow

pytestmark = pytest.mark.xdist_group("surface")


@pytest.fixture
def called(monkeypatch):
    """The addresses to which a line was opened, or whose number was asked, beyond this device."""
    found, connect, lookup = [], socket.socket.connect, socket.getaddrinfo

    def is_near(host):
        try:
            return host in ("localhost", None) or ip_address(host).is_loopback
        except ValueError:
            return False

    def watch(line, address):
        if line.family in (socket.AF_INET, socket.AF_INET6) and not is_near(address[0]):
            found.append(address)
        return connect(line, address)

    def ask(host, *rest, **more):
        if not is_near(host):
            found.append(host)
        return lookup(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", watch)
    monkeypatch.setattr(socket, "getaddrinfo", ask)
    return found


@pytest.mark.sweep
@pytest.mark.parametrize("case", [pytest.param("every route", id="W20 every route")])
def test_no_page_calls_another_computer(client, all_routes, called, case):
    for route in all_routes:
        if "GET" in route.methods and not slow(route):
            client.get(route.address, buffered=True)
    assert called == []


def test_the_watch_sees_a_call(called):
    with socket.socket() as line, suppress(OSError):
        line.settimeout(0.01)
        line.connect(("192.0.2.1", 9))
    assert called == [("192.0.2.1", 9)]
