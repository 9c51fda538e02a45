"""What a row says: its values, what could not be read, and several products in one cell."""

from datetime import date

import pytest

from tests.exchange.lists.reading import entries_of

BSN = 111222333


def test_a_row_keeps_its_number_and_what_it_says():
    (entry,) = entries_of(
        ["Onze lijst"],
        [],
        ["Leverancier", "KvK", "Product", "Convenant", "Website", "Scholen", "DPIA"],
        ["De Kade", 1234567, "Kist", "ja", "www.kade.nl", "Obs De Brug; 16SW03", "niet nodig"],
    )
    assert (entry.sheet, entry.row, entry.problems, entry.split) == ("Lijst", 4, (), False)
    assert entry.values == {
        "supplier.name": "De Kade",
        "supplier.kvk": "01234567",
        "product.name": "Kist",
        "covenant.status": "participant",
        "supplier.website": "https://www.kade.nl",
        "use.schools": ("Obs De Brug", "16SW03"),
        "product.dpia_needed": "no",
    }


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Parro, ParnasSys / Esis; X", ["Parro", "ParnasSys", "Esis", "X"]),
        ("Leerling in beeld (Kernvaardigheden, Taalverzorging, SEF, LWH)", None),
        ("G Suite / Classroom", None),
        ("Parro en ParnasSys", ["Parro", "ParnasSys"]),
        ("Kist en Klok", None),
        ("Rekenkist, 3e editie", None),
        ("LAS/LVS", None),
        ("Parro/ParnasSys", ["Parro", "ParnasSys"]),
        ("Kist\nKlok", ["Kist", "Klok"]),
    ],
)
def test_a_cell_with_several_products_gives_an_entry_for_each(cell, names):
    found = entries_of(["Leverancier", "Product"], ["De Kade", cell])
    assert [entry.values["product.name"] for entry in found] == (names or [cell])
    assert {entry.split for entry in found} == {bool(names)}


def test_a_column_of_its_own_overrules_what_another_column_says():
    (entry,) = entries_of(["Leverancier", "Looptijd", "Einddatum"], ["De Kade", "1-8-2022 t/m 31-7-2025", "31-12-2024"])
    assert entry.values["agreement.ends_on"] == date(2024, 12, 31)


@pytest.mark.parametrize("cell", [BSN, str(BSN), "leerling 1112.22.333", "bsn: 111 222 333", "x111222333"])
@pytest.mark.parametrize("heading", ["Opmerkingen", "Leerlingnummer", "Product"])
def test_a_row_with_a_bsn_is_refused_and_the_number_is_not_repeated(heading, cell):
    first, second = entries_of(["Leverancier", heading], ["De Kade", cell], ["Zwaluw", "Klok"])
    assert (first.row, first.values) == (2, {})
    assert first.problems[0].column == heading
    assert "BSN" in first.problems[0].sentence
    assert "222" not in str(first)
    assert second.values["supplier.name"] == "Zwaluw"


def test_numbers_that_only_look_like_a_bsn_refuse_nothing():
    (entry,) = entries_of(
        ["Leverancier", "RSIN", "KvK", "Telefoon", "Looptijd"],
        ["De Kade", BSN, 12345678, BSN, "1-8-2022 31-7-2025"],
    )
    assert entry.values["supplier.kvk"] == "12345678"
    assert "BSN" not in str(entry.problems)


def test_i05_a_row_with_more_cells_than_headings_is_refused():
    rows = [
        ["Leverancier", "Product"],
        *[["De Kade", f"Kist {number}"] for number in range(5)],
        ["Zwaluw", "Klok", "te veel"],
    ]
    *fine, wrong = entries_of(*rows)
    assert all(not entry.problems for entry in fine)
    assert (wrong.row, wrong.values) == (7, {})
    assert "meer cellen" in wrong.problems[0].sentence


def test_tab_g_tells_a_supplier_from_a_product_by_the_catalogue():
    found = entries_of(
        ["Verwerker/applicatie", "Datalocatie"], ["ParnasSys", "NL"], ["De Kade", "NL"], ["Microsoft - Teams", "IE"]
    )
    assert [{code: one for code, one in entry.values.items() if "name" in code} for entry in found] == [
        {"product.name": "ParnasSys"},
        {"supplier.name": "De Kade"},
        {"supplier.name": "Microsoft", "product.name": "Teams"},
    ]


def test_a_site_of_duo():
    (entry,) = entries_of(
        [
            "BEVOEGD GEZAG NUMMER",
            "BRIN NUMMER",
            "VESTIGINGSCODE",
            "VESTIGINGSNAAM",
            "STRAATNAAM",
            "HUISNUMMER-TOEVOEGING",
        ]
        + ["POSTCODE", "PLAATSNAAM", "INTERNETADRES", "ONDERWIJSSTRUCTUUR"],
        [53, "18BR", 3, "De Brug ", "Dijk", "2-A", "9406NN", "'S-GRAVENHAGE", "www.debrug.nl", "HAVO/VWO"],
    )
    assert entry.values == {
        "school.board_number": "00053",
        "school.site_code": "18BR03",
        "school.name": "De Brug",
        "school.address": "Dijk 2-A",
        "school.postcode": "9406 NN",
        "school.city": "'s-Gravenhage",
        "school.website": "https://www.debrug.nl",
        "school.sector": "vo",
    }


@pytest.mark.parametrize(
    ("brin", "site", "code"), [("18BR", "18BR04", "18BR04"), ("18BR", None, "18BR00"), ("18br", "1", "18BR01")]
)
def test_the_code_of_a_site_in_every_form_that_duo_has(brin, site, code):
    (entry,) = entries_of(["BRIN NUMMER", "VESTIGINGSCODE", "VESTIGINGSNAAM"], [brin, site, "De Brug"])
    assert entry.values["school.site_code"] == code


def test_a_board_of_which_the_period_is_over_says_so():
    old, new = entries_of(
        ["ONDERWIJSBESTUURID", "KVK_NUMMER", "RSIN", "NAAM", "EINDDATUM_PERIODE"],
        ["107B605", 41000001, BSN, "Stg. Waaier", "31-7-2020"],
        ["107B605", 41000001, BSN, "Stg. De Waaier", None],
    )
    assert "afgelopen" in old.problems[0].sentence
    assert new.values == {"board.rio_number": "107B605", "board.kvk": "41000001", "board.name": "Stg. De Waaier"}


def test_a_participant_without_a_status_takes_part():
    assert entries_of(["Deelnemer"], ["De Kade"])[0].values == {
        "supplier.name": "De Kade",
        "covenant.status": "participant",
    }


def test_a_row_of_our_own_export_stays_one_product_and_its_names_stay_whole():
    headings = ["Leverancier", "Andere namen van de leverancier", "Product"]
    (entry,) = entries_of(headings, ["De Kade", "Kade, De; Zwaluw", "Parro, ParnasSys"], sheet="Producten")
    assert (entry.values["product.name"], entry.split) == ("Parro, ParnasSys", False)
    assert entry.values["supplier.aliases"] == ("Kade, De", "Zwaluw")


@pytest.mark.parametrize(
    ("heading", "cell", "told"),
    [
        ("In gebruik sinds", "mei 2019", ["gelezen als 1 mei 2019"]),
        ("Einddatum", "02-2024", ["gelezen als 29 februari 2024"]),
        ("Looptijd", "jan 2020 t/m dec 2022", ["gelezen als 1 januari 2020 t/m 31 december 2022"]),
        ("Looptijd", "2022-2023", ["gelezen als 1 augustus 2022 t/m 31 juli 2023"]),
        ("In gebruik sinds", "1 mei 2019", []),
        ("Einddatum", "onbepaalde tijd", ["“onbepaalde tijd” is gelezen als: geen einddatum"]),
    ],
    ids=["a month as a start", "a month as an end", "a period of months", "a school year", "a day", "no end"],
)
def test_a_month_says_as_which_day_it_was_read(heading, cell, told):
    (entry,) = entries_of(["Leverancier", "Product", heading], ["De Kade", "Letters", cell])
    assert (entry.problems, [one.sentence for one in entry.remarks]) == ((), told)
    assert {one.column for one in entry.remarks} <= {heading}


def test_a_month_in_a_matrix_says_as_which_day_it_was_read():
    table = [["Product", "OBS De Golf", "OBS De Zee"], ["Letters", "mei 2019", "x"], ["Cijfers", "x", "x"]]
    found = [(one.column, one.sentence) for entry in entries_of(*table) for one in entry.remarks]
    assert set(found) == {("OBS De Golf", "gelezen als 1 mei 2019")}


def test_a_cell_that_says_unknown_and_an_end_that_never_comes_are_told_and_not_lost():
    headings = ["Leverancier", "Verwerkersovereenkomst", "Versie", "Einddatum"]
    (entry,) = entries_of(headings, ["De Kade", "?", "eigen", "onbepaald"])
    assert [one.sentence for one in entry.remarks] == [
        "“?” is niet overgenomen",
        "“onbepaald” is gelezen als: geen einddatum",
    ]
    assert entry.values["agreement.renewal"] == "indefinite"
    (problem,) = entry.problems
    assert (problem.fills, problem.word) == ("agreement.model_version", "eigen")
