"""Papers are those of docxtpl, part by part, for every shipped template and for values that nobody would think of."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.documents import check, compiled, fill
from tests.documents import examples
from tests.documents.building import table_file
from tests.documents.oracle import differing
from tests.documents.specimens import SHIPPED, lines, parts, read, shipped, word_file

# What both write: docxtpl has signs of its own for "{{" in a value, and for a new paragraph and a new page.
NASTY = st.sampled_from(
    ["&", "<", ">", "]]>", '"', "'", "{{", "}}", "{%", "\n", "\t", "_", "é", "\u202e", "👩‍🏫", "\u00a0", "&#38;"]
)
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
TEXTS = st.lists(NASTY | LETTERS, max_size=12).map("".join)
ROWS = st.lists(st.fixed_dictionaries({"a": TEXTS, "b": TEXTS}), max_size=4)
TEMPLATE = table_file(
    ["{{ naam }}", "kop"],
    ["{%tr for rij in rijen %}", ""],
    ["{{ loop.index }} {{ rij.a }}", "{% if rij.b %}{{ rij.b }}, {{ naam }}{% else %}–{% endif %}"],
    ["{%tr endfor %}", ""],
)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_template_makes_the_paper_of_docxtpl(name):
    assert differing(shipped(name), examples.complete()[name]) == []


@pytest.mark.sweep
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(naam=TEXTS, rijen=ROWS)
def test_any_values_make_the_paper_of_docxtpl(naam, rijen):
    assert differing(TEMPLATE, {"naam": naam, "rijen": rijen}) == []


@pytest.mark.sweep
@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_any_text_comes_through_character_for_character(text):
    assert read(fill(word_file("[{{ naam }}]"), {"naam": text}).content).paragraphs[0].text == f"[{text}]"


@pytest.mark.parametrize("name", SHIPPED)
def test_the_rest_of_the_file_is_that_of_the_template(name):
    before, after = parts(shipped(name)), parts(fill(shipped(name), examples.complete()[name]).content)
    assert before.keys() == after.keys()
    assert {part for part in before if before[part] != after[part]} <= {
        part for part in before if part.startswith(("word/document", "word/header", "word/footer", "docProps/core"))
    }


def test_one_template_is_filled_by_four_threads_at_once():
    template = compiled(TEMPLATE)

    def text(number: int) -> list[str]:
        rows = [{"a": f"rij {number}-{row}", "b": ""} for row in range(30)]
        return lines(template.fill({"naam": f"paper {number}", "rijen": rows}).content)

    alone = [text(number) for number in range(60)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(text, range(60))) == alone


@pytest.mark.parametrize("name", SHIPPED)
def test_a_paper_passes_the_checks_on_templates(name):
    assert check(fill(shipped(name), examples.complete()[name]).content, {}).ok


def test_a_template_is_compiled_once():
    assert compiled(bytes(bytearray(TEMPLATE))) is compiled(TEMPLATE)
