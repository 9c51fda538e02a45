"""The blanks of an official text are found in order, and a field takes their place without touching the text around."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from registry.documents import fill
from registry.documents.templates.blanks import blanks, with_fields
from registry.errors import TemplateRefused
from tests.documents.specimens import lines, paragraphs, parts, word_file

NAMES = {1: "bestuur.naam", 2: "bestuur.plaats", 3: "leverancier.naam", 5: "leverancier.kvk", 6: "leverancier.naam"}


def saved(document):
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def split_file(*runs):
    """A file with one paragraph whose text Word has split into these runs, the odd ones bold."""
    document = Document()
    paragraph = document.add_paragraph()
    for number, text in enumerate(runs):
        paragraph.add_run(text).bold = bool(number % 2)
    return saved(document)


@pytest.fixture
def official():
    """A text with every kind of blank, in the body and in a table."""
    document = Document()
    document.add_paragraph("Verwerkersovereenkomst")
    document.add_paragraph("De ondergetekenden: [naam Onderwijsinstelling], gevestigd te <plaats>, hierna: school;")
    document.add_paragraph("en …………………… te ...........; KvK-nummer: ________.")
    table = document.add_table(3, 2)
    table.cell(0, 0).text = "Naam Verwerker"
    table.cell(1, 0).text = "Functie:"
    table.cell(1, 1).text = "[…]"
    document.add_paragraph("Aldus overeengekomen... en getekend.")
    return saved(document)


class TestFinding:
    def test_every_kind_is_found_in_order(self, official):
        marks = [blank.mark for blank in blanks(official)]
        expected = ["[naam Onderwijsinstelling]", "<plaats>", "……………………", "...........", "________", "", "[…]"]
        assert marks == expected
        assert [blank.number for blank in blanks(official)] == [1, 2, 3, 4, 5, 6, 7]

    def test_each_tells_what_stands_around_it(self, official):
        place, number, cell, function = (blanks(official)[index] for index in (1, 4, 5, 6))
        assert (place.before, place.after) == (", gevestigd te", ", hierna: school;")
        assert "[naam Onderwijsinstelling]" in number.above
        assert (number.before, number.after) == ("; KvK-nummer:", ".")
        assert (cell.before, cell.mark) == ("Naam Verwerker", "")
        assert function.before == "Functie:"

    def test_what_stands_between_the_brackets_is_told_alone(self, official):
        assert [blank.asked for blank in blanks(official)][:3] == ["naam Onderwijsinstelling", "plaats", ""]
        assert blanks(official)[6].asked == ""

    @pytest.mark.parametrize(
        "text", ["Klaar.", "En zo verder...", "artikel 2.1.3", "a_b__c", "1 < 2", "lijst (a) en (b)", "wacht…"]
    )
    def test_ordinary_text_has_none(self, text):
        assert blanks(word_file(text)) == []

    def test_a_cell_without_a_label_is_none(self):
        document = Document()
        document.add_table(2, 2).cell(0, 1).text = "label rechts"
        assert blanks(saved(document)) == []

    def test_a_blank_over_several_runs_is_one(self):
        assert [blank.mark for blank in blanks(split_file("Te [na", "am ", "leverancier] en"))] == [
            "[naam leverancier]"
        ]

    def test_a_file_that_is_no_word_file_is_refused(self):
        with pytest.raises(TemplateRefused):
            blanks(b"niets")


class TestPuttingFields:
    def test_a_field_takes_the_place_of_its_blank(self, official):
        assert "\n".join(lines(with_fields(official, NAMES))) == "\n".join(
            [
                "Verwerkersovereenkomst",
                "De ondergetekenden: {{ bestuur.naam }}, gevestigd te {{ bestuur.plaats }}, hierna: school;",
                "en {{ leverancier.naam }} te ...........; KvK-nummer: {{ leverancier.kvk }}.",
                "Naam Verwerker",
                "{{ leverancier.naam }}",
                "Functie:",
                "[…]",
                "Aldus overeengekomen... en getekend.",
            ]
        )

    def test_every_other_character_stays(self, official):
        found = blanks(official)
        made = "\n".join(paragraph.text for paragraph in paragraphs(with_fields(official, NAMES)))
        for number in sorted(NAMES):
            made = made.replace(f"{{{{ {NAMES[number]} }}}}", found[number - 1].mark, 1)
        assert made == "\n".join(paragraph.text for paragraph in paragraphs(official))

    def test_only_the_text_itself_is_another_part(self, official):
        before, after = parts(official), parts(with_fields(official, NAMES))
        assert before.keys() == after.keys()
        assert {name for name in before if before[name] != after[name]} <= {"word/document.xml", "docProps/core.xml"}

    def test_the_look_of_the_text_around_it_stays(self):
        made = with_fields(split_file("Te [na", "am ", "leverancier] en", " vet"), {1: "leverancier.naam"})
        runs = next(paragraphs(made)).runs
        assert [(run.text, bool(run.bold)) for run in runs] == [
            ("Te {{ leverancier.naam }}", False),
            ("", True),
            (" en", False),
            (" vet", True),
        ]

    def test_a_filled_file_says_what_it_should(self, official):
        template = with_fields(official, NAMES)
        values = {"naam": "Getijden", "plaats": "Zuiderveen"}
        made = fill(template, {"bestuur": values, "leverancier": {"naam": "Lettervlieg", "kvk": "01234567"}}).content
        assert "De ondergetekenden: Getijden, gevestigd te Zuiderveen, hierna: school;" in lines(made)
        assert "en Lettervlieg te ...........; KvK-nummer: 01234567." in lines(made)

    def test_what_is_left_open_stays_as_it_is(self, official):
        assert lines(with_fields(official, {})) == lines(official)

    def test_a_cell_looks_as_its_end_mark_does(self):
        document = Document()
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "Naam"
        properties = table.cell(0, 1).paragraphs[0]._p.get_or_add_pPr()
        look = properties.makeelement(qn("w:rPr"))
        look.append(properties.makeelement(qn("w:i")))
        properties.append(look)
        made = list(paragraphs(with_fields(saved(document), {1: "leverancier.naam"})))
        assert [run.italic for run in made[1].runs] == [True]

    def test_a_blank_keeps_its_number_once_it_has_its_field(self, official):
        before, after = blanks(official), blanks(with_fields(official, NAMES))
        assert [blank.number for blank in after] == [blank.number for blank in before]
        assert {blank.number: blank.field for blank in after if blank.field} == NAMES
        assert [blank.field for blank in before] == [""] * 7
