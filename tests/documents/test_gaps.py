"""Gaps: a paper shows each of them, marked, and tells which there are."""

from registry.documents import Gap, fill
from tests.documents.specimens import lines, marked, read, word_file

KVK = Gap("KvK-nummer", "Uitgeverij De Kade B.V.")


def test_a_gap_is_named_and_marked_in_the_text():
    filled = fill(word_file("KvK: {{ kvk }}, en verder", cell="{{ kvk }}"), {"kvk": KVK})
    assert lines(filled.content) == ["KvK: [KvK-nummer ontbreekt], en verder", "[KvK-nummer ontbreekt]"]
    assert marked(filled.content) == ["[KvK-nummer ontbreekt]"] * 2


def test_a_gap_is_marked_in_header_and_footer():
    content = fill(word_file(header="{{ kvk }}", footer="{{ kvk }}"), {"kvk": KVK}).content
    section = read(content).sections[0]
    for place in (section.header, section.footer):
        assert [run.text for run in place.paragraphs[0].runs if run.font.highlight_color] == ["[KvK-nummer ontbreekt]"]


def test_a_gap_is_told_once_however_often_it_stands_there():
    values = {"a": KVK, "b": Gap("KvK-nummer", "Uitgeverij De Kade B.V."), "c": Gap("KvK-nummer", "Rekenwinkel B.V.")}
    assert fill(word_file("{{ a }} {{ a }} {{ b }} {{ c }}"), values).gaps == (
        KVK,
        Gap("KvK-nummer", "Rekenwinkel B.V."),
    )


def test_a_gap_that_the_template_never_looks_at_is_not_told():
    assert fill(word_file("niets", "{% if nee %}{{ kvk }}{% endif %}"), {"kvk": KVK, "nee": False}).gaps == ()


def test_a_paper_without_gaps_has_no_gaps():
    assert fill(word_file("{{ kvk }}"), {"kvk": "01234567"}).gaps == ()


def test_a_gap_is_true_so_that_a_condition_shows_it():
    filled = fill(word_file("{% if kvk %}KvK {{ kvk }}{% else %}geen KvK{% endif %}"), {"kvk": KVK})
    assert lines(filled.content) == ["KvK [KvK-nummer ontbreekt]"]


def test_a_gap_on_which_a_condition_depends_is_told_though_it_is_not_printed():
    assert fill(word_file("{% if kvk %}bedrijf{% endif %}"), {"kvk": KVK}).gaps == (KVK,)
    assert fill(word_file("{% if kvk == 'x' %}x{% else %}y{% endif %}"), {"kvk": KVK}).gaps == (KVK,)


def test_a_gap_among_others_stays_marked():
    filled = fill(word_file("{{ namen|join(', ') }}"), {"namen": ["Anna", KVK]})
    assert lines(filled.content) == ["Anna, [KvK-nummer ontbreekt]"]
    assert marked(filled.content) == ["[KvK-nummer ontbreekt]"]


def test_the_label_of_a_gap_is_only_text():
    filled = fill(word_file("{{ leeg }}"), {"leeg": Gap("<b> & {_{")})
    assert lines(filled.content) == ["[<b> & {_{ ontbreekt]"]


def test_a_gap_in_the_title_is_told():
    filled = fill(word_file(), {"document": {"titel": Gap("titel")}})
    assert read(filled.content).core_properties.title == "[titel ontbreekt]"
    assert filled.gaps == (Gap("titel"),)
