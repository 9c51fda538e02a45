"""A hundred visitors who send a byte a second keep nobody else waiting."""

import socket
import threading
import time
from datetime import date
from urllib.request import urlopen

import pytest

from tests.example_board import example_board
from tests.surface.server import served

SLOW, SECONDS, MOST = 100, 20, 1.0
HEAD = b"POST /scholen/nieuw HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"


@pytest.mark.parametrize("case", [pytest.param("slow", id="W19 a byte a second")])
def test_slow_visitors_keep_nobody_waiting(databases, tmp_path, case):
    with example_board(databases, tmp_path, date.today()) as app, served(app) as port:
        lines = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(SLOW)]
        for line in lines:
            line.sendall(HEAD)
        stop = threading.Event()
        drip = threading.Thread(target=_drip, args=(lines, stop))
        drip.start()
        took, until = [], time.monotonic() + SECONDS
        while time.monotonic() < until:
            began = time.monotonic()
            with urlopen(f"http://127.0.0.1:{port}/scholen/", timeout=10) as answer:
                assert answer.status == 200
            took.append(time.monotonic() - began)
        stop.set()
        drip.join()
        for line in lines:
            line.close()
    p99 = sorted(took)[int(len(took) * 0.99)]
    print(f"{len(took)} pages beside {SLOW} slow visitors, p99 {p99:.3f} s")
    assert p99 < MOST


def _drip(lines, stop):
    while not stop.wait(1):
        for line in lines:
            line.sendall(b"x")
