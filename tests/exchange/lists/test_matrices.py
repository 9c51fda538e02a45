"""Lists with crosses: who uses what, in both directions, and which data go to whom."""

from datetime import date

from tests.exchange.lists.reading import entries_of


def test_products_down_give_an_entry_for_each_product_and_day():
    found = entries_of(
        ["Product", "Leverancier", "Obs De Brug", "Cbs Kompas", "Zandloper"],
        ["Kist", "De Kade", "x", "✓", "nee"],
        ["Klok", "Zwaluw", "1-8-2022", "ja", date(2022, 8, 1)],
        ["Boek", "Zwaluw", None, "-", 0],
    )
    assert [(entry.row, entry.values, entry.split) for entry in found] == [
        (2, {"product.name": "Kist", "supplier.name": "De Kade", "use.schools": ("Obs De Brug", "Cbs Kompas")}, False),
        (3, {"product.name": "Klok", "supplier.name": "Zwaluw", "use.since": date(2022, 8, 1),
             "use.schools": ("Obs De Brug", "Zandloper")}, True),
        (3, {"product.name": "Klok", "supplier.name": "Zwaluw", "use.schools": ("Cbs Kompas",)}, True),
        (4, {"product.name": "Boek", "supplier.name": "Zwaluw"}, False),
    ]  # fmt: skip


def test_schools_down_give_an_entry_for_each_product():
    found = entries_of(
        ["School", "ParnasSys", "Parro"], ["Obs De Brug", "X", 1], ["Cbs Kompas", None, "v"], ["Zandloper", True, "nvt"]
    )
    assert [(entry.row, entry.values) for entry in found] == [
        (1, {"product.name": "ParnasSys", "use.schools": ("Obs De Brug", "Zandloper")}),
        (1, {"product.name": "Parro", "use.schools": ("Obs De Brug", "Cbs Kompas")}),
    ]


def test_what_is_no_cross_is_a_problem_at_its_school():
    (entry, *_) = entries_of(
        ["Product", "Obs De Brug", "Cbs Kompas"],
        ["Kist", "alleen groep 8", "x"],
        ["Klok", "x", "x"],
        ["Boek", "x", None],
    )
    assert entry.values["use.schools"] == ("Cbs Kompas",)
    assert [problem.column for problem in entry.problems] == ["Obs De Brug"]


def test_recipients_of_tab_f_with_their_legal_ground():
    duo, tax = entries_of(
        ["Doel", "Persoonsgegeven", "DUO", "Belastingdienst"],
        [None, None, "W", None],
        ["a, b", "Naam", "x", "x"],
        ["c", "Adres", "x", None],
    )
    assert duo.values == {
        "supplier.name": "DUO",
        "supplier.role": "legal_recipient",
        "agreement.arrangement": "none_legal_duty",
        "use.legal_basis": "legal_obligation",
        "annex.data": "Naam; Adres",
        "annex.purposes": "a, b, c",
    }
    assert tax.values == {"supplier.name": "Belastingdienst", "annex.data": "Naam", "annex.purposes": "a, b"}


def test_a_row_of_a_matrix_with_a_bsn_is_refused_alone():
    rows = (
        ["School", "ParnasSys", "Parro", "Leerling"],
        ["Obs De Brug", "x", "x", 111222333],
        ["Cbs Kompas", "x", None, None],
    )
    refused, first, _ = entries_of(*rows)
    assert (refused.row, refused.values) == (2, {})
    assert first.values == {"product.name": "ParnasSys", "use.schools": ("Cbs Kompas",)}
