"""What the register knows already beside each question of the checklist about an agreement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from registry.dutch import count, enumeration, long_date
from registry.model import Agreement, PrivacyAnnex, Product, Review, SchoolBoard, SecurityAnnex
from registry.queries.agreements.agreement_findings import findings
from registry.queries.annexes.annex_words import annex_for
from registry.queries.rounds.round_lines import remarks
from registry.queries.signals.some_files import agreement_file
from registry.queries.suppliers.owed import owed

# By question of review_questions: the codes of findings and of what is owed that say something about it.
CODES = {
    "right_model": ("mismatch", "old_model", "arrangement_unknown", "covenant_unchecked"),
    "signed_with_authority": ("supplier_signature_missing", "board_signature_missing", "conclusion_unknown"),
    "annex_per_product": (
        *("privacy_annex_missing", "privacy_annex_proposed", "annex_missing", "annex_superseded"),
        "agreement_product_missing",
    ),
    "purposes_needed": ("purposes_missing",),
    "data_match": ("data_missing",),
    "dpia_needed": ("dpia_missing",),
    "subprocessors_named": ("subprocessors_missing", "subprocessor_country_missing"),
    "inside_eea": ("safeguard_missing", "storage_missing"),
    "retention_fits": ("retention_missing",),
    "biv_fits": ("security_annex_missing", "security_annex_proposed"),
    "certificates_valid": ("certificate_ended",),
    "breach_contact_works": ("breach_contact_missing",),
    "deviations_judged": ("decision_missing",),
    "contract_dates": ("expired", "start_unknown"),
}
QUESTION_OF = {code: question for question, codes in CODES.items() for code in codes}
OTHER = ""


def known_beside(session: Any, review: Review, on: date) -> dict[str, list[str]]:
    """Return sentences by the code of the question; under OTHER what belongs to none of them."""
    assert review.agreement is not None  # a line about an agreement
    agreement = agreement_file(session, review.agreement.supplier_id, review.agreement.id)
    products = _covered(agreement)
    told: dict[str, list[str]] = defaultdict(list)
    for question, sentence in (*_facts(session, agreement, products, on), *_missing(agreement, products, on)):
        if sentence not in told[question]:
            told[question].append(sentence)
    numbers = {product.id for product in products}
    for one in remarks(session, review.round_id):
        if one.use is not None and one.use.product_id in numbers and one.school is not None:
            told["data_match"].append(f"{one.school.name} over {one.use.product.name}: “{one.data_note}”")
    return told


def _covered(agreement: Agreement) -> list[Product]:
    return [row.product for row in agreement.products] or list(agreement.supplier.products)


def _missing(agreement: Agreement, products: Iterable[Product], on: date) -> Iterator[tuple[str, str]]:
    annexes = [annex for product in products for annex in (*product.privacy_annexes, *product.security_annexes)]
    records: list[Any] = [agreement, agreement.supplier, *products, *annexes]
    about = {(one.__tablename__, one.id) for one in records}
    for finding in findings(agreement, on):
        yield QUESTION_OF.get(finding.code, OTHER), finding.sentence
    for item in owed(agreement.supplier, on):
        if (item.subject, item.subject_id) in about:
            yield QUESTION_OF.get(item.code, OTHER), item.sentence


def _facts(session: Any, agreement: Agreement, products: Sequence[Product], on: date) -> Iterator[tuple[str, str]]:
    if (board := session.get(SchoolBoard, 1)) is not None:
        number = f", nummer {board.board_number}" if board.board_number else ""
        yield "right_party", f"Het bestuur in het register is {board.name}{number}."
    for who, day in (("het bestuur", agreement.board_signed_on), ("de leverancier", agreement.supplier_signed_on)):
        if day is not None:
            yield "signed_with_authority", f"Getekend door {who} op {long_date(day)}."
    for product in products:
        yield from _of_product(product, on)
    if agreement.deviations:
        many = count(len(agreement.deviations), "afwijking staat", "afwijkingen staan")
        yield "deviations_judged", f"{many} bij de overeenkomst."
    yield from (("contract_dates", sentence) for sentence in _dates(agreement))


def _of_product(product: Product, on: date) -> Iterator[tuple[str, str]]:
    privacy, security = annex_for(product, on), product.security_annex_on(on)
    if privacy is not None:
        yield "annex_per_product", f"{product.name}: privacybijsluiter{_edition(privacy)}, {privacy.status.label}."
        if privacy.subprocessors:
            names = enumeration([one.name for one in privacy.subprocessors])
            yield "subprocessors_named", f"{product.name}: {names}."
    if security is not None:
        for one in security.certificates:
            until = f", geldig tot en met {long_date(one.ends_on)}" if one.ends_on else ", zonder einddatum"
            yield "certificates_valid", f"{product.name}: {one.name}{until}."
        if contact := security.breach_email or security.breach_phone:
            yield "breach_contact_works", f"{product.name}: {contact}."


def _edition(annex: PrivacyAnnex | SecurityAnnex) -> str:
    dated = f" van {long_date(annex.dated)}" if annex.dated else " zonder datum"
    return f" {annex.edition}{dated}" if annex.edition else dated


def _dates(agreement: Agreement) -> Iterator[str]:
    if agreement.main_contract:
        day = f" van {long_date(agreement.main_contract_on)}" if agreement.main_contract_on else ", zonder datum"
        yield f"Onderliggende overeenkomst: {agreement.main_contract}{day}."
    if agreement.ends_on is not None:
        yield f"De overeenkomst heeft {long_date(agreement.ends_on)} als einddatum."
