"""The templates that come with the register: what they say, how they are built, and that they are built anew alike."""

import re
import tomllib
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from agreement_templates.source import TEMPLATES as SOURCES
from agreement_templates.source import build
from registry.documents import fill
from tests.documents import examples
from tests.documents.specimens import SHIPPED, TEMPLATES, complete, lines, marked, parts, read, shipped

LANGUAGES = {"verwerkersovereenkomst-engels": "en-GB"}
WITHOUT_TABLES = ("brief-verzoek", "brief-herinnering")
every_template = pytest.mark.parametrize("name", SHIPPED)


def test_each_template_has_a_source_and_a_description():
    assert SHIPPED == sorted(SOURCES) == sorted(path.stem for path in TEMPLATES.glob("*.toml"))


@every_template
def test_a_template_built_anew_is_the_committed_one(name):
    assert parts(build(name)) == parts(shipped(name))


@every_template
def test_the_description_names_the_values_that_the_template_uses(name):
    description = tomllib.loads((TEMPLATES / f"{name}.toml").read_text(encoding="utf-8"))
    assert description["values"] == sorted(DocxTemplate(TEMPLATES / f"{name}.docx").get_undeclared_template_variables())
    assert {"title", "audience", "record"} < description.keys()


@every_template
def test_a_template_stays_within_the_small_language(name):
    xml = "".join(part.decode("utf-8", "replace") for part in parts(shipped(name)).values())
    path = r"[a-z_]+(?:\.[a-z_]+)*"
    allowed = rf"{{{{ {path} }}}}|{{%(?:p|tr)? (?:if {path}|else|endif|for [a-z]+ in {path}|endfor) %}}"
    assert re.findall(r"{[{%].*?[}%]}", re.sub(f"(?:{allowed})", "", xml)) == []


@every_template
def test_a_complete_paper_has_no_gap_and_leaves_no_tag(name):
    filled = fill(shipped(name), examples.complete()[name])
    assert filled.gaps == ()
    assert not re.search(r"[{}]|ontbreekt", "\n".join(lines(filled.content)))


@every_template
def test_a_draft_marks_every_gap_and_tells_it(name):
    filled = fill(shipped(name), examples.with_gaps()[name])
    labels = {label for _place, label in examples.GAPS[name]}
    assert {gap.label for gap in filled.gaps} == labels
    assert len(filled.gaps) == len(examples.GAPS[name])
    assert set(marked(filled.content)) == {f"[{label} ontbreekt]" for label in labels}


@every_template
def test_a_draft_says_so_at_the_top_and_lists_what_is_not_checked_at_the_end(name):
    draft = lines(fill(shipped(name), examples.with_gaps()[name]).content)
    assert draft[0].startswith("Concept, gemaakt op 3 maart 2026")
    assert draft[-2:] == ["Lijst van doelen bij model 4.0", "Nummering van de gegevens bij model 4.0"]


@every_template
def test_a_final_paper_says_nothing_of_a_draft(name):
    final = "\n".join(lines(complete(name)))
    assert "Concept" not in final
    assert "Nog niet nagekeken" not in final


@every_template
def test_nasty_values_come_through_everywhere(name):
    nasty = "A</w:t></w:r></w:p><w:p> & {{ 7*7 }} {% for %} {# x #} {_{ ]]> \"'\n< 👩‍🏫"

    def spoiled(value):
        if isinstance(value, dict):
            return {key: spoiled(item) for key, item in value.items()}
        if isinstance(value, list):
            return [spoiled(item) for item in value]
        return nasty if isinstance(value, str) and value else value

    document = fill(shipped(name), spoiled(examples.complete()[name])).content
    assert len(read(document).paragraphs) == len(read(complete(name)).paragraphs)
    assert "\n".join(lines(document)).count(nasty) >= 6


@every_template
def test_a_paper_says_its_language_and_has_its_title(name):
    content, expected = complete(name), LANGUAGES.get(name, "nl-NL")
    properties = read(content).core_properties
    assert (properties.title, properties.language) == (examples.complete()[name]["document"]["titel"], expected)
    language = read(content).styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == expected


@every_template
def test_a_table_repeats_its_header_row_keeps_rows_whole_and_has_a_title(name):
    tables = read(complete(name)).tables
    assert tables or name in WITHOUT_TABLES
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert all(cell.text.strip() for cell in table.rows[0].cells)


@every_template
def test_a_page_is_a4_and_has_its_number_at_the_foot(name):
    section = read(complete(name)).sections[0]
    assert {round(section.page_width.cm, 1), round(section.page_height.cm, 1)} == {21.0, 29.7}
    footer = section.footer._element.xml
    assert "PAGE" in footer
    assert "NUMPAGES" in footer


@every_template
def test_headings_go_down_one_level_at_a_time(name):
    levels = [int(p.style.name[-1]) for p in read(complete(name)).paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_template
def test_what_announces_something_stays_on_its_page(name):
    announced = [one for one in read(complete(name)).paragraphs if one.text.endswith(":")]
    assert [one.text for one in announced if not one.paragraph_format.keep_with_next] == []
