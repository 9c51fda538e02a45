"""A paper to look at: what it says, and each gap by itself."""

from registry.documents import Gap
from registry.documents.templates.preview import Text
from registry.services.agreements.agreements import edit_agreement
from registry.services.paper import Templates
from registry.services.paper.previewing import preview_paper
from registry.services.suppliers.suppliers import edit_supplier
from tests.documents.specimens import lines


def said(shown):
    texts = [block for part in shown.parts for block in part.shown.blocks]
    cells = [cell for block in texts if not isinstance(block, Text) for row in block.rows for cell in row]
    plain = [text for text in texts if isinstance(text, Text)] + [text for cell in cells for text in cell]
    return ["".join(span.text for span in text.spans) for text in plain]


def gaps_shown(shown):
    return [gap for text in said(shown) for _, gap in shown.pieces(text) if gap]


def test_it_has_the_text_of_the_draft(paper, made, tmp_path):
    shown = preview_paper(paper("agreement"), Templates(tmp_path))
    assert sorted(filter(None, said(shown))) == sorted(lines(made("agreement").content))
    assert shown.gaps != () or gaps_shown(shown) == []


def test_each_part_has_its_title_and_its_template(paper, tmp_path):
    shown = preview_paper(paper(), Templates(tmp_path))
    assert [part.title[:10] for part in shown.parts] == ["Verwerkers", "Bijlage 1 ", "Bijlage 2 ", "Bijlage 3 "]
    assert {part.template.is_own for part in shown.parts} == {False}


def test_two_gaps_of_one_name_are_told_apart(session, register, paper, tmp_path):
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": "", "address": ""})
    shown = preview_paper(paper("agreement"), Templates(tmp_path))
    where = {gap.label: gap.where for gap in gaps_shown(shown)}
    assert where == {
        "KvK-nummer": f"supplier/{register.lettervlieg.id}/kvk",
        "Adres": f"supplier/{register.lettervlieg.id}/address",
    }


def test_the_mark_of_a_gap_reads_as_in_the_draft(session, register, paper, tmp_path):
    edit_agreement(session, register.agreement.id, register.agreement.version, {"deletion_term": ""})
    shown = preview_paper(paper("agreement"), Templates(tmp_path))
    marks = [piece for text in said(shown) for piece, gap in shown.pieces(text) if gap]
    assert set(marks) == {"Termijn voor vernietigen na afloop ontbreekt"} or all("ontbreekt" in mark for mark in marks)
    assert marks
    assert not [text for text in said(shown) for piece, _ in shown.pieces(text) if "‹" in piece]


def test_a_text_that_looks_like_a_mark_is_only_text(paper, tmp_path):
    shown = preview_paper(paper("annex-3"), Templates(tmp_path))
    assert shown.pieces("gewone [tekst] ontbreekt") == [("gewone [tekst] ontbreekt", None)]
    assert isinstance(Gap("x"), Gap)
