"""Which field the words at a blank of the official model point to."""

from io import BytesIO

import pytest
from docx import Document

from registry.documents.templates.blanks import with_fields
from registry.model.paper_template import OFFICIAL_MODEL
from registry.reference import facts
from registry.services.paper.fields import text_fields
from registry.services.paper.proposing import open_blanks, proposals
from tests.documents.specimens import word_file


@pytest.fixture
def fields(app):
    def fields(*paragraphs):
        content = paragraphs[0] if isinstance(paragraphs[0], bytes) else word_file(*paragraphs)
        with app.app_context():
            return [proposal.field for proposal in proposals(content)]

    return fields


def test_every_field_in_the_table_can_take_the_place_of_a_blank(app):
    with app.app_context():
        wanted = {row.code: row.field for row in facts().blank_fields.values()}
    assert {code: field for code, field in wanted.items() if field and field not in text_fields(OFFICIAL_MODEL)} == {}


def test_the_words_between_the_brackets_say_it(fields):
    assert fields("[naam Onderwijsinstelling], gevestigd te [plaats], en [naam Verwerker]") == [
        "bestuur.naam",
        "bestuur.plaats",
        "leverancier.naam",
    ]


def test_the_party_may_be_named_behind_it(fields):
    assert fields("Naam …………, KvK-nummer …………, hierna te noemen: Verwerker") == ["leverancier.naam", "leverancier.kvk"]


def test_the_party_may_have_been_named_above(fields):
    assert fields(
        "Gegevens van de Onderwijsinstelling", "Postcode: ______", "Gegevens van de Verwerker", "Adres: ____"
    ) == [
        "bestuur.postcode",
        "leverancier.adres",
    ]


def test_who_represents_a_party_is_no_name_of_the_party(fields):
    assert fields("Verwerker, vertegenwoordigd door [naam], [functie]") == [
        "leverancier.ondertekenaar_naam",
        "leverancier.ondertekenaar_functie",
    ]


def test_under_the_signatures_a_name_is_that_of_who_signs(fields):
    assert fields("Aldus overeengekomen", "Namens Onderwijsinstelling", "Naam: ______", "Functie: ______") == [
        "bestuur.ondertekenaar_naam",
        "bestuur.ondertekenaar_functie",
    ]


def test_a_cell_takes_the_field_of_its_label(fields):
    document = Document()
    table = document.add_table(3, 2)
    for row, label in enumerate(["Naam Verwerker", "KvK-nummer", "Ingangsdatum"]):
        table.cell(row, 0).text = label
    buffer = BytesIO()
    document.save(buffer)
    found = fields(buffer.getvalue())
    assert found == ["leverancier.naam", "leverancier.kvk", "overeenkomst.ingang"]


def test_what_belongs_to_signing_stays_open(fields):
    assert fields("Namens Verwerker", "Plaats en datum: ______", "Handtekening: ______") == ["", ""]


def test_what_was_confirmed_before_is_proposed_again(app):
    content = word_file("[naam Verwerker] te [plaats]")
    before = with_fields(content, {2: "overeenkomst.kenmerk"})
    with app.app_context():
        again, other = proposals(content, before), proposals(content, word_file("iets anders [naam]"))
    assert [one.field for one in again] == ["", "overeenkomst.kenmerk"]
    assert [one.field for one in other] == ["leverancier.naam", "leverancier.plaats"]


def test_blanks_that_stay_open_are_counted():
    assert open_blanks(with_fields(word_file("[naam] te [plaats] op ______"), {1: "leverancier.naam"})) == 2


@pytest.mark.parametrize("text", ["Naam: ______", "Zie […]", "De verwerker doet …………… dingen"])
def test_where_the_words_say_too_little_nothing_is_proposed(fields, text):
    assert fields(text) == [""]


def test_a_verwerkersovereenkomst_names_no_party(fields):
    assert fields("Deze verwerkersovereenkomst: naam ______") == [""]
