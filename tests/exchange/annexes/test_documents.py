"""The test documents and what is expected of them: whole, in the shape of the command line, with codes that exist."""

import csv
import json
import tomllib
from datetime import date

import pytest

from tests.checkout import ROOT
from tests.exchange.annexes.documents.source.expected import expected

HERE = ROOT / "tests/exchange/annexes/documents"
REFERENCE = ROOT / "registry/reference/data"
SOURCES = sorted((HERE / "source/papers").glob("*/*.txt"))
PARTS = ("known", "unseen", "fresh", "last", "final", "blind5", "blind6")
EXPECTATIONS = sorted(path for part in PARTS for path in (HERE / part).glob("*.json"))
LINE = "\n==========\n"


def codes(name):
    """The codes of a list of reference data."""
    return {row["code"] for row in tomllib.loads((REFERENCE / f"{name}.toml").read_text(encoding="utf-8"))["row"]}


def countries():
    """The country codes of the reference data."""
    with (REFERENCE / "countries.csv").open(encoding="utf-8") as file:
        return {row["code"] for row in csv.DictReader(file)}


def annexes(path):
    """The expected annexes of a document; a scan has none."""
    return json.loads(path.read_text(encoding="utf-8")).get("annexes", [])


def every(field):
    """All values of a list field over all expectations."""
    return [value for path in EXPECTATIONS for annex in annexes(path) for value in annex[field] or ()]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_source_has_its_document_and_its_expectation(source):
    name, kind, _ = source.name.rsplit(".", 2)
    document = HERE / source.parent.name / f"{name}.{'docx' if kind in ('docx', 'office') else 'pdf'}"
    wanted = expected(source.read_text(encoding="utf-8").split(LINE)[1])
    assert 0 < document.stat().st_size < 80_000
    assert json.loads(document.with_suffix(".json").read_text(encoding="utf-8")) == wanted


def test_each_part_is_large_and_has_both_kinds_of_file():
    for part in PARTS:
        assert len(list((HERE / part).glob("*.docx"))) >= 9, part
        assert len(list((HERE / part).glob("*.pdf"))) >= 5, part


def test_no_supplier_stands_in_two_parts():
    seen = set()
    for part in PARTS:
        named = {
            annex["supplier"]["name"] for path in EXPECTATIONS if path.parent.name == part for annex in annexes(path)
        }
        assert seen.isdisjoint(named), part
        seen |= named


@pytest.mark.parametrize(
    ("field", "list_name"),
    [
        ("purposes", "purposes"),
        ("data_categories", "data_categories"),
        ("denied", "data_categories"),
        ("data_subjects", "data_subjects"),
        ("safeguards", "safeguards"),
    ],
)
def test_every_expected_code_is_one_of_the_reference_data(field, list_name):
    assert every(field)
    assert set(every(field)) - codes(list_name) == set()


def test_levels_countries_and_days_are_those_of_the_register():
    found = [annex for path in EXPECTATIONS for annex in annexes(path)]
    levels = {level for annex in found if annex["biv"] for level in annex["biv"].values()}
    places = {row["country"] for row in every("storage") + every("subprocessors")} - {None}
    days = [annex["date"] for annex in found] + [row["end"] for row in every("certificates")]
    assert levels == codes("biv_levels")
    assert places <= countries()
    assert all(date.fromisoformat(day).isoformat() == day for day in days if day)


def test_a_category_that_is_denied_is_not_expected_as_chosen():
    for path in EXPECTATIONS:
        for annex in annexes(path):
            assert set(annex["denied"] or ()).isdisjoint(annex["data_categories"] or ()), path.name
