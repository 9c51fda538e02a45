"""What must hold inside one annex."""

import pytest

from registry.errors import BrokenRule, InvalidText, UnknownCode


class TestRulesOfAPrivacyAnnex:
    @pytest.mark.parametrize("code", ["LT-z", "SLI-a10"])
    def test_an_unknown_purpose_is_refused(self, propose, code):
        with pytest.raises(UnknownCode):
            propose(purposes=[{"purpose": code}])

    def test_a_purpose_stands_there_once(self, propose):
        with pytest.raises(BrokenRule, match="twee keer: LT-b"):
            propose(purposes=[{"purpose": "LT-b"}, {"purpose": "LT-b"}])

    @pytest.mark.parametrize("rows", [{"purposes": [{"note": "los"}]}, {"data": [{"note": "los"}]}])
    def test_a_row_without_its_code_is_refused(self, propose, rows):
        with pytest.raises(BrokenRule, match="Kies bij elke regel"):
            propose(**rows)

    def test_other_data_mean_nothing_without_a_text(self, propose):
        with pytest.raises(BrokenRule, match="welke gegevens") as fault:
            propose(data=[{"category": "12"}])
        assert fault.value.field == "data"
        assert propose(data=[{"category": "12", "note": "schoenmaat"}]).data[0].note == "schoenmaat"

    @pytest.mark.parametrize(("processed", "denied"), [("13", "13"), ("7b", "7")])
    def test_what_is_processed_cannot_be_denied(self, propose, processed, denied):
        with pytest.raises(BrokenRule, match="Haal één van de twee weg"):
            propose(data=[{"category": processed}], denials=[{"statement": "geen cijfers", "category": denied}])

    def test_a_part_of_what_is_processed_may_be_denied(self, propose):
        annex = propose(data=[{"category": "7"}], denials=[{"statement": "geen verzuim", "category": "7d"}])
        assert annex.denials[0].statement == "geen verzuim"

    def test_a_denied_category_says_itself_what_it_is(self, propose):
        assert propose(denials=[{"category": "13"}]).denials[0].statement == "geen burgerservicenummer (BSN)"

    def test_a_known_term_is_written_out(self, propose):
        kept = propose(retention=[{"retention_term": "attendance_enrolment"}]).retention[0]
        assert (kept.data, kept.term) == ("Verzuim, in- en uitschrijving", "5 jaar na de uitschrijving")

    def test_a_term_in_own_words_stays_beside_the_known_one(self, propose):
        kept = propose(retention=[{"retention_term": "exam_work", "term": "een jaar"}]).retention[0]
        assert (kept.data, kept.term) == ("Examenwerk", "een jaar")

    def test_a_safeguard_stands_only_outside_the_eea(self, propose):
        with pytest.raises(BrokenRule, match="Nederland ligt binnen de EER"):
            propose(storage=[{"country": "NL", "safeguard": "scc"}])

    def test_a_proposal_may_leave_a_safeguard_open(self, propose):
        assert propose(storage=[{"country": "US"}]).storage[0].safeguard == ""

    def test_text_that_no_paper_can_hold_is_refused(self, propose):
        with pytest.raises(InvalidText):
            propose({"description": "uit\x00leg"})


class TestSubprocessors:
    def test_there_are_none_or_they_are_listed(self, propose):
        with pytest.raises(BrokenRule) as fault:
            propose({"no_subprocessors": True}, subprocessors=[{"name": "Wolk"}])
        assert fault.value.field == "no_subprocessors"

    def test_one_without_a_name_is_refused(self, propose):
        with pytest.raises(BrokenRule, match="een naam"):
            propose(subprocessors=[{"service": "hosting"}])

    def test_they_form_a_chain_of_several_levels(self, propose):
        annex = propose(
            subprocessors=[
                {"name": "Postduif", "works_for": "Wolk"},
                {"name": "Wolk"},
                {"name": "Dakpan", "works_for": "Postduif"},
                {"name": "Meting"},
            ]
        )
        levels = [(one.name, level) for one, level in annex.chain()]
        assert levels == [("Wolk", 1), ("Postduif", 2), ("Dakpan", 3), ("Meting", 1)]

    def test_another_spelling_of_a_listed_name_is_recognised(self, propose):
        annex = propose(subprocessors=[{"name": "Wolk B.V."}, {"name": "Postduif", "works_for": "wolk bv"}])
        assert annex.subprocessors[1].works_for == "Wolk B.V."

    @pytest.mark.parametrize(
        ("rows", "sentence"),
        [
            ([{"name": "Wolk", "works_for": "Nergens"}], "staat niet in de lijst"),
            ([{"name": "Wolk", "works_for": "Wolk"}], "voor zichzelf"),
            ([{"name": "Eb", "works_for": "Vloed"}, {"name": "Vloed", "works_for": "Eb"}], "in een kring"),
            ([{"name": "Wolk"}, {"name": "Wolk"}, {"name": "Postduif", "works_for": "Wolk"}], "twee keer"),
        ],
    )
    def test_a_chain_that_leads_nowhere_is_refused(self, propose, rows, sentence):
        with pytest.raises(BrokenRule, match=sentence):
            propose(subprocessors=rows)


class TestRulesOfASecurityAnnex:
    @pytest.mark.parametrize("hours", [0, -1, 721])
    def test_the_hours_of_the_breach_contact_lie_within_a_month(self, secure, hours):
        with pytest.raises(BrokenRule) as fault:
            secure({"breach_hours": hours})
        assert fault.value.field == "breach_hours"

    def test_a_measure_stands_there_once(self, secure):
        with pytest.raises(BrokenRule, match="twee keer"):
            secure(measures=[{"measure": "backup", "answer": "met"}, {"measure": "backup"}])
