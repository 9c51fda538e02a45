"""An annex taken apart: per topic the things it says, each with a key, its words and a warning."""

from collections.abc import Callable
from typing import Any

from registry import dutch
from registry.model import AnnexData, AnnexRetention, PrivacyAnnex, SecurityAnnex, Subprocessor
from registry.model.privacy_annex import Automation, Place
from registry.queries.annexes import security_rows
from registry.queries.annexes.annex_flags import is_special
from registry.queries.annexes.annex_row import Keyed, Row
from registry.queries.annexes.annex_words import capital, listed
from registry.reference import facts


def rows_by_topic(annex: PrivacyAnnex | SecurityAnnex) -> dict[str, dict[str, Row]]:
    """Return what the annex says, by Dutch topic and then by what makes a thing the same in another version."""
    topics: dict[str, Callable[[Any], Keyed]]
    topics = security_rows.TOPICS if isinstance(annex, SecurityAnnex) else TOPICS
    return {topic: _by_key(read(annex)) for topic, read in topics.items()}


def _by_key(rows: Keyed) -> dict[str, Row]:
    """The rows by their key; two about the same thing become one that says both."""
    found: dict[str, Row] = {}
    for key, row in rows:
        same = found.get(key)
        found[key] = Row(row.name, f"{same.words} / {row.words}", same.warning or row.warning) if same else row
    return found


def _data(annex: PrivacyAnnex) -> Keyed:
    for item in annex.data:
        category = facts().data_categories[item.category]
        yield item.category, Row(category.label, _data_words(item), _data_warning(item))


def _data_words(item: AnnexData) -> str:
    subjects = listed([facts().data_subjects[code].label for code in item.subjects])
    said = [item.note.rstrip("."), f"van {subjects}" if subjects else "", item.needed_because.rstrip(".")]
    special = "bijzonder persoonsgegeven" if is_special(item) else ""
    return "; ".join(filter(None, [*said, special])) or "zonder toelichting"


def _data_warning(item: AnnexData) -> str:
    if facts().data_categories[item.category].national_number:
        return "BSN"
    return "bijzondere persoonsgegevens" if is_special(item) else ""


def _purposes(annex: PrivacyAnnex) -> Keyed:
    for row in annex.purposes:
        yield row.purpose, Row(facts().purposes[row.purpose].label, row.note or "zonder toelichting")


def _subprocessors(annex: PrivacyAnnex) -> Keyed:
    if annex.no_subprocessors:
        yield "", Row("Subverwerkers", "er zijn geen subverwerkers")
    for one in annex.subprocessors:
        yield one.name.casefold(), Row(one.name, _subprocessor_words(one), _outside(one))


def _subprocessor_words(one: Subprocessor) -> str:
    works = f"werkt voor {one.works_for}" if one.works_for else ""
    return "; ".join(filter(None, [one.service, one.data, works, _where(one)])) or "zonder toelichting"


def _storage(annex: PrivacyAnnex) -> Keyed:
    for place in annex.storage:
        name = _country(place) or "Land niet vastgelegd"
        yield (
            f"{place.country}/{place.place.casefold()}",
            Row(name, _where(place) or "niet vastgelegd", _outside(place)),
        )


def _where(place: Place) -> str:
    country = _country(place)
    where = f"{place.place} ({country})" if place.place and country else place.place or country
    safeguard = facts().safeguards.get(place.safeguard)
    said = [safeguard.label if safeguard else "", place.safeguard_note]
    guarded = ": ".join(filter(None, said))
    return "; ".join(filter(None, [where, f"waarborg {guarded}" if guarded else ""]))


def _country(place: Place) -> str:
    country = facts().countries.get(place.country)
    return country.label if country else ""


def _outside(place: Place) -> str:
    country = facts().countries.get(place.country)
    return f"buiten de EER: {country.label}" if country and not country.is_eea else ""


def _retention(annex: PrivacyAnnex) -> Keyed:
    for row in annex.retention:
        yield row.data.casefold(), Row(row.data or "Gegevens", _term(row) or "niet vastgelegd")


def _term(row: AnnexRetention) -> str:
    usual = facts().retention_terms.get(row.retention_term)
    return row.term or (usual.term if usual else "")


def _denials(annex: PrivacyAnnex) -> Keyed:
    for row in annex.denials:
        yield row.statement.casefold(), Row(row.statement, "wordt uitdrukkelijk niet verwerkt")


def _options(annex: PrivacyAnnex) -> Keyed:
    for row in annex.options:
        yield row.description.casefold(), Row(row.description, "het bestuur kiest")


def _automation(annex: PrivacyAnnex) -> Keyed:
    said = "niet vastgelegd" if annex.automation is Automation.UNKNOWN else annex.automation.label
    yield "", Row("AI en profilering", ": ".join(filter(None, [said, annex.automation_note])))


def _audience(annex: PrivacyAnnex) -> Keyed:
    users = dutch.enumeration([facts().data_subjects[code].label for code in annex.users])
    for name, words in (("Uitleg en werking", annex.description), ("Doelgroep", annex.audience), ("Gebruikers", users)):
        yield name, Row(name, capital(words) or "niet vastgelegd")


TOPICS: dict[str, Callable[[PrivacyAnnex], Keyed]] = {
    "Gegevens": _data,
    "Doelen": _purposes,
    "Subverwerkers": _subprocessors,
    "Opslag": _storage,
    "Bewaartermijnen": _retention,
    "Niet verwerkt": _denials,
    "Keuzes van het bestuur": _options,
    "AI en profilering": _automation,
    "Algemeen": _audience,
}
