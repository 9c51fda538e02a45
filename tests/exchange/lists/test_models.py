"""The model of an agreement, in a column for the sort of agreement."""

import pytest

from tests.exchange.lists.reading import entries_of


@pytest.mark.parametrize(
    ("cell", "values", "asked"),
    [
        ("verwerkersovereenkomst 3.0", {"agreement.model_version": "mvo_3_0"}, []),
        ("model 2.0", {"agreement.model_version": "bvo_2_0"}, []),
        ("brief of mail", {"agreement.arrangement": "letter_or_mail"}, []),
        ("3.0, via de koepel", {}, ["Soort overeenkomst"]),
        ("3.0 en 4.0", {}, ["Soort overeenkomst"]),
    ],
)
def test_a_model_in_the_column_for_the_sort_is_the_model_unless_more_is_said(cell, values, asked):
    (entry,) = entries_of(["Leverancier", "KvK-nummer", "Soort overeenkomst"], ["De Kade", 1234567, cell])
    assert {name: value for name, value in entry.values.items() if name.startswith("agreement.")} == values
    assert [problem.column for problem in entry.problems] == asked
