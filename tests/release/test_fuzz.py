"""Generated requests over every route of the URL map, on a filled register: none may break it.

`python -m tests.release -k fuzz --requests 200000 --hypothesis-seed N -s`; with TEST_DATABASE_URL on PostgreSQL.
"""

import random
import time
from collections import Counter
from datetime import date
from traceback import format_exception_only, format_tb

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.example_board import example_board
from tests.release.requests import requests
from tests.surface.forms import all_forms
from tests.surface.papers import add_papers
from tests.surface.routes import routes

ROUND = 5_000  # then a fresh register: what is added makes pages longer


def test_no_generated_request_breaks_the_register(databases, tmp_path_factory, request):
    wanted = request.config.getoption("--requests")
    number = int(request.config.getoption("--hypothesis-seed") or random.randrange(2**32))
    print(f"\nseed {number}, {wanted} requests", flush=True)
    counts, broken, began = Counter(), {}, time.monotonic()
    for turn in range(-(-wanted // ROUND)):
        most = min(ROUND, wanted - turn * ROUND)
        with example_board(databases, tmp_path_factory.mktemp("fuzz"), date.today()) as app:
            add_papers(app)
            _send(app, most, number + turn, counts, broken)
        rate = sum(counts.values()) / (time.monotonic() - began)
        print(f"{sum(counts.values())} requests, {rate:.0f} a second, {len(broken)} places broken", flush=True)
    print(dict(sorted(counts.items())))
    assert sum(counts.values()) == wanted
    assert broken == {}


def _send(app, most, number, counts, broken):
    """Send this many requests; count their answers, and keep of each place that broke the request that did it."""
    client = app.test_client()
    known = routes(app)
    forms = all_forms(client, known)
    left = most
    shape = requests([route for route in known if not route.rule.endswith("/pdf")], forms)

    @seed(number)
    @settings(
        max_examples=most,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(shape)
    def send(asked):
        nonlocal left
        if not left:
            return
        left -= 1
        try:
            status = client.open(**asked, buffered=True).status_code
        except Exception as fault:
            status = 500
            place = format_tb(fault.__traceback__)[-1] + "".join(format_exception_only(fault))[:300]
            broken.setdefault(place, repr(asked)[:1500])
        counts[status] += 1
        if status >= 500 and not broken:
            broken[f"{status}"] = repr(asked)[:1500]

    while left:
        send()
        number += 1
