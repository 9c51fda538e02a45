"""What the text of an agreement tells of the agreement itself."""

import pytest

from registry.exchange.annexes.agreement import read_agreement
from tests.documents.specimens import word_file


def days(*lines):
    told = read_agreement(word_file("Verwerkersovereenkomst", *lines))
    return told.get("starts_on"), told.get("ends_on")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("De overeenkomst gaat in op 1 augustus 2026.", ("2026-08-01", None)),
        ("Ingangsdatum: 01-08-2026, einddatum: 31-07-2028.", ("2026-08-01", "2028-07-31")),
        ("Zij loopt van 1 augustus 2026 tot en met 31 juli 2028.", ("2026-08-01", "2028-07-31")),
        ("Zij treedt in werking op de dag van ondertekening.", (None, None)),
        ("Zie artikel 3 tot en met 5. Getekend op 1 juni 2026.", (None, None)),
        ("Zij eindigt op 31 februari 2028.", (None, None)),
    ],
    ids=["start", "labels", "from till", "no day", "articles", "no such day"],
)
def test_the_days_stand_behind_their_words(line, told):
    assert days(line) == told


def test_days_that_differ_are_not_chosen_between():
    assert days("Zij gaat in op 1 augustus 2026.", "Module B gaat in op 1 januari 2027.") == (None, None)


def test_a_finding_bears_its_words_and_the_model_comes_along():
    told = read_agreement(word_file("Modelverwerkersovereenkomst 4.0", "Zij gaat in op 1 augustus 2026."))
    assert told["model_version"] == "4.0"
    assert told["found"]["starts_on"] == "Zij gaat in op 1 augustus 2026."
