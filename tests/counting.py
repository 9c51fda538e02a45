"""Figures that tests count are told at the end of the run, by whichever process counted them."""

import pytest

COUNTED = "counted"


@pytest.fixture
def tell(record_property):
    """Have a line of figures told at the end."""
    return lambda line: record_property(COUNTED, line)


def pytest_terminal_summary(terminalreporter):
    """Print the lines of all tests."""
    reports = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    lines = [value for report in reports for name, value in report.user_properties if name == COUNTED]
    if lines:
        terminalreporter.section("counted")
        for line in dict.fromkeys(lines):
            terminalreporter.line(line)
