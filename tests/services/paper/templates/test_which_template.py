"""Which template a paper gets: the school's own, the board's own, its folder's, or the shipped one, dressed."""

from datetime import UTC, datetime

from registry.access import BUILT_IN, Right, Viewer
from registry.database import session_for
from registry.model.paper_template import HOUSE_STYLE
from registry.queries.papers.paper_templates import template_versions
from registry.services.paper import KINDS, Order, Origin, Templates, compose, made_again, make_final
from registry.services.paper.own_templates import use_template
from tests.complete_register import TODAY
from tests.documents.specimens import lines, parts, read, shipped, word_file

GUIDE = "schoolgids-leverancierslijst"
AGREEMENT = "verwerkersovereenkomst-eigen-tekst"
NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)


class TestWhichOne:
    def test_the_boards_own_goes_before_the_file_in_its_folder_and_that_before_ours(
        self, session, tmp_path, add, templates
    ):
        assert templates().read(GUIDE).origin is Origin.SHIPPED
        (tmp_path / f"{GUIDE}.docx").write_bytes(word_file("Map"))
        assert templates().read(GUIDE).origin is Origin.FOLDER
        use_template(session, add().id)
        assert templates().read(GUIDE).origin is Origin.BOARD

    def test_what_was_read_once_needs_no_database_any_more(self, session, add, templates):
        kept = use_template(session, add().id).content
        read_once = templates()
        session.expunge_all()
        session.close()
        assert read_once.read(GUIDE).content == kept

    def test_the_shipped_one_takes_over_the_house_style(self, session, add, templates):
        use_template(session, add("", HOUSE_STYLE, content=word_file("", footer="Stichting Getijden")).id)
        found = templates().read(GUIDE)
        assert (found.origin, found.is_own) == (Origin.HOUSE_STYLE, False)
        assert read(found.content).sections[0].footer.paragraphs[0].text == "Stichting Getijden"
        assert lines(found.content) == lines(shipped(GUIDE))

    def test_a_school_may_have_its_own_house_style(self, session, register, add, templates):
        use_template(session, add("", HOUSE_STYLE, content=word_file("", footer="Bestuur")).id)
        of_school = add("", HOUSE_STYLE, content=word_file("", footer="School"), school_id=register.zandloper.id)
        use_template(session, of_school.id)

        def footer(school_id):
            return read(templates(school_id=school_id).read(GUIDE).content).sections[0].footer.paragraphs[0].text

        assert (footer(None), footer(register.zandloper.id), footer(register.zonnewijzer.id)) == (
            "Bestuur",
            "School",
            "Bestuur",
        )

    def test_an_own_template_keeps_its_own_look(self, session, add, templates):
        use_template(session, add("", HOUSE_STYLE, content=word_file("", footer="Bestuur")).id)
        kept = use_template(session, add().id)
        assert templates().read(GUIDE).content == kept.content

    def test_a_version_that_is_tried_goes_before_the_one_in_use(self, session, add, templates):
        use_template(session, add("Eerste").id)
        second = add("Tweede")
        assert templates(trying=second).read(GUIDE).content == second.content

    def test_a_final_paper_is_made_again_from_the_version_that_it_was_made_from(
        self, session, register, add, templates
    ):
        use_template(session, add("Eerste {{ school.naam }}").id)
        order = Order(KINDS["schoolgids"], register.zandloper.id, TODAY, TODAY)
        document = make_final(session, compose(session, order), templates(), NOW)
        use_template(session, add("Tweede {{ school.naam }}").id)
        assert parts(made_again(document, templates())) == parts(document.file.content.content)

    def test_so_is_one_in_a_house_style_that_is_another_by_now(self, session, register, add, templates):
        use_template(session, add("", HOUSE_STYLE, content=word_file("", footer="Oud")).id)
        order = Order(KINDS["schoolgids"], register.zandloper.id, TODAY, TODAY)
        document = make_final(session, compose(session, order), templates(), NOW)
        use_template(session, add("", HOUSE_STYLE, content=word_file("", footer="Nieuw")).id)
        assert parts(made_again(document, templates())) == parts(document.file.content.content)


def test_who_sees_one_school_sees_no_template_of_another(app, session, register, add):
    add(school_id=register.zandloper.id)
    add()
    session.rollback()
    viewer = Viewer("directeur", frozenset(Right), frozenset({register.zonnewijzer.id}))
    seen = [one.school_id for one in template_versions(session_for(viewer), GUIDE)]
    assert seen == [None]
    session_for(BUILT_IN)


def test_schools_without_a_template_of_their_own_share_one(tmp_path):
    templates = Templates(tmp_path)
    one, other = (templates.of_school(number).read("schoolgids-leverancierslijst") for number in (1, 2))
    assert one is other
