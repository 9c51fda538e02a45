"""Every signal: a register that gives it, and the smallest mend that takes it away."""

import pytest

from registry.reference import load
from tests.queries.signals.cases import of_agreements, of_products, of_statements

CASES = [*of_agreements.CASES, *of_products.CASES, *of_statements.CASES]


def test_a_quiet_file_says_nothing(quiet):
    assert quiet.codes_on() == []


def test_every_code_has_its_case():
    assert sorted(case.__name__ for case in CASES) == sorted(load().signals)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_it_comes_and_goes(quiet, case):
    steps = case(quiet)
    beside = next(steps) or set()
    assert set(quiet.codes_on()) == {case.__name__, *beside}
    assert next(steps, "mended") == "mended"
    assert case.__name__ not in quiet.codes_on()
