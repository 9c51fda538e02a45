"""The benchmarks run in a register as the example is now."""

import json

from click.testing import CliRunner

from benchmarks.round import main


def test_a_round_is_opened_beside_those_of_the_example_and_measured():
    found = CliRunner().invoke(main, ["--count", "1", "--runs", "1", "--json"], catch_exceptions=False)
    told = json.loads(found.output)
    assert found.exit_code == 0
    assert told["rows"] > 60  # the uses of the example, and those of the school that was added
    assert min(told["open"], told["bare"], told["ratio"]) > 0
