"""The figures: in the text that Prometheus reads, for who has the key."""

import os
import re

import pytest

from registry.errors import BrokenRule
from registry.web.watching.measures import Measures

KEY = "0f3d9a71c2b84e65" * 4
SAMPLE = re.compile(r'[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? [0-9.e+-]+')


def figures(app, key=KEY):
    return app.test_client().get("/meetwaarden", headers={"Authorization": f"Bearer {key}"})


@pytest.fixture
def told(make_app, tmp_path):
    """The figures of a register at which three people called and of which a backup was made a minute ago."""
    app = make_app(METRICS_KEY=KEY, BACKUP_FOLDER="backups")
    for address in ("/leveranciers/7", "/leveranciers/8", "/gezond"):
        app.test_client().get(address, buffered=True)
    backup = tmp_path / "own" / "backups" / "2026-11-27.zip"
    backup.parent.mkdir()
    backup.write_bytes(b"zip")
    os.utime(backup, (backup.stat().st_mtime - 60,) * 2)
    answer = figures(app)
    assert answer.content_type == "text/plain; version=0.0.4; charset=utf-8"
    return answer.text.splitlines()


def test_requests_are_counted_by_route_and_status(told):
    route = "/leveranciers/<number:supplier_id>"
    assert f'register_requests_total{{method="GET",route="{route}",status="404"}} 2' in told
    assert f'register_route_seconds_count{{route="{route}"}} 2' in told
    assert "register_request_seconds_count 3" in told
    assert 'register_request_seconds_bucket{le="+Inf"} 3' in told


def test_the_register_is_measured(told):
    values = dict(line.rsplit(" ", 1) for line in told if line[0] != "#")
    assert float(values["register_database_bytes"]) > 100_000
    assert values["register_digests_waiting"] == "0"
    assert 60 <= float(values["register_backup_age_seconds"]) < 120


def test_each_line_is_one_that_prometheus_reads(told):
    names = [line.split()[2] for line in told if line.startswith("# TYPE ")]
    assert len(names) == len(set(names)) > 5
    assert [line for line in told if line[0] != "#" and not SAMPLE.fullmatch(line)] == []
    assert [line for line in told if line[0] != "#" and not line.startswith(tuple(names))] == []


def test_buckets_count_all_that_took_no_longer():
    measures = Measures()
    for seconds in (0.01, 0.02, 0.3, 60):
        measures.note("GET", "/", 200, seconds)
    buckets = [int(line.rsplit(" ", 1)[1]) for line in measures.lines() if "_bucket" in line]
    assert buckets == [1, 2, 2, 2, 2, 3, 3, 3, 3, 4]


@pytest.mark.parametrize("key", ["", KEY[:-1], f"{KEY}0", "é"], ids=["none", "shorter", "longer", "another sign"])
def test_without_the_key_there_is_nothing(make_app, key):
    assert figures(make_app(METRICS_KEY=KEY), key).status_code == 404


def test_while_no_key_is_set_there_is_nothing(make_app):
    assert figures(make_app(), "").status_code == 404


def test_a_key_that_can_be_guessed_is_refused(make_app):
    with pytest.raises(
        BrokenRule, match=r"METRICS_KEY is te makkelijk te raden: neem minstens 32 willekeurige tekens\.$"
    ):
        make_app(METRICS_KEY="geheim")
