"""The papers about a supplier: the agreement, alone or with its annexes, and each annex on its own."""

from collections.abc import Callable
from typing import Any

from registry.errors import BrokenRule
from registry.model import Agreement, PrivacyAnnex, Product, SecurityAnnex, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.agreements.arrangements import mismatch
from registry.reference import facts
from registry.services.paper.composing import Order, Paper, Part
from registry.services.paper.reading import the_supplier
from registry.services.paper.records.annexes import AnnexKind, choose_annex
from registry.services.paper.supplier.english import TITLE, english_notes, english_part
from registry.services.paper.supplier.material import SupplierMaterial
from registry.services.records import fetch

OWN_TEXT = "own_text"
ANNEXES: dict[str, AnnexKind] = {"annex-1": PrivacyAnnex, "annex-2": SecurityAnnex}
ENGLISH = "agreement-english"
GENERAL = ("agreement-general", "agreement-general-complete", ENGLISH)
PARTS: dict[str, Callable[[SupplierMaterial], list[Part]]] = {
    "agreement": lambda material: [material.agreement_part()],
    "agreement-official": lambda material: [material.agreement_part(material.order.kind.title)],
    "agreement-complete": lambda material: material.all_parts(),
    "agreement-general": lambda material: [material.agreement_part()],
    "agreement-general-complete": lambda material: material.all_parts(),
    ENGLISH: lambda material: [english_part(material)],
}


def agreement_paper(session: Any, order: Order) -> Paper:
    """Return the agreement with this supplier, with or without its annexes; BrokenRule when it needs none."""
    supplier = the_supplier(session, order.subject_id)
    _refuse_other_roles(supplier)
    material = SupplierMaterial(session, order, supplier)
    _refuse_when_not_needed(material.agreement, supplier)
    return Paper(
        order,
        f"{TITLE if order.kind.code == ENGLISH else order.kind.title} – {supplier.name}",
        tuple(PARTS[order.kind.code](material)),
        material.facts,
        notes=tuple(_notes(material)),
        refusal=REFUSALS.get(order.kind.code, _refuse_own_text)(material.agreement),
    )


def deviations_paper(session: Any, order: Order) -> Paper:
    """Return annex 3 of the agreement with this supplier."""
    supplier = the_supplier(session, order.subject_id)
    material = SupplierMaterial(session, order, supplier)
    return Paper(order, f"{order.kind.title} – {supplier.name}", (material.deviations_part(),), material.facts)


def annex_paper(session: Any, order: Order) -> Paper:
    """Return annex 1 or 2 of this product; BrokenRule while there is no version of it."""
    supplier = the_supplier(session, fetch(session, Product, order.subject_id).supplier_id)
    product = next(one for one in supplier.products if one.id == order.subject_id)
    material = SupplierMaterial(session, order, supplier)
    chosen = choose_annex(ANNEXES[order.kind.code], product, material.agreement, order.on)
    notes = (chosen.note,) if chosen.note else ()
    return Paper(order, chosen.title, (material.annex_part(chosen),), material.facts, notes=notes)


def _refuse_other_roles(supplier: Supplier) -> None:
    if supplier.role is PartyRole.JOINT_CONTROLLER:
        raise BrokenRule(
            f"{supplier.name} is samen met het bestuur verantwoordelijk. Daarbij hoort een andere overeenkomst "
            "(AVG artikel 26), en die schrijft het register niet."
        )
    if not supplier.is_processor:
        raise BrokenRule(
            f"Met {supplier.name} sluit het bestuur geen verwerkersovereenkomst. De rol is: {supplier.role.label}."
        )


def _refuse_when_not_needed(agreement: Agreement | None, supplier: Supplier) -> None:
    if agreement is not None and agreement.status is AgreementStatus.NOT_NEEDED:
        raise BrokenRule(
            f"In het register staat dat met {supplier.name} geen verwerkersovereenkomst nodig is: {agreement.reason}"
        )


def _notes(material: SupplierMaterial) -> list[str]:
    code = material.order.kind.code
    english = english_notes(material) if code == ENGLISH else []
    return [*_notes_on_the_text(material), *english, *_notes_on_annexes(material)]


def _notes_on_the_text(material: SupplierMaterial) -> list[str]:
    agreement, on = material.agreement, material.order.on
    if agreement is not None and (wrong := mismatch(agreement, on)):
        return [wrong]
    told = (
        [] if agreement else ["Er staat nog geen overeenkomst in het register. Dit document gaat over alle producten."]
    )
    is_participant = material.supplier.covenant_status(on) is CovenantStatus.PARTICIPANT
    if material.order.kind.code in GENERAL and is_participant:
        name = material.supplier.name
        told.append(
            f"{name} is deelnemer aan het convenant. Daarbij hoort het convenantmodel, niet het algemene model."
        )
    return told


def _notes_on_annexes(material: SupplierMaterial) -> list[str]:
    return [chosen.note for chosen in material.annexes if chosen.note]


def _refuse_own_text(agreement: Agreement | None) -> str:
    """Why the own text may not be made final: it never passes for another model."""
    if agreement is None or agreement.model_version == OWN_TEXT:
        return ""
    own = facts().model_versions[OWN_TEXT].label
    if not agreement.model_version:
        return f"Dit is een eigen tekst. Kies bij de overeenkomst eerst het model “{own}”."
    return (
        f"In het register staat bij deze overeenkomst: {facts().model_versions[agreement.model_version].label}. Dit "
        "document is de eigen tekst van het bestuur en mag daar niet voor doorgaan. Gebruik het Word-bestand van die "
        f"andere tekst, of kies bij de overeenkomst “{own}”."
    )


def _refuse_official(agreement: Agreement | None) -> str:
    """Why the official text may not be made final: it is only for an agreement that is recorded as a covenant model."""
    model = facts().model_versions.get(agreement.model_version) if agreement else None
    if model is not None and model.covenant_version:
        return ""
    said = f"In het register staat bij deze overeenkomst: {model.label}. " if model else ""
    return (
        f"{said}Dit document is het officiële model van het privacyconvenant. Kies bij de overeenkomst eerst welke "
        "versie van dat model het is."
    )


REFUSALS = {"agreement-official": _refuse_official}
