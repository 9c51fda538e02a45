"""A filled paper as plain data: headings, lists, tables and marks as they stand in the Word file."""

from io import BytesIO

import pytest
from docx import Document

from registry.documents import Gap, fill
from registry.documents.templates.preview import Grid, Text, preview
from registry.documents.templates.spans import Span
from registry.errors import TemplateRefused
from tests.documents import examples
from tests.documents.specimens import SHIPPED, lines, shipped, word_file


def saved(document):
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def words(text):
    return "".join(span.text for span in text.spans)


def said(found):
    """Every text of a preview's body in order."""
    for block in found.blocks:
        if isinstance(block, Text):
            yield words(block)
        else:
            yield from (words(text) for row in block.rows for cell in row for text in cell if text.spans)


@pytest.mark.parametrize("name", SHIPPED)
def test_it_says_what_the_paper_says(name):
    made = fill(shipped(name), examples.complete()[name]).content
    assert list(said(preview(made))) == lines(made)


def test_a_heading_has_its_level_and_a_title_the_first():
    document = Document()
    document.add_heading("Titel", 0)
    document.add_heading("Kop", 2)
    document.add_paragraph("Tekst")
    levels = [(words(text), text.level) for text in preview(saved(document)).blocks]
    assert levels == [("Titel", 1), ("Kop", 2), ("Tekst", 0)]


def test_a_list_is_told_apart_by_its_kind():
    document = Document()
    for style in ("List Bullet", "List Number", "Normal"):
        document.add_paragraph("punt", style)
    assert [text.kind for text in preview(saved(document)).blocks] == ["bullet", "number", "paragraph"]


def test_a_table_has_its_rows_and_its_repeated_head():
    made = fill(shipped("bijlage-3-afwijkingen"), examples.complete()["bijlage-3-afwijkingen"]).content
    grid = next(block for block in preview(made).blocks if isinstance(block, Grid))
    assert grid.head == 1
    assert [words(cell[0]) for cell in grid.rows[1]][1:3] == [
        "Datalekken",
        "melding binnen 36 uur in plaats van 24 uur",
    ]


def test_bold_and_italic_are_told_and_equal_runs_are_one():
    document = Document()
    paragraph = document.add_paragraph("Dit ")
    paragraph.add_run("is ")
    paragraph.add_run("vet").bold = True
    paragraph.add_run(" en schuin").italic = True
    assert preview(saved(document)).blocks[0].spans == (
        Span("Dit is "),
        Span("vet", bold=True),
        Span(" en schuin", italic=True),
    )


def test_a_gap_is_marked():
    made = fill(word_file("KvK: {{ kvk }}."), {"kvk": Gap("KvK-nummer")}).content
    marked = [span.text for span in preview(made).blocks[0].spans if span.is_marked]
    assert marked == ["[KvK-nummer ontbreekt]"]


def test_header_and_footer_are_told():
    found = preview(word_file("Tekst", header="Stichting Getijden", footer="Blad 1"))
    assert ([words(text) for text in found.header], [words(text) for text in found.footer]) == (
        ["Stichting Getijden"],
        ["Blad 1"],
    )


def test_markup_in_a_text_is_only_text():
    assert list(said(preview(word_file("<script>alert(1)</script> & meer")))) == ["<script>alert(1)</script> & meer"]


def test_another_file_is_refused():
    with pytest.raises(TemplateRefused):
        preview(b"niets")
