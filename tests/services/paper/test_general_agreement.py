"""The agreement after the general model, in Dutch and in English."""

import re
from datetime import date

import pytest
from babel import Locale

from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model.agreement_lists import Renewal
from registry.model.supplier import CovenantStatus
from registry.reference import facts
from registry.services.board.board import edit_board
from registry.services.paper import Templates, final
from registry.services.paper.supplier.english import country
from registry.services.suppliers.suppliers import edit_supplier, note_covenant
from tests.complete_register import TODAY
from tests.documents.specimens import headings, lines, read

GENERAL, COMPLETE, ENGLISH = "agreement-general", "agreement-general-complete", "agreement-english"


def text(made):
    return "\n".join(lines(made.content))


class TestTheGeneralModel:
    def test_it_is_own_text_after_that_model_and_does_not_speak_of_the_covenant(self, made):
        found = text(made(GENERAL))
        assert "eigen tekst, naar de onderdelen van het algemene model" in found
        assert "convenant" not in found.casefold()

    def test_it_comes_with_its_annexes(self, made):
        titles = [line for line in headings(made(COMPLETE).content) if line.startswith("Bijlage ")]
        assert titles[0] == "Bijlage 1 – Privacybijsluiter: Letters"
        assert titles[-1] == "Bijlage 3 – Afwijkingen"

    @pytest.mark.parametrize("code", [GENERAL, COMPLETE, ENGLISH])
    def test_it_never_passes_for_the_official_model(self, paper, tmp_path, change_agreement, code):
        change_agreement({"model_version": "general_model", "arrangement": "general_model"})
        with pytest.raises(BrokenRule, match="mag daar niet voor doorgaan"):
            final(paper(code), Templates(tmp_path))

    @pytest.mark.parametrize("status", [CovenantStatus.SUPPORTER, CovenantStatus.NONE])
    def test_it_fits_who_is_no_participant(self, session, register, paper, status):
        note_covenant(session, register.lettervlieg.id, {"status": status, "checked_on": TODAY})
        assert paper(GENERAL).notes == ()

    def test_a_participant_gets_a_note(self, session, register, paper):
        entry = {"status": CovenantStatus.PARTICIPANT, "checked_on": TODAY}
        note_covenant(session, register.lettervlieg.id, entry)
        assert "Daarbij hoort het convenantmodel" in paper(GENERAL).notes[0]

    def test_a_participant_without_an_agreement_gets_a_note_too(self, session, rekenwolk, paper):
        note_covenant(session, rekenwolk.id, {"status": CovenantStatus.PARTICIPANT, "checked_on": TODAY})
        note = "Rekenwolk is deelnemer aan het convenant. Daarbij hoort het convenantmodel, niet het algemene model."
        assert note in paper(GENERAL, rekenwolk).notes
        assert note not in paper("agreement", rekenwolk).notes


class TestInEnglish:
    def test_dates_lists_and_annexes_are_english(self, made, change_agreement):
        change_agreement({"renewal": Renewal.TACIT_YEAR, "ends_on": date(2027, 7, 31)})
        found = text(made(ENGLISH))
        assert "of 1 May 2025. It states that the supplier provides" in found
        assert (
            "It first runs up to and including the end date. The end date is 31 July 2027. Each party may give" in found
        )
        assert "notice with a notice period of 3 months. After that it continues" in found
        assert "Letters (learning material or test): Leren lezen." in found
        assert "school board number (bestuursnummer) 99001" in found
        annexes = [line for line in lines(made(ENGLISH).content) if re.match(r"Annex \d –", line)]
        assert annexes == [
            "Annex 1 – Privacy annex Letters, version 2.1",
            "Annex 2 – Security annex Letters, version 1.0",
            "Annex 3 – Deviations",
        ]

    def test_no_dutch_label_of_the_register_stands_in_it(self, session, register, paper, tmp_path):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"country": "DE"})
        found = text(final(paper(ENGLISH), Templates(tmp_path)))
        labels = {fact.label for table in ("product_kinds", "countries") for fact in getattr(facts(), table).values()}
        english = {*(fact.english for fact in facts().product_kinds.values()), *Locale("en").territories.values()}
        own = [one.label for one in Renewal]
        assert [label for label in [*(labels - english), *own] if label in found] == []
        assert "Germany" in found

    def test_a_supplier_abroad_needs_no_kvk_number(self, session, register, made):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": "", "country": "IE"})
        assert "not applicable (established in Ireland)" in text(made(ENGLISH))

    @pytest.mark.parametrize(
        ("months", "term"), [(0, "without notice period"), (1, "of 1 month."), (2, "of 2 months.")]
    )
    def test_the_notice_stands_in_a_sentence(self, made, change_agreement, months, term):
        change_agreement({"notice_months": months})
        assert f"Each party may give notice {'' if not months else 'with a notice period '}{term}" in text(
            made(ENGLISH)
        )

    def test_it_has_an_english_title_and_language(self, made):
        core = read(made(ENGLISH).content).core_properties
        assert (core.title, core.language) == ("Data processing agreement – Lettervlieg B.V.", "en-GB")
        assert made(ENGLISH).file_name == "Data-processing-agreement-Lettervlieg-BV (concept).docx"

    def test_it_lists_its_annexes_without_their_text(self, paper):
        assert len(paper(ENGLISH).parts) == 1

    def test_its_gaps_are_those_of_the_dutch_one(self, session, register, made, change_agreement):
        change_agreement({"main_contract": "", "starts_on": None, "deletion_term": ""})
        edit_board(session, 1, {"board_number": ""})
        assert set(made(ENGLISH).gaps) == set(made(GENERAL).gaps)
        assert len(made(ENGLISH).gaps) == 4

    def test_without_products_there_is_a_gap_and_no_dutch(self, register, made, change_agreement):
        change_agreement({}, {"products": [], "annexes": [], "choices": []})
        found = made(ENGLISH)
        assert found.gaps == (Gap("Producten", f"agreement/{register.agreement.id}/products"),)
        assert "kies bij de overeenkomst" not in text(found)

    def test_what_people_typed_is_left_for_them_to_look_at(self, paper):
        assert "Kijk na of dat Engels is" in paper(ENGLISH).notes[0]

    def test_a_country_that_nobody_knows_keeps_its_code(self):
        assert (country("NL"), country("QQ")) == ("Netherlands", "QQ")
