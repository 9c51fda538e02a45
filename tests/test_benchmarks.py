"""The benchmarks run in a register as the example is now."""

import json
import time

import pytest
from click.testing import CliRunner

from benchmarks.load.__main__ import main as load
from benchmarks.load.arriving import arrive
from benchmarks.pages.__main__ import main as pages
from benchmarks.round import main


def test_a_round_is_opened_beside_those_of_the_example_and_measured():
    found = CliRunner().invoke(main, ["--count", "1", "--runs", "1", "--json"], catch_exceptions=False)
    told = json.loads(found.output)
    assert found.exit_code == 0
    assert told["rows"] > 60  # the uses of the example, and those of the school that was added
    assert min(told["open"], told["bare"], told["ratio"]) > 0


@pytest.mark.sweep
def test_a_page_is_measured_beside_its_floor_in_both_registers(tmp_path):
    words = ["--scale", "0.01", "--kept", str(tmp_path), "--only", "/leveranciers/{supplier}", "--json"]
    found = CliRunner().invoke(pages, words, catch_exceptions=False)
    (told,) = json.loads(found.output).values()
    assert told["queries"] == told["queries_large"] > 10
    assert told["milliseconds"] > told["floor"] > 0
    assert told["scanned"] == []


def test_who_has_to_wait_for_the_server_waits_from_the_moment_they_came():
    def slow(number):
        time.sleep(0.05)
        return "read", number != 7

    found = arrive([slow], rate=100, seconds=0.1)  # ten in a tenth of a second, that one sender sends in half a second
    assert (found.answered, found.failed) == (9, ["read"])
    assert found.latency("read", 0) == pytest.approx(50, abs=40)
    assert found.latency("read", 1) > 350


@pytest.mark.sweep
def test_readers_and_writers_come_to_a_register_that_is_served():
    found = CliRunner().invoke(load, ["--demo", "--seconds", "2", "--rate", "10", "--json"], catch_exceptions=False)
    told = json.loads(found.output)
    assert (told["answered"], told["errors"]) == (20, 0)
    assert min(told["read"]["p50"], told["write"]["p50"]) > 0
