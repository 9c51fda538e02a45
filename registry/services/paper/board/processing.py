"""One product in the board's register: who processes what, where, under which agreement, and how long."""

from collections.abc import Iterable
from datetime import date

from registry import dutch
from registry.documents import Gap
from registry.model import Agreement, PrivacyAnnex, Product, SecurityAnnex, Use
from registry.model.agreement_lists import AgreementStatus
from registry.queries.agreements.agreement_words import agreement_title
from registry.queries.agreements.arrangements import standing_agreements
from registry.queries.annexes.annex_words import annex_for, outside_eea
from registry.queries.uses.school_rows import ListRow
from registry.services.paper.known import Facts, Value, Values, gap, gap_of
from registry.services.paper.records.places import storage_values, subprocessor_values
from registry.services.paper.records.privacy_annex import retention_values
from registry.services.paper.records.schools import said

UNKNOWN = "niet vastgelegd"


def processor_values(uses: list[Use], row: ListRow, on: date, facts: Facts) -> Values:
    """Return the product in the columns of tab G; the manager inside is a function and may be unknown."""
    product = uses[0].product
    managers = dict.fromkeys(use.caretaker for use in uses if use.caretaker)
    return {
        "product": product.name,
        "leverancier": row.supplier_text,
        "rol": row.role,
        "beheerder": dutch.enumeration(list(managers)) or UNKNOWN,
        "locatie": _location(product, annex_for(product, on), facts),
        "overeenkomst": agreement_text(product, on),
        "scholen": dutch.enumeration(list(dict.fromkeys(use.school.name for use in uses))),
    }


def processing_values(product: Product, row: ListRow, on: date, facts: Facts) -> Values:
    """Return the product as AVG 30(1) asks for it."""
    annex = annex_for(product, on)
    return {
        "product": product.name,
        "doelen": _purposes(annex, facts) or said(row, "purpose"),
        "van_wie": said(row, "about_whom"),
        "gegevens": said(row, "data"),
        "ontvangers": _recipients(product, annex, facts),
        "doorgifte": _transfers(annex, facts) if annex else gap_of(row.missing["outside_eea"]),
        "bewaren": _retention(annex, facts) if annex else gap(product, Product.privacy_annexes, "Privacybijsluiter"),
        "beveiliging": _security(product, on, facts),
    }


def agreement_text(product: Product, on: date) -> str:
    """Return which agreement covers the product and of which day it is, or why there is none."""
    standing = [one for one in standing_agreements(product.supplier, on) if _is_about(one, product)]
    if not standing:
        is_processor = product.supplier.is_processor
        return (
            "geen overeenkomst in het register"
            if is_processor
            else f"niet van toepassing: {product.supplier.role.label}"
        )
    agreement = standing[0]
    if agreement.status is AgreementStatus.NOT_NEEDED:
        return f"niet nodig: {agreement.reason}"
    title = agreement_title(agreement)
    if not agreement.is_in_force(on):
        return f"{title}; geldt nog niet, de stand is: {agreement.status.label}"
    signed = [day for day in (agreement.board_signed_on, agreement.supplier_signed_on) if day]
    if signed and agreement.is_signed_by_both:
        return f"{title}, getekend op {dutch.long_date(max(signed))}"
    return (
        f"{title}, geldt sinds {dutch.long_date(agreement.starts_on)}"
        if agreement.starts_on
        else f"{title}, dag {UNKNOWN}"
    )


def _is_about(agreement: Agreement, product: Product) -> bool:
    return agreement.covers(product.id) or (agreement.status is AgreementStatus.NOT_NEEDED and not agreement.products)


def _location(product: Product, annex: PrivacyAnnex | None, facts: Facts) -> Value:
    if annex is None:
        return gap(product, Product.privacy_annexes, "Privacybijsluiter")
    places = storage_values(annex, facts)
    return _joined((place["land"], place["plaats"]) for place in places)


def _joined(pairs: Iterable[tuple[Value, Value]]) -> Value:
    """The pairs as lines "a: b"; the first gap among them where there is one."""
    lines = []
    for name, value in pairs:
        for one in (name, value):
            if isinstance(one, Gap):
                return one
        lines.append(f"{name}: {value}" if value else str(name))
    return ";\n".join(dict.fromkeys(lines))


def _purposes(annex: PrivacyAnnex | None, facts: Facts) -> str:
    labels = [facts.label("purposes", row.purpose) for row in (annex.purposes if annex else ())]
    return ";\n".join(dict.fromkeys(labels))


def _recipients(product: Product, annex: PrivacyAnnex | None, facts: Facts) -> Value:
    """The supplier and the parties behind it."""
    if annex is None:
        return product.supplier.name
    behind = subprocessor_values(annex, facts)
    return _joined([(product.supplier.name, ""), *((one["naam"], one["dienst"]) for one in behind)])


def _transfers(annex: PrivacyAnnex, facts: Facts) -> Value:
    """The countries outside the EEA, each with its safeguard; "geen" only when every place is known to be inside."""
    outside = outside_eea(annex)
    if outside is None:
        return gap(annex, PrivacyAnnex.storage, "Landen van opslag en subverwerkers")
    places = [*storage_values(annex, facts), *(subprocessor_values(annex, facts) if annex.subprocessors else [])]
    guarded = [(place["land"], place["waarborg"]) for place in places if place["waarborg"]]
    return _joined(guarded) if outside else "geen"


def _retention(annex: PrivacyAnnex, facts: Facts) -> Value:
    return _joined((row["gegevens"], row["termijn"]) for row in retention_values(annex, facts))


def _security(product: Product, on: date, facts: Facts) -> str:
    """The levels B, I and V of the security annex that holds, with valid certificates; AVG: "where possible"."""
    annex = product.security_annex_on(on)
    if annex is None:
        return UNKNOWN
    levels = [facts.label("biv_levels", code).lower() or UNKNOWN for code in _levels(annex)]
    told = f"B {levels[0]}, I {levels[1]}, V {levels[2]}"
    valid = [one.name for one in annex.certificates if one.is_valid(on)]
    return f"{told}; certificaten: {dutch.enumeration(valid)}" if valid else told


def _levels(annex: SecurityAnnex) -> tuple[str, str, str]:
    return annex.availability, annex.integrity, annex.confidentiality
