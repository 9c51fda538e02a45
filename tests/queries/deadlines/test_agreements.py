"""Agreements that end or that are to be looked at again."""

from datetime import date

import pytest

from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.deadline_kind import DeadlineKind
from registry.queries.deadlines.due import due
from registry.services.agreements.agreements import end_agreement
from registry.services.uses.uses import end_use

TODAY, JULY, SOON = date(2026, 6, 15), date(2026, 7, 31), date(2026, 9, 1)
END, REVIEW = DeadlineKind.AGREEMENT_END, DeadlineKind.AGREEMENT_REVIEW


def test_a_quiet_register_has_nothing_to_do(agree, told):
    agree()
    assert told(TODAY, SOON) == []


def test_an_agreement_that_ends_is_due_on_its_last_day(agree, cast):
    agreement = agree(ends_on=JULY)
    (item,) = due(cast, TODAY, JULY)
    assert item.sentence == "De overeenkomst met Lettervlieg B.V. loopt tot en met 31 juli 2026."
    assert (item.kind, item.on, item.subject) == (END, JULY, "Lettervlieg B.V.")
    assert (item.table, item.number, item.step) == ("agreement", agreement.id, "replace")
    assert not item.is_overdue(TODAY)
    assert due(cast, TODAY, date(2026, 7, 30)) == []


def test_an_end_that_was_agreed_is_told_until_its_day(agree, cast, told):
    end_agreement(cast, agree().id, JULY, "Opgezegd.")
    assert told(TODAY, SOON) == [("De overeenkomst met Lettervlieg B.V. loopt tot en met 31 juli 2026.", JULY)]
    assert [item.action for item in due(cast, TODAY, SOON)] == ["Beëindig het gebruik"]


def test_an_agreement_that_ran_out_is_due_until_its_end_is_recorded(agree, cast, told):
    end_use(cast, 1, JULY)
    agreement = agree(ends_on=JULY)
    assert told(SOON) == [("De overeenkomst met Lettervlieg B.V. liep af op 31 juli 2026.", JULY)]
    end_agreement(cast, agreement.id, JULY, "Afgelopen.")
    assert told(SOON) == []


def test_one_that_ran_out_while_a_school_goes_on_is_told_once(agree, cast):
    agree(ends_on=JULY)
    assert [item.kind for item in due(cast, SOON)] == [DeadlineKind.OUTSIDE_TERM]


def test_one_that_ran_out_and_was_followed_by_another_is_not_told(agree, told):
    old = agree(ends_on=JULY)
    agree(starts_on=date(2026, 8, 1), replaces_id=old.id)
    assert told(TODAY, SOON) == []


def test_an_agreement_that_runs_on_tacitly_does_not_end(agree, told):
    agree(ends_on=JULY, renewal=Renewal.TACIT_YEAR)
    assert told(TODAY, SOON) == []


@pytest.mark.parametrize("on", [TODAY, SOON], ids=["before", "after"])
def test_an_end_date_of_which_nobody_knows_what_it_means_is_told(agree, told, on):
    agree(ends_on=JULY, renewal=Renewal.UNKNOWN)
    sentence = "De overeenkomst met Lettervlieg B.V. heeft 31 juli 2026 als einddatum. Er staat niet of zij daarna"
    assert told(on, SOON) == [(f"{sentence} doorloopt.", JULY)]


def test_a_review_is_told_until_its_date_is_moved(agree, cast):
    agree(review_on=date(2026, 1, 1))
    (item,) = due(cast, TODAY)
    assert item.sentence == "Het is tijd om de overeenkomst met Lettervlieg B.V. opnieuw te bekijken."
    assert item.is_overdue(TODAY)


@pytest.mark.parametrize(
    ("status", "more"),
    [
        (AgreementStatus.NOT_NEEDED, {"reason": "Er gaan geen gegevens heen."}),
        (AgreementStatus.IN_REVIEW, {}),
    ],
)
def test_what_is_no_agreement_yet_can_be_due_for_a_look_too(agree, told, status, more):
    agree(status=status, starts_on=None, review_on=TODAY, **more)
    assert ("Het is tijd om de afspraak met Lettervlieg B.V. opnieuw te bekijken.", TODAY) in told(TODAY)


@pytest.mark.parametrize("status", [AgreementStatus.REFUSED, AgreementStatus.SUPERSEDED])
def test_what_was_laid_aside_needs_no_look(agree, days, status):
    ended = {"ended_on": JULY} if status is AgreementStatus.SUPERSEDED else {}
    agree(status=status, review_on=TODAY, **ended)
    assert days(REVIEW, TODAY, SOON) == []


def test_one_that_ran_out_beside_another_that_covers_the_product_is_told(agree, told):
    agree(ends_on=JULY)
    agree(starts_on=date(2026, 1, 1))
    assert told(SOON) == [("De overeenkomst met Lettervlieg B.V. liep af op 31 juli 2026.", JULY)]
