"""A case of a small form: what stands under a heading, and what a field has to hold of it."""

import pytest

DATA = "Categorieën persoonsgegevens"


def case(name, heading, said, field, expected):
    """What stands under a heading, as lines or as the rows of a table, and what a field has to hold of it."""
    return pytest.param(heading, said, field, expected, id=name)


def party(name, service, country):
    """A subprocessor as it is read."""
    return {"name": name, "service": service, "country": country}
