"""Other data in words, and lines of a list that a PDF ran together."""

import pytest

from tests.exchange.annexes import papers


@pytest.fixture
def row(document, read):
    """The annex of a table with labels, with this text behind the label of the data."""

    def made(text):
        document.add_heading("Privacybijsluiter Wolkjes", 1)
        rows = [("Verwerker", "Wolkjes B.V."), ("Product", "Wolkjes"), ("Persoonsgegevens", text)]
        papers.table(document, *rows, ("Opslag", "Nederland"))
        return read(document)[0]

    return made


@pytest.mark.parametrize(
    ("text", "codes", "other"),
    [
        ("Overige gegevens, te weten: gebruikersnaam en IP-adres", ["12"], "gebruikersnaam en IP-adres"),
        ("Naam en klas, en overige gegevens, namelijk de avatar.", ["1.1", "7f", "12"], "de avatar"),
        ("Docenten (naam, e-mailadres) Overige gegevens: een apparaatcode", ["11", "12"], "een apparaatcode"),
        ("Ouders (naam, e-mailadres) Medische gegevens (allergie) Beeldmateriaal", ["4", "5", "10"], None),
        ("Wij verwerken naam en klas, en geen overige gegevens, zoals foto's.", ["1.1", "7f"], None),
    ],
)
def test_each_line_of_the_data_counts_by_itself(row, text, codes, other):
    told = row(text)
    assert (told["data_categories"], told["data_category_other"]) == (codes, other)
