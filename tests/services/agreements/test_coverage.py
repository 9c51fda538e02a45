"""What an agreement covers: products, annex versions, choices, deviations."""

from datetime import date

import pytest
from sqlalchemy import select

from registry.model import AgreementProduct, AuditEvent, PrivacyAnnex, SecurityAnnex
from registry.services.agreements.agreements import edit_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex, withdraw_annex
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier

START = date(2026, 8, 1)


@pytest.fixture
def covering(annex):
    """The rows of an agreement that covers the product with its annex."""
    return {"products": [{"product_id": annex.product_id}], "annexes": [{"privacy_annex_id": annex.id}]}


def test_a_product_of_another_supplier_is_refused(session, add, refused):
    other = add_product(session, add_supplier(session, {"name": "Rekenwolk"}).id, {"name": "Sommen"})
    assert refused(add, {"products": [{"product_id": other.id}]}) == "products"


def test_a_product_that_does_not_exist_is_refused(add, refused):
    assert refused(add, {"products": [{"product_id": 99}]}) == "products"


def test_an_annex_of_a_product_that_is_not_covered_is_refused(add, annex, refused):
    assert refused(add, {"annexes": [{"privacy_annex_id": annex.id}]}) == "annexes"


def test_a_security_annex_of_a_product_that_is_not_covered_is_refused(session, add, product, refused):
    security = propose_annex(session, SecurityAnnex, product.id, {})
    assert refused(add, {"annexes": [{"security_annex_id": security.id}]}) == "annexes"


def test_a_withdrawn_annex_cannot_be_added(session, add, annex, covering, refused):
    withdraw_annex(session, PrivacyAnnex, annex.id)
    assert refused(add, covering) == "annexes"


def test_an_annex_that_was_replaced_later_stays_with_its_agreement(session, add, annex, covering):
    agreement = add(covering)
    accept_annex(session, PrivacyAnnex, annex.id, START)
    newer = propose_annex(session, PrivacyAnnex, annex.product_id, {"edition": "3"})
    accept_annex(session, PrivacyAnnex, newer.id, date(2027, 8, 1))
    edit_agreement(session, agreement.id, 1, {"review_on": START}, covering)
    assert [row.privacy_annex_id for row in agreement.annexes] == [annex.id]


def test_a_choice_is_kept_and_can_be_changed(session, add, annex, covering):
    option = annex.options[0]
    agreement = add({**covering, "choices": [{"option_id": option.id, "chosen": False}]})
    assert agreement.choice_on(option) is False
    edit_agreement(session, agreement.id, 1, {}, {"choices": [{"option_id": option.id, "chosen": True}]})
    assert agreement.choice_on(option) is True


@pytest.fixture
def newer(session, annex):
    """A newer version of the annex, in which the first choice says the same and another is new."""
    options = [{"description": annex.options[0].description}, {"description": "Foto’s tonen"}]
    return propose_annex(session, PrivacyAnnex, annex.product_id, {"edition": "9"}, {"options": options})


def test_a_choice_goes_on_in_a_newer_version_that_says_the_same(session, add, annex, covering, newer):
    agreement = add({**covering, "choices": [{"option_id": annex.options[0].id, "chosen": True}]})
    assert [agreement.choice_on(option) for option in newer.options] == [True, None]
    assert agreement.choice_on(annex.options[0]) is True
    linked = {"annexes": [{"privacy_annex_id": newer.id}], "choices": []}
    edit_agreement(session, agreement.id, 1, {}, linked)
    assert [(choice.option_id, choice.chosen) for choice in agreement.choices] == [(newer.options[0].id, True)]


def test_a_choice_on_the_same_words_of_another_product_is_another_choice(session, add, annex, covering):
    other = add_product(session, annex.product.supplier_id, {"name": "Sommen"})
    same = {"options": [{"description": annex.options[0].description}]}
    of_other = propose_annex(session, PrivacyAnnex, other.id, {}, same)
    agreement = add({**covering, "choices": [{"option_id": annex.options[0].id, "chosen": True}]})
    assert agreement.choice_on(of_other.options[0]) is None


def test_a_choice_in_an_annex_that_does_not_belong_to_it_is_refused(add, annex, covering, refused):
    rows = {"products": covering["products"], "choices": [{"option_id": annex.options[0].id, "chosen": True}]}
    assert refused(add, rows) == "annexes"


def test_what_stays_covered_is_not_written_anew(session, add, covering):
    agreement = add(covering)
    before = [row.id for row in agreement.products]
    edit_agreement(session, agreement.id, 1, {}, covering)
    assert [row.id for row in agreement.products] == before
    lines = select(AuditEvent).where(AuditEvent.record == "agreement_product", AuditEvent.action == "removed")
    assert session.scalars(lines).all() == []


def test_the_same_product_twice_is_one_product(session, add, covering):
    add({"products": covering["products"] * 2})
    assert len(session.scalars(select(AgreementProduct)).all()) == 1


def test_a_deviation_keeps_its_decision(add):
    row = {"topic": "Aansprakelijkheid", "difference": "Lager maximum", "decision": "Aanvaard", "decided_on": START}
    agreement = add({"deviations": [row]})
    assert (agreement.deviations[0].topic, agreement.deviations[0].decision) == ("Aansprakelijkheid", "Aanvaard")
