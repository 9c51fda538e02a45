"""What is still missing for a product that schools use: its annexes, and what these have to say."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from registry.dutch import count, enumeration, short_date
from registry.model import Agreement, PrivacyAnnex, Product, SecurityAnnex
from registry.model.annex_state import AnnexStatus
from registry.model.privacy_annex import Place
from registry.model.product import Answer
from registry.queries.agreements.arrangements import standing_agreements
from registry.queries.suppliers.owed_agreements import BOUND
from registry.queries.suppliers.owed_item import Owed, owed_of
from registry.reference import facts


def owed_on_product(product: Product, on: date) -> Iterator[Owed]:
    """Yield what is missing for this product; annexes only where the arrangement asks for an agreement."""
    if product.dpia_needed is Answer.YES and product.dpia_done_on is None:
        yield owed_of(product, "dpia_missing", f"Voor {product.name} is een DPIA nodig, maar die is nog niet gedaan.")
    agreements = standing_agreements(product.supplier, on)
    if product.supplier.role not in BOUND or any(_asks_no_annexes(agreement, product) for agreement in agreements):
        return
    if (privacy := product.privacy_annex_on(on)) is not None:
        yield from _on_privacy_annex(product, privacy, agreements)
    else:
        yield _missing(product, product.privacy_annexes, "privacy_annex", "privacybijsluiter")
    if (security := product.security_annex_on(on)) is not None:
        yield from _on_certificates(product, security, on)
    else:
        yield _missing(product, product.security_annexes, "security_annex", "beveiligingsbijlage")


def _asks_no_annexes(agreement: Agreement, product: Product) -> bool:
    """Whether a letter, terms or a reasoned "none needed" takes the place of the agreement for this product."""
    arrangement = facts().arrangements.get(agreement.arrangement)
    is_about = not agreement.products or agreement.covers(product.id)
    return arrangement is not None and not arrangement.needs_agreement and not agreement.status.is_open and is_about


def _missing(product: Product, versions: list[Any], code: str, name: str) -> Owed:
    proposed = [annex for annex in versions if annex.status is AnnexStatus.PROPOSED]
    if proposed:
        sentence = f"De {name} van {product.name} is nog een voorstel. Het bestuur heeft die nog niet geaccepteerd."
        return owed_of(proposed[-1], f"{code}_proposed", sentence)
    return owed_of(product, f"{code}_missing", f"De {name} van {product.name} ontbreekt.")


def _on_privacy_annex(product: Product, annex: PrivacyAnnex, agreements: list[Agreement]) -> Iterator[Owed]:
    for code, words in _silences(annex):
        yield owed_of(annex, code, f"In de privacybijsluiter van {product.name} staat niet {words}.")
    if places := _without_safeguard([*annex.storage, *annex.subprocessors]):
        sentence = f"{product.name} geeft gegevens door naar {enumeration(places)}, zonder waarborg."
        yield owed_of(annex, "safeguard_missing", sentence)
    open_choices = [option for option in annex.options if not _is_chosen(option.id, agreements)]
    if open_choices:
        number = count(len(open_choices), "keuze", "keuzes")
        sentence = f"Het bestuur heeft bij {product.name} nog {number} te maken."
        yield owed_of(agreements[0] if agreements else annex, "choice_missing", sentence)


def _silences(annex: PrivacyAnnex) -> Iterator[tuple[str, str]]:
    if not annex.purposes:
        yield "purposes_missing", "waarvoor de gegevens dienen"
    if not annex.data:
        yield "data_missing", "welke gegevens de leverancier krijgt"
    if not any(row.term or row.retention_term for row in annex.retention):
        yield "retention_missing", "hoelang de gegevens bewaard blijven"
    if not any(place.country for place in annex.storage):
        yield "storage_missing", "in welk land de gegevens staan"
    if not annex.subprocessors and not annex.no_subprocessors:
        yield "subprocessors_missing", "of er subverwerkers zijn"
    if nameless := [one.name for one in annex.subprocessors if not one.country]:
        yield "subprocessor_country_missing", f"in welk land {enumeration(nameless)} werkt"


def _without_safeguard(places: list[Place]) -> list[str]:
    countries = (facts().countries.get(place.country) for place in places if not place.safeguard)
    return list(dict.fromkeys(country.label for country in countries if country and country.needs_safeguard))


def _is_chosen(option: int, agreements: list[Agreement]) -> bool:
    return any(agreement.choice_on(option) is not None for agreement in agreements)


def _on_certificates(product: Product, annex: SecurityAnnex, on: date) -> Iterator[Owed]:
    valid = {certificate.name for certificate in annex.certificates if certificate.is_valid(on)}
    for certificate in annex.certificates:
        if certificate.ends_on and certificate.ends_on < on and certificate.name not in valid:
            sentence = f"Het certificaat {certificate.name} van {product.name} is verlopen op"
            yield owed_of(annex, "certificate_ended", f"{sentence} {short_date(certificate.ends_on)}.")
