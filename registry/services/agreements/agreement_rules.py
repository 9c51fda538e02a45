"""The rules of an agreement that reach over its dates, its supplier, its products and its annexes."""

from typing import Any

from sqlalchemy.orm import PassiveFlag
from sqlalchemy.orm.attributes import get_history

from registry.calendar import DAY, add_months
from registry.dutch import short_date
from registry.errors import BrokenRule
from registry.model import Agreement, AgreementAnnex, AnnexOption, PrivacyAnnex, SecurityAnnex
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.model.annex_state import AnnexStatus
from registry.queries.agreements.arrangement_groups import is_none_needed
from registry.reference import facts
from registry.services.records import fetch

NOT_NEEDED, IN_FORCE = AgreementStatus.NOT_NEEDED, AgreementStatus.IN_FORCE
ENDED = (AgreementStatus.SUPERSEDED, AgreementStatus.TERMINATED)
OTHER_TEXTS = ("own_text", "supplier_model")  # wordings that are nobody's model


def check_agreement(session: Any, agreement: Agreement) -> None:
    """Raise BrokenRule for the first rule that this agreement breaks; the sentence names the field."""
    _check_dates(agreement)
    _check_review(agreement)
    _check_end(agreement)
    _check_arrangement(agreement)
    _check_text(agreement)
    _check_products(agreement)
    _check_annexes(session, agreement)
    _check_choices(session, agreement)


def _check_dates(agreement: Agreement) -> None:
    starts, ends = agreement.starts_on, agreement.ends_on
    if starts and ends and ends < starts:
        raise BrokenRule(f"Het einde kan niet voor de ingangsdatum ({short_date(starts)}) liggen.", field="ends_on")
    if agreement.notice_months is not None and not 0 <= agreement.notice_months <= 60:
        raise BrokenRule("De opzegtermijn is een aantal maanden van 0 tot en met 60.", field="notice_months")
    _check_notice(agreement)


def _check_notice(agreement: Agreement) -> None:
    starts, ends, months = agreement.starts_on, agreement.ends_on, agreement.notice_months
    is_new = any(_is_changed(agreement, field) for field in ("starts_on", "ends_on", "notice_months"))
    if starts and ends and months and is_new and add_months(ends + DAY, -months) < starts:
        term = f"van {short_date(starts)} tot en met {short_date(ends)}"
        raise BrokenRule(f"De opzegtermijn is langer dan de looptijd, {term}.", field="notice_months")


def _check_review(agreement: Agreement) -> None:
    starts, review = agreement.starts_on, agreement.review_on
    is_new = _is_changed(agreement, "review_on") or _is_changed(agreement, "starts_on")
    if starts and review and review < starts and is_new:  # what stands there already must not stop who adds a date
        raise BrokenRule(f"Opnieuw bekijken kan niet voor de ingangsdatum ({short_date(starts)}).", field="review_on")
    last = agreement.last_day if agreement.ended_on is None else None
    if review and last and review > last and _is_changed(agreement, "review_on"):
        raise BrokenRule(f"Opnieuw bekijken kan niet na het einde ({short_date(last)}).", field="review_on")


def _check_end(agreement: Agreement) -> None:
    starts, ended = agreement.starts_on, agreement.ended_on
    if agreement.status in ENDED and ended is None:
        raise BrokenRule("Vul in wanneer de overeenkomst eindigde.", field="ended_on")
    if ended and agreement.status not in (*ENDED, NOT_NEEDED):
        raise BrokenRule("Alleen een beëindigde overeenkomst heeft een dag waarop zij eindigde.", field="ended_on")
    if starts and ended and ended < starts:
        raise BrokenRule(
            f"De overeenkomst kan niet eindigen voordat zij inging ({short_date(starts)}).", field="ended_on"
        )
    own = agreement.ends_on if agreement.renewal is Renewal.NONE else None
    if own and ended and ended > own and _is_changed(agreement, "ended_on"):
        raise BrokenRule(f"De overeenkomst liep al af op {short_date(own)}.", field="ended_on")


def _check_arrangement(agreement: Agreement) -> None:
    status, arrangement = agreement.status, facts().arrangements.get(agreement.arrangement)
    if status is NOT_NEEDED and not agreement.reason:
        raise BrokenRule("Leg uit waarom er geen verwerkersovereenkomst nodig is.", field="reason")
    if arrangement is None:
        return
    if arrangement.needs_agreement and status is NOT_NEEDED:
        raise BrokenRule("Bij deze soort afspraak hoort wel een overeenkomst of brief.", field="status")
    if is_none_needed(arrangement) and status not in (NOT_NEEDED, *ENDED):
        raise BrokenRule("Bij “geen overeenkomst nodig” hoort de stand “niet nodig”.", field="status")
    # A role that changed later is a finding on the page: it must not stop who adds a date.
    if agreement.supplier.role.value not in arrangement.roles and _is_changed(agreement, "arrangement"):
        raise BrokenRule(
            f"“{arrangement.label}” past niet bij {agreement.supplier.name}. De rol van deze leverancier is: "
            f"{agreement.supplier.role.label}. Klopt die rol niet, wijzig dan eerst de leverancier.",
            field="arrangement",
        )


def _is_changed(agreement: Agreement, field: str) -> bool:
    return bool(get_history(agreement, field, PassiveFlag.PASSIVE_NO_INITIALIZE).has_changes())


def _check_text(agreement: Agreement) -> None:
    model = facts().model_versions.get(agreement.model_version)
    if model is not None and model.covenant_version and agreement.arrangement in OTHER_TEXTS:
        raise BrokenRule(f"Een eigen tekst is geen {model.label}. Kies de eigen tekst.", field="model_version")


def _check_products(agreement: Agreement) -> None:
    own = {product.id for product in agreement.supplier.products}
    if any(row.product_id not in own for row in agreement.products):
        raise BrokenRule("Een overeenkomst gaat alleen over producten van deze leverancier.", field="products")


def _check_annexes(session: Any, agreement: Agreement) -> None:
    covered = {row.product_id for row in agreement.products}
    for row in agreement.annexes:
        annex = _annex_of(session, row)
        if annex.product_id not in covered:
            raise BrokenRule(
                f"Een bijlage van {annex.product.name} hoort er alleen bij als de overeenkomst over "
                f"{annex.product.name} gaat.",
                field="annexes",
            )
        if row.id is None and annex.status is AnnexStatus.WITHDRAWN:
            raise BrokenRule("Een ingetrokken bijlage kan niet bij een overeenkomst horen.", field="annexes")


def _annex_of(session: Any, row: AgreementAnnex) -> PrivacyAnnex | SecurityAnnex:
    if row.privacy_annex_id and row.security_annex_id:
        raise BrokenRule("Noem in elke regel één bijlage.", field="annexes")
    if row.privacy_annex_id:
        return fetch(session, PrivacyAnnex, row.privacy_annex_id)
    return fetch(session, SecurityAnnex, row.security_annex_id or 0)


def _check_choices(session: Any, agreement: Agreement) -> None:
    annexes = {row.privacy_annex_id for row in agreement.annexes}
    for choice in agreement.choices:
        option = fetch(session, AnnexOption, choice.option_id)
        if option.privacy_annex_id not in annexes:
            raise BrokenRule(
                f"De keuze “{option.description}” staat in een bijlage die niet is aangevinkt. "
                "Vink die bijlage aan, of zet de keuze op “nog niet gekozen”.",
                field="annexes",
            )
