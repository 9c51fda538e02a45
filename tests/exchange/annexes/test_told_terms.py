"""Terms of retention in sentences of a supplier's own, and those that were left open."""

import pytest


@pytest.mark.parametrize(
    ("said", "data", "term"),
    [
        (
            "Wij wissen alles binnen 30 dagen na het einde van de licentie.",
            None,
            "30 dagen na het einde van de licentie",
        ),
        (
            "We delete everything within 30 days after the end of the licence.",
            None,
            "30 days after the end of the licence",
        ),
        ("Back-ups overschrijven we na 30 dagen.", "Back-ups", "30 dagen"),
        ("Leerlinggegevens gooien we 1 jaar na uitschrijving weg.", "Leerlinggegevens", "1 jaar na uitschrijving"),
        ("De bewaartermijn is gelijk aan de looptijd van de licentie.", None, "de looptijd van de licentie"),
        ("Als de licentie afloopt, verwijderen wij de gegevens binnen 3 maanden.", None, "3 maanden"),
    ],
)
def test_a_sentence_tells_the_data_and_the_term_less_surely(annex, said, data, term):
    told = annex("Hoe lang bewaren wij de gegevens?", [said])
    assert told["retention"] == [{"data": data, "term": term}]
    assert told["found"]["retention[0]"]["certainty"] < 0.9


@pytest.mark.parametrize(
    "said",
    [
        "Alle gegevens: <aantal> maanden na het einde van de overeenkomst",
        "Logbestanden: [termijn] na het einde van het schooljaar",
        "Accounts: {{maanden}} maanden na het einde van de licentie",
    ],
)
def test_a_term_that_was_left_open_is_not_sure_and_is_told_as_left(annex, said):
    told = annex("Bewaartermijn", [said])
    assert len(told["placeholders"]) == 1
    assert told["found"]["retention[0]"]["certainty"] <= 0.5


def test_a_sentence_may_tell_several_periods_with_and_without_a_number(annex):
    said = (
        "Foto's worden tot het einde van het schooljaar bewaard, logs 6 maanden en accounts tot 1 maand na opzegging."
    )
    assert annex("Bewaren", [said])["retention"] == [
        {"data": "Foto's", "term": "tot het einde van het schooljaar"},
        {"data": "logs", "term": "6 maanden"},
        {"data": "accounts", "term": "tot 1 maand na opzegging"},
    ]


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("Accounts: worden 2 jaar bewaard", "2 jaar"),
        ("Accounts: verwijderd na 30 dagen", "30 dagen"),
        ("Accounts: deleted 12 months after last use", "12 months after last use"),
    ],
)
def test_the_verb_around_a_term_is_none_of_it(annex, said, term):
    assert annex("Bewaartermijn", [said])["retention"] == [{"data": "Accounts", "term": term}]
