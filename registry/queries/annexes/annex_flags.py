"""What deserves attention in a privacy annex: special categories, a national number, countries outside the EEA."""

from registry.model import AnnexData, PrivacyAnnex
from registry.model.privacy_annex import Place
from registry.reference import facts, pick
from registry.reference.personal_data import DataCategory
from registry.reference.transfers import Country


def special_categories(annex: PrivacyAnnex) -> list[DataCategory]:
    """Return the special categories of data in this version (AVG 9), each once; marked by hand counts as well."""
    return list({item.category: _category(item) for item in annex.data if is_special(item)}.values())


def is_special(item: AnnexData) -> bool:
    """Return whether this is a special category of data, by its nature or because somebody marked it so."""
    return item.is_special or _category(item).special


def has_national_number(annex: PrivacyAnnex) -> bool:
    """Return whether this version has the BSN or another national number among its data (UAVG 46)."""
    return any(is_national_number(item) for item in annex.data)


def is_national_number(item: AnnexData) -> bool:
    """Return whether this is the BSN or another national number."""
    return _category(item).national_number


def countries_outside_eea(annex: PrivacyAnnex) -> list[Country]:
    """Return the countries outside the EEA where data are stored or a subprocessor works, each once."""
    countries = [facts().country(code) for code in annex.countries]
    return [country for country in countries if not country.is_eea]


def without_safeguard(annex: PrivacyAnnex) -> list[Place]:
    """Return the places outside the EEA of which nobody knows on what ground data may go there (AVG chapter V)."""
    places: list[Place] = [*annex.storage, *annex.subprocessors]
    return [place for place in places if _lacks_safeguard(place)]


def _lacks_safeguard(place: Place) -> bool:
    if not place.country or not facts().country(place.country).needs_safeguard:
        return False
    return not place.safeguard or (pick(facts().safeguards, place.safeguard).needs_text and not place.safeguard_note)


def _category(item: AnnexData) -> DataCategory:
    return pick(facts().data_categories, item.category)
