"""The benchmarks run in a register as the example is now."""

import json

from click.testing import CliRunner

from benchmarks.pages.__main__ import main as pages
from benchmarks.round import main


def test_a_round_is_opened_beside_those_of_the_example_and_measured():
    found = CliRunner().invoke(main, ["--count", "1", "--runs", "1", "--json"], catch_exceptions=False)
    told = json.loads(found.output)
    assert found.exit_code == 0
    assert told["rows"] > 60  # the uses of the example, and those of the school that was added
    assert min(told["open"], told["bare"], told["ratio"]) > 0


def test_a_page_is_measured_beside_its_floor_in_both_registers(tmp_path):
    words = ["--scale", "0.01", "--kept", str(tmp_path), "--only", "/leveranciers/{supplier}", "--json"]
    found = CliRunner().invoke(pages, words, catch_exceptions=False)
    (told,) = json.loads(found.output).values()
    assert told["queries"] == told["queries_large"] > 10
    assert told["milliseconds"] > told["floor"] > 0
    assert told["scanned"] == []
