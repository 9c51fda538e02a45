"""Lists with marks that were typed, in any place; nothing of a list is sure whose marks were not understood."""

import pytest
from docx.enum.text import WD_COLOR_INDEX

from tests.exchange.annexes.forms import DATA

NAMES = ["Naam en e-mailadres", "Geboortedatum en geslacht", "Medische gegevens", "Voortgang", "Godsdienst", "Foto's"]
CHOSEN = {0, 3, 5}
CODES = ["1.1", "7b", "10"]
AIMS = ["Onderwijs geven en volgen", "Terugontvangen van leer- en toetsresultaten door de school"]


def marked(on, off, at_end):
    """The names, each with the mark for chosen or not chosen before or behind it."""
    marks = [on if at in CHOSEN else off for at in range(len(NAMES))]
    lines = [(name, mark) if at_end else (mark, name) for name, mark in zip(NAMES, marks, strict=True)]
    return [" ".join(line).strip() for line in lines]


@pytest.mark.parametrize("at_end", [False, True], ids=["before", "behind"])
@pytest.mark.parametrize(("on", "off"), [("x", ""), ("X", "-"), ("v", ""), ("ja", "nee"), ("J", "N"), ("(x)", "( )")])
def test_a_typed_mark_tells_the_choice(annex, on, off, at_end):
    told = annex(DATA, marked(on, off, at_end))
    assert told["data_categories"] == CODES
    assert told["found"]["data_categories"]["certainty"] >= 0.9


@pytest.mark.parametrize("at_end", [False, True], ids=["before", "behind"])
@pytest.mark.parametrize(("on", "off"), [("§", ""), ("*", ""), ("+", "~"), ("->", ""), ("1", "0"), ("!", "")])
def test_signs_that_are_not_understood_leave_nothing_sure(annex, on, off, at_end):
    found = annex(DATA, marked(on, off, at_end))["found"]
    assert found["data_categories"]["certainty"] <= 0.5


@pytest.mark.parametrize(
    "said",
    ["Wat is aangekruist geldt.", "De onderstreepte gegevens verwerken wij.", "Gemarkeerd is wat wij gebruiken."],
)
def test_a_list_that_speaks_of_marks_and_shows_none_is_not_sure(annex, said):
    assert annex(DATA, [said, *NAMES])["found"]["data_categories"]["certainty"] <= 0.5


@pytest.mark.parametrize("said", ["Wat is aangekruist geldt.", "Wat onderstreept is, geldt."])
def test_purposes_that_speak_of_marks_and_show_none_are_not_sure(annex, said):
    told = annex("Doeleinden (Leermiddelen en Toetsen)", [said, *AIMS])
    assert told["found"]["purposes"]["certainty"] <= 0.5


def test_a_list_that_names_what_is_denied_elsewhere_is_not_sure(document, read):
    document.add_heading("Privacybijsluiter Wolkjes", 1)
    document.add_heading(DATA, 2)
    for name in NAMES:
        document.add_paragraph(name)
    document.add_heading("Wat wij niet doen", 2)
    document.add_paragraph("Wij verwerken geen medische gegevens en geen godsdienst.")
    told = read(document)[0]
    assert told["found"]["data_categories"]["certainty"] <= 0.5
    assert {"5", "6"} <= set(told["denied"])


def test_a_plain_list_stays_sure(annex):
    told = annex(DATA, ["naam en e-mailadres", "voortgang", "foto van de leerling"])
    assert told["data_categories"] == ["1.1", "7b", "10"]
    assert told["found"]["data_categories"]["certainty"] >= 0.9


def test_a_sentence_that_ends_in_an_answer_marks_nothing(annex):
    told = annex("Betrokkenen", ["Leerlingen en hun docenten", "Verwerken wij meer? nee"])
    assert told["data_subjects"] == ["pupil", "teacher"]


def listed(document, said, mark):
    """A leaflet with a line and the names below it, those that are chosen marked in their print."""
    document.add_heading("Privacybijsluiter Wolkjes", 1)
    document.add_heading(DATA, 2)
    document.add_paragraph(said)
    for at, name in enumerate(NAMES):
        run = document.add_paragraph().add_run(name)
        if at in CHOSEN:
            mark(run.font)


def underline(font):
    font.underline = True


def highlight(font):
    font.highlight_color = WD_COLOR_INDEX.YELLOW


@pytest.mark.parametrize(
    ("said", "mark"),
    [("Wat onderstreept is, verwerken wij.", underline), ("De gemarkeerde gegevens gelden.", highlight)],
)
def test_print_tells_the_choice_where_the_paper_says_so(document, read, said, mark):
    listed(document, said, mark)
    told = read(document)[0]
    assert told["data_categories"] == CODES
    assert told["found"]["data_categories"]["certainty"] >= 0.9


@pytest.mark.parametrize("mark", [underline, highlight])
def test_print_that_the_paper_does_not_explain_leaves_nothing_sure(document, read, mark):
    listed(document, "Het gaat om deze gegevens.", mark)
    assert read(document)[0]["found"]["data_categories"]["certainty"] <= 0.5
