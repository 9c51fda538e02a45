"""The life of an annex version."""

from datetime import date

import pytest

from registry.errors import BrokenRule
from registry.model import AnnexStorage, Certificate, PrivacyAnnex, Subprocessor
from registry.model.annex_state import AnnexStatus

FIRST, SECOND = date(2026, 8, 1), date(2027, 2, 1)


def proposal():
    return PrivacyAnnex(status=AnnexStatus.PROPOSED)


def test_a_proposal_holds_on_no_day():
    assert not proposal().holds_on(FIRST)


def test_an_accepted_version_holds_until_the_day_that_the_next_one_does():
    annex = proposal()
    annex.accept(FIRST)
    annex.supersede(SECOND)
    assert annex.holds_on(FIRST)
    assert annex.holds_on(date(2027, 1, 31))
    assert not annex.holds_on(SECOND)


@pytest.mark.parametrize(
    "verb", [lambda annex: annex.accept(SECOND), PrivacyAnnex.withdraw, PrivacyAnnex.refuse_if_fixed]
)
def test_an_accepted_version_lies_fixed(verb):
    annex = proposal()
    annex.accept(FIRST)
    with pytest.raises(BrokenRule, match="ligt vast"):
        verb(annex)


def test_a_version_cannot_be_superseded_before_it_held():
    annex = proposal()
    annex.accept(SECOND)
    with pytest.raises(BrokenRule):
        annex.supersede(FIRST)


def test_the_countries_are_those_of_storage_and_of_every_subprocessor():
    annex = PrivacyAnnex(
        storage=[AnnexStorage(country="NL")],
        subprocessors=[Subprocessor(name="Wolk", country="IE"), Subprocessor(name="Mail", country="NL")],
    )
    assert annex.countries == ["NL", "IE"]


def test_a_certificate_without_an_end_date_is_not_known_to_be_valid():
    assert not Certificate(name="ISO 27001").is_valid(FIRST)
    assert Certificate(name="ISO 27001", ends_on=FIRST).is_valid(FIRST)
