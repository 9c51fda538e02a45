"""What one cell says under its heading: numbers, yes and no, agreements in free text; or why it cannot be read."""

from datetime import date

import pytest

from registry.exchange.lists.entries import entries
from registry.exchange.lists.recognising import recognise
from tests.exchange.lists.reading import entries_of, table_of, value


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("ja, 3.0", {"status": "in_force", "model_version": "mvo_3_0"}),
        ("Model 4.0 getekend", {"status": "in_force", "model_version": "mvo_4_0"}),
        ("bewerkersovereenkomst 2.0", {"status": "in_force", "model_version": "bvo_2_0"}),
        ("ja, d.d. 12-5-2021", {"status": "in_force", "starts_on": date(2021, 5, 12)}),
        ("1-8-2022 t/m 31-7-2025", {"status": "in_force", "starts_on": date(2022, 8, 1), "ends_on": date(2025, 7, 31)}),
        (date(2021, 5, 12), {"status": "in_force", "starts_on": date(2021, 5, 12)}),
        ("n.v.t.", {"status": "not_needed"}),
        ("X", {"status": "in_force"}),
        ("nee", {"status": "wanted"}),
        ("nog niet getekend", {"status": "wanted"}),
        ("aangevraagd 3 mei", {"status": "requested"}),
        ("in behandeling", {"status": "in_review"}),
        ("?", {}),
    ],
)
def test_what_people_write_about_an_agreement(cell, values):
    assert value("Verwerkersovereenkomst", cell) == {f"agreement.{code}": one for code, one in values.items()}


def test_words_that_say_no_stage_are_a_problem_and_stay_as_a_note():
    (entry,) = entries_of(["Leverancier", "Verwerkersovereenkomst"], ["De Kade", "Jan vragen, model 3.0"])
    assert entry.values["agreement.note"] == "Jan vragen, model 3.0"
    assert entry.values["agreement.model_version"] == "mvo_3_0"
    assert [problem.column for problem in entry.problems] == ["Verwerkersovereenkomst"]


def test_a_period_under_one_heading_fills_both_ends():
    assert value("Looptijd", "1-8-2022 t/m 31-7-2025") == {
        "agreement.starts_on": date(2022, 8, 1),
        "agreement.ends_on": date(2025, 7, 31),
    }


@pytest.mark.parametrize(
    ("heading", "cell", "outcome"),
    [
        ("KvK", "1,2E+07", "afgekort"),
        ("KvK", "123456", "8 cijfers"),
        ("KvK", 12345678.5, "achter de komma"),
        ("Opzegtermijn", "50%", "percentage"),
        ("E-mail", "geen adres", "naam@school.nl"),
        ("Website", "niet bekend bij ons", "webadres"),
        ("Convenant", "misschien", "niet in de lijst"),
        ("Product", "#REF!", "fout van het rekenblad"),
        ("Product", "een\ttwee\x01", "niet bewaard"),
        ("Product", "Kist\u202eX", "onzichtbaar"),
        ("Product", "x" * 201, "te lang"),
    ],
)
def test_i14_a_cell_that_cannot_be_read_is_a_problem_and_the_rest_stays(heading, cell, outcome):
    if isinstance(cell, str) and "\x01" in cell:
        table = table_of(["Leverancier", heading], ["De Kade", "x"])
        row = type(table.rows[0])(2, ("De Kade", cell))
        table = type(table)(table.sheet, table.headings, (row,))
        (entry,) = entries(table, recognise(table))
    else:
        (entry,) = entries_of(["Leverancier", heading], ["De Kade", cell])
    assert entry.values == {"supplier.name": "De Kade"}
    assert [problem.column for problem in entry.problems] == [heading]
    assert outcome in entry.problems[0].sentence


@pytest.mark.parametrize(
    ("heading", "cell", "outcome"),
    [
        ("Telefoon", 201234567, {"contact.phone": "0201234567"}),
        ("Telefoon", 31201234567, {"contact.phone": "+31201234567"}),
        ("Telefoon", "+31 6 1234 5678", {"contact.phone": "+31 6 1234 5678"}),
        ("Telefoon", "012-3456789", {"contact.phone": "012-3456789"}),
        ("In schoolgids", "✓", {"use.in_guide": True}),
        ("In schoolgids", False, {"use.in_guide": False}),
        ("Model", 3.0, {"agreement.model_version": "mvo_3_0"}),
        ("Land", "Nederland", {"supplier.country": "NL"}),
        ("Scholen", "alle scholen", {"use.schools": ("*",)}),
        ("Opzegtermijn", "3 maanden", {"agreement.notice_months": 3}),
        ("Opmerkingen", "onbekend", {}),
    ],
)
def test_what_a_cell_says_under_its_heading(heading, cell, outcome):
    assert value(heading, cell) == outcome
