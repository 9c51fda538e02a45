"""Final papers: refused while gaps remain, kept with what they were made from, and made again from it."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest

from registry.errors import BrokenRule, GapsRemain, TemplateRefused
from registry.model import AuditEvent, GeneratedDocument
from registry.queries.papers.finals import finals_of
from registry.services.agreements.agreements import edit_agreement
from registry.services.board.board import edit_board
from registry.services.paper import KINDS, WORD, Order, Templates, compose, draft, finished, made_again, make_final
from registry.services.suppliers.suppliers import edit_supplier
from tests.complete_register import TODAY
from tests.documents.specimens import lines, parts, shipped, word_file

NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)
OWN_TEXT = "verwerkersovereenkomst-eigen-tekst"


@pytest.fixture
def templates(tmp_path):
    return Templates(tmp_path)


@pytest.fixture
def finish(session, register, templates):
    """Make the paper of this kind about Lettervlieg final."""

    def finish(code="agreement", subject=None):
        subject = subject or register.lettervlieg
        return make_final(session, compose(session, Order(KINDS[code], subject.id, TODAY, TODAY)), templates, NOW)

    return finish


def test_a_final_paper_is_kept_with_its_file(session, register, finish):
    document = finish()
    assert (document.paper, document.subject, document.subject_id) == ("agreement", "supplier", register.lettervlieg.id)
    assert (document.made_by, document.made_at.replace(tzinfo=UTC)) == (
        "ingebouwde beheerder",
        NOW,
    )  # SQLite keeps no zone
    assert document.file.name == "Verwerkersovereenkomst-Lettervlieg-BV.docx"
    assert document.file.media_type == WORD
    content = document.file.content.content
    assert (document.file.size, document.file.sha256) == (len(content), sha256(content).hexdigest())
    assert list(finals_of(session, {"supplier": [register.lettervlieg.id]})) == [document]


def test_the_text_of_a_final_paper_is_no_draft(finish):
    text = "\n".join(lines(finish("agreement-complete").file.content.content))
    assert "Concept" not in text
    assert "Nog niet nagekeken" not in text


def test_a_list_of_a_school_is_that_schools(register, finish):
    assert finish("schoolgids", register.zandloper).school_id == register.zandloper.id


def test_a_paper_with_gaps_is_refused_with_the_list_and_nothing_is_kept(session, register, finish):
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": "", "address": ""})
    with pytest.raises(GapsRemain, match="er ontbreken nog 2 gegevens") as refused:
        finish()
    assert [gap.label for gap in refused.value.gaps] == ["KvK-nummer", "Adres"]
    assert session.query(GeneratedDocument).count() == 0


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"model_version": ""}, "Kies bij de overeenkomst eerst het model “Eigen tekst van het bestuur”"),
        (
            {"model_version": "mvo_4_0", "arrangement": "mvo_participant"},
            "staat bij deze overeenkomst: Modelverwerkersovereenkomst 4.0",
        ),
    ],
)
@pytest.mark.parametrize("code", ["agreement", "agreement-complete"])
def test_the_own_text_never_passes_for_another_model(session, register, finish, fields, sentence, code):
    edit_agreement(session, register.agreement.id, register.agreement.version, fields)
    with pytest.raises(BrokenRule, match=sentence):
        finish(code)
    finish("annex-3")


@pytest.mark.parametrize("code", ["agreement", "agreement-complete", "annex-3"])
def test_made_again_from_its_values_it_has_the_same_parts(session, register, templates, finish, code):
    document = finish(code)
    kept = document.file.content.content
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"name": "Rekenwolk"})
    session.expire_all()
    assert parts(made_again(session.get(GeneratedDocument, document.id), templates)) == parts(kept)


def test_it_is_not_made_again_from_another_template(finish, tmp_path):
    (tmp_path / f"{OWN_TEXT}.docx").write_bytes(word_file("Van {{ leverancier.naam }}"))
    document = finish()
    (tmp_path / f"{OWN_TEXT}.docx").write_bytes(word_file("{{ leverancier.naam }}"))
    with pytest.raises(BrokenRule, match="sindsdien veranderd"):
        made_again(document, Templates(tmp_path))


def test_a_value_that_no_template_looks_at_may_be_a_gap(session, register, finish, templates):
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": ""})
    document = finish("annex-3")
    assert document.values["parts"][0]["values"]["leverancier"]["kvk"] == {
        "leemte": "KvK-nummer",
        "waar": f"supplier/{register.lettervlieg.id}/kvk",
    }
    assert parts(made_again(document, templates)) == parts(document.file.content.content)


def test_the_history_tells_who_made_it(session, finish):
    document = finish()
    line = session.query(AuditEvent).filter_by(record="generated_document", field="title").one()
    assert (line.who, line.why, line.record_id) == ("ingebouwde beheerder", "definitief document gemaakt", document.id)


class TestFinished:
    @pytest.fixture
    def orders(self, register):
        return [Order(KINDS[code], register.zandloper.id, TODAY, TODAY) for code in ("school-overview", "schoolgids")]

    def test_only_what_is_kept_is_kept_and_the_files_come_in_order(self, session, orders, templates):
        made = finished(session, [compose(session, order) for order in orders], templates, NOW)
        assert [one.file_name.split("-")[0] for one in made] == ["Overzicht", "Leverancierslijst"]
        assert [document.paper for document in session.query(GeneratedDocument)] == ["schoolgids"]

    def test_nothing_is_kept_when_one_has_gaps(self, session, register, orders, templates):
        edit_board(session, 1, {"dpo_email": ""})  # the overview names the FG, the list does not
        with pytest.raises(GapsRemain):
            finished(session, [compose(session, order) for order in orders], templates, NOW)
        assert session.query(GeneratedDocument).count() == 0

    def test_what_is_never_kept_cannot_be_kept_by_mistake(self, session, orders, templates):
        with pytest.raises(ValueError, match="never kept"):
            make_final(session, compose(session, orders[0]), templates, NOW)


class TestABoardsOwnTemplate:
    def test_it_takes_the_place_of_the_shipped_one(self, tmp_path, templates, finish):
        (tmp_path / f"{OWN_TEXT}.docx").write_bytes(word_file("Onze tekst met {{ leverancier.naam }}"))
        document = finish()
        assert lines(document.file.content.content) == ["Onze tekst met Lettervlieg B.V."]
        assert document.template_sha256 == templates.read(OWN_TEXT).sha256 != sha256(shipped(OWN_TEXT)).hexdigest()

    def test_an_unknown_name_in_it_is_refused(self, session, register, tmp_path, templates):
        (tmp_path / f"{OWN_TEXT}.docx").write_bytes(word_file("{{ leverancier.naaam }}"))
        paper = compose(session, Order(KINDS["agreement"], register.lettervlieg.id, TODAY, TODAY))
        with pytest.raises(TemplateRefused, match=r"leverancier\.naam"):
            draft(paper, templates)

    def test_a_file_that_is_no_word_file_is_refused(self, session, register, tmp_path, templates):
        (tmp_path / f"{OWN_TEXT}.docx").write_bytes(b"niets")
        paper = compose(session, Order(KINDS["agreement"], register.lettervlieg.id, TODAY, TODAY))
        with pytest.raises(TemplateRefused, match="geen Word-bestand"):
            draft(paper, templates)
