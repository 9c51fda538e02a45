"""A board's own templates: kept in versions, one in use, none deleted."""

from datetime import UTC, datetime

import pytest

from registry.errors import BrokenRule, NotFound
from registry.model import AuditEvent, PaperTemplate
from registry.model.paper_template import HOUSE_STYLE
from registry.queries.papers.paper_templates import template_versions
from registry.services.paper.checking import TemplateFaulty
from registry.services.paper.own_templates import stop_using, use_template
from tests.complete_register import TODAY
from tests.documents.specimens import word_file

GUIDE = "schoolgids-leverancierslijst"
AGREEMENT = "verwerkersovereenkomst-eigen-tekst"
NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)


class TestKeeping:
    def test_a_version_is_kept_with_what_was_said_of_it(self, add):
        content = word_file("Lijst van {{ school.naam }}")
        kept = add(note="met ons logo", content=content)
        assert (kept.paper, kept.title, kept.edition, kept.note) == (GUIDE, "Onze lijst", 1, "met ons logo")
        assert (kept.added_on, kept.added_by, kept.in_use) == (TODAY, "ingebouwde beheerder", False)
        assert (kept.file.name, kept.content) == ("lijst.docx", content)

    def test_editions_are_counted_per_paper_and_school(self, register, add):
        editions = [add(), add(), add(school_id=register.zandloper.id), add("{{ bestuur.naam }}", AGREEMENT), add()]
        assert [one.edition for one in editions] == [1, 2, 1, 1, 3]

    def test_an_unknown_name_is_refused_with_the_nearest_and_nothing_is_kept(self, session, add):
        with pytest.raises(TemplateFaulty) as refused:
            add("{{ school.naan }}")
        assert [(one.name, one.nearest) for one in refused.value.report.unknown] == [("school.naan", "school.naam")]
        assert session.query(PaperTemplate).count() == 0

    def test_a_field_of_another_paper_is_unknown(self, add):
        with pytest.raises(TemplateFaulty):
            add("{{ leverancier.naam }}")

    @pytest.mark.parametrize(
        ("given", "sentence"),
        [
            ({"name": "lijst.doc"}, "eindigt op .docx"),
            ({"content": b"niets"}, "geen Word-bestand"),
            ({"content": b"x" * (5 * 1024 * 1024 + 1)}, "hoogstens 5 MB"),
            ({"title": " "}, "Geef het sjabloon een naam"),
            ({"paper": "niets"}, "Er is geen document “niets”"),
        ],
    )
    def test_what_cannot_be_a_template_is_refused(self, session, add, given, sentence):
        with pytest.raises(BrokenRule, match=sentence):
            add(**given)
        assert session.query(PaperTemplate).count() == 0

    def test_an_agreement_has_no_template_of_a_school(self, register, add):
        with pytest.raises(BrokenRule, match="Dit document is van het bestuur"):
            add("{{ bestuur.naam }}", AGREEMENT, school_id=register.zandloper.id)

    def test_a_school_that_is_not_there_has_none(self, add):
        with pytest.raises(NotFound):
            add(school_id=999)

    def test_a_house_style_with_a_field_in_its_text_is_refused(self, add):
        with pytest.raises(TemplateFaulty) as refused:
            add("Beste {{ document.titel }}", HOUSE_STYLE)
        assert [one.place for one in refused.value.report.refused] == ["Beste {{ document.titel }}"]

    def test_a_house_style_may_have_one_in_its_footer(self, add):
        assert add("Typ hier.", HOUSE_STYLE, content=word_file("Typ hier.", footer="{{ document.titel }}")).edition == 1


class TestUsing:
    def test_a_new_version_changes_nothing_before_it_is_in_use(self, add, guide):
        before = guide()
        kept = add()
        assert guide() == before
        assert not kept.in_use

    def test_one_is_in_use_and_going_back_is_using_an_earlier_one(self, session, register, add, guide):
        first, second = add("Eerste {{ school.naam }}"), add("Tweede {{ school.naam }}")
        use_template(session, first.id)
        assert guide() == ["Eerste De Zandloper"]
        use_template(session, second.id)
        assert guide() == ["Tweede De Zandloper"]
        use_template(session, first.id)
        assert guide() == ["Eerste De Zandloper"]
        assert [(one.edition, one.in_use) for one in template_versions(session, GUIDE)] == [(2, False), (1, True)]

    def test_stopping_gives_the_shipped_one_back(self, session, add, guide):
        before, kept = guide(), add()
        use_template(session, kept.id)
        stop_using(session, kept.id)
        assert guide() == before

    def test_a_school_has_its_own_and_the_others_the_boards(self, session, register, add, guide):
        use_template(session, add("Bestuur: {{ school.naam }}").id)
        use_template(session, add("School: {{ school.naam }}", school_id=register.zandloper.id).id)
        assert guide() == ["School: De Zandloper"]
        assert guide(register.zonnewijzer) == ["Bestuur: De Zonnewijzer"]

    def test_the_history_tells_who_changed_it(self, session, add):
        use_template(session, add().id)
        told = [
            (line.field, line.old, line.new) for line in session.query(AuditEvent).filter_by(record="paper_template")
        ]
        assert ("in_use", "False", "True") in told
