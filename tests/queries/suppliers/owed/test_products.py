"""What still lacks of a product and its annexes: a sentence for each thing taken out."""

from datetime import date

import pytest

from registry.database import change
from registry.model import AnnexOption, AnnexStorage, Certificate, PrivacyAnnex, Subprocessor
from registry.model.product import Answer
from registry.queries.suppliers.owed import owed
from registry.services.annexes.annexes import propose_annex
from tests.queries.suppliers.owed.file import SINCE, TODAY, YESTERDAY


class TestThePrivacyAnnex:
    def test_none_at_all(self, file):
        file.drop(file.privacy)
        assert file.owed == [("privacy_annex_missing", "product", file.product.id)]

    def test_a_proposal_waits_for_the_board(self, file):
        file.drop(file.privacy)
        proposal = propose_annex(file.session, PrivacyAnnex, file.product.id, {})
        assert file.owed == [("privacy_annex_proposed", "privacy_annex", proposal.id)]
        assert owed(file.supplier, TODAY)[0].by_the_board

    @pytest.mark.parametrize("part", ["purposes", "data", "retention", "storage"])
    def test_it_is_silent_on_what_it_has_to_say(self, file, part):
        file.drop(getattr(file.privacy, part)[0])
        assert file.owed == [(f"{part}_missing", "privacy_annex", file.privacy.id)]
        assert not owed(file.supplier, TODAY)[0].by_the_board

    def test_it_does_not_say_whether_there_are_subprocessors(self, file):
        file.set(file.privacy, no_subprocessors=False)
        assert file.codes == ["subprocessors_missing"]

    def test_a_country_outside_the_eea_needs_a_safeguard(self, file):
        file.set(file.privacy.storage[0], country="US")
        assert file.codes == ["safeguard_missing"]
        assert "Verenigde Staten" in owed(file.supplier, TODAY)[0].sentence
        file.set(file.privacy.storage[0], safeguard="scc")
        assert file.owed == []

    def test_the_countries_of_subprocessors_count_too(self, file):
        with change(file.session, "toets"):
            file.privacy.no_subprocessors = False
            file.privacy.subprocessors += [Subprocessor(name="Wolkhuis", country="US"), Subprocessor(name="Mailpost")]
            file.privacy.storage.append(AnnexStorage(country="IN", safeguard="scc"))
        assert file.codes == ["subprocessor_country_missing", "safeguard_missing"]

    def test_a_choice_waits_for_the_board(self, file):
        with change(file.session, "toets"):
            file.privacy.options.append(AnnexOption(description="Onderzoek"))
        assert file.owed == [("choice_missing", "agreement", file.agreement.id)]


class TestTheSecurityAnnex:
    def test_none_at_all(self, file):
        file.drop(file.security)
        assert file.owed == [("security_annex_missing", "product", file.product.id)]

    def test_a_certificate_ends(self, file):
        with change(file.session, "toets"):
            file.security.certificates.append(Certificate(name="ISO 27001", ends_on=YESTERDAY))
        assert file.owed == [("certificate_ended", "security_annex", file.security.id)]

    def test_a_certificate_is_good_until_its_last_day_and_may_be_renewed(self, file):
        with change(file.session, "toets"):
            file.security.certificates += [
                Certificate(name="NEN 7510", ends_on=TODAY),
                Certificate(name="ISO 27001", ends_on=YESTERDAY),
                Certificate(name="ISO 27001", ends_on=date(2029, 1, 1)),
            ]
        assert file.owed == []


def test_a_dpia_that_is_needed_has_to_be_done(file):
    file.set(file.product, dpia_needed=Answer.YES)
    assert file.owed == [("dpia_missing", "product", file.product.id)]
    file.set(file.product, dpia_done_on=SINCE)
    assert file.owed == []
