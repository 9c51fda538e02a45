"""What is to be said of the privacy annex that holds: what it does not tell, and what it tells of other countries."""

from registry.dutch import enumeration
from registry.queries.annexes.annex_flags import without_safeguard
from registry.queries.signals.signal import Found
from registry.queries.signals.supplier_file import ProductFile
from registry.reference import facts


def purposes_missing(one: ProductFile) -> Found:
    """Yield an annex that does not say what for."""
    if one.privacy and not one.privacy.purposes:
        yield from _silent(one, "waarvoor de gegevens dienen")


def data_missing(one: ProductFile) -> Found:
    """Yield an annex that does not say which data."""
    if one.privacy and not one.privacy.data:
        yield from _silent(one, "welke gegevens de leverancier krijgt")


def retention_missing(one: ProductFile) -> Found:
    """Yield an annex that does not say how long data are kept."""
    if one.privacy and not any(row.term or row.retention_term for row in one.privacy.retention):
        yield from _silent(one, "hoelang de gegevens bewaard blijven")


def storage_missing(one: ProductFile) -> Found:
    """Yield an annex that does not say in which country data are."""
    if one.privacy and not any(place.country for place in one.privacy.storage):
        yield from _silent(one, "in welk land de gegevens staan")


def subprocessors_missing(one: ProductFile) -> Found:
    """Yield an annex that does not say whether there are subprocessors."""
    if one.privacy and not one.privacy.subprocessors and not one.privacy.no_subprocessors:
        yield from _silent(one, "of er subverwerkers zijn")


def subprocessor_country_missing(one: ProductFile) -> Found:
    """Yield an annex with subprocessors of which the country is not told."""
    nowhere = [each.name for each in one.privacy.subprocessors if not each.country] if one.privacy else []
    if nowhere:
        yield from _silent(one, f"in welk land {enumeration(nowhere)} werkt")


def safeguard_missing(one: ProductFile) -> Found:
    """Yield an annex by which data leave the EEA without a safeguard."""
    places = without_safeguard(one.privacy) if one.privacy else []
    countries = list(dict.fromkeys(facts().country(place.country).label for place in places))
    if one.privacy and countries:
        yield one.privacy, f"{one.product.name} geeft gegevens door naar {enumeration(countries)}, zonder waarborg."


def _silent(one: ProductFile, words: str) -> Found:
    if one.privacy:
        yield one.privacy, f"In de privacybijsluiter van {one.product.name} staat niet {words}."


ANNEX_RULES = (
    purposes_missing,
    data_missing,
    retention_missing,
    storage_missing,
    subprocessors_missing,
    subprocessor_country_missing,
    safeguard_missing,
)
