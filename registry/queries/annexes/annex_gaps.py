"""What an annex version does not say yet: the same gaps that its paper would show."""

from collections.abc import Iterator
from typing import Any

from registry.dutch import count, enumeration
from registry.model import AnnexData, PrivacyAnnex, SecurityAnnex
from registry.model.privacy_annex import Automation, Place
from registry.queries.annexes.annex_flags import without_safeguard
from registry.queries.papers.missing import Missing, missing
from registry.reference import facts


def annex_gaps(annex: PrivacyAnnex | SecurityAnnex) -> list[Missing]:
    """Return what is still to be filled in, in the order of the paper."""
    which = _empty(annex, type(annex).edition, type(annex).dated)
    said = _privacy_gaps(annex) if isinstance(annex, PrivacyAnnex) else _security_gaps(annex)
    return [*which, *said]


def _privacy_gaps(annex: PrivacyAnnex) -> Iterator[Missing]:
    if not annex.purposes:
        yield missing(annex, PrivacyAnnex.purposes, "Waarvoor de gegevens worden gebruikt")
    yield from _data_gaps(annex)
    if not any(place.country for place in annex.storage):
        yield missing(annex, PrivacyAnnex.storage, "In welk land de gegevens staan")
    if not annex.subprocessors and not annex.no_subprocessors:
        yield missing(annex, PrivacyAnnex.subprocessors, "Of er subverwerkers zijn")
    if unplaced := [one.name for one in annex.subprocessors if not one.country]:
        yield missing(annex, PrivacyAnnex.subprocessors, f"Het land van {enumeration(unplaced)}")
    if unguarded := without_safeguard(annex):
        yield missing(annex, _list_of(unguarded[0]), f"De waarborg voor {_countries(unguarded)}")
    if not any(kept.term for kept in annex.retention):
        yield missing(annex, PrivacyAnnex.retention, "Hoelang de gegevens bewaard blijven")
    yield from _empty(annex, PrivacyAnnex.audience, PrivacyAnnex.users)
    yield from _empty(annex, PrivacyAnnex.contact_function, PrivacyAnnex.contact_email)
    if annex.automation is Automation.UNKNOWN:
        yield missing(annex, PrivacyAnnex.automation)


def _data_gaps(annex: PrivacyAnnex) -> Iterator[Missing]:
    if not annex.data:
        yield missing(annex, PrivacyAnnex.data, "Welke gegevens worden verwerkt")
    for field, words in ((AnnexData.subjects, "Van wie"), (AnnexData.needed_because, "Waarom nodig")):
        silent = sum(not getattr(item, field.key) for item in annex.data)
        if silent:
            yield missing(annex, PrivacyAnnex.data, f"{words}, bij {count(silent, 'soort', 'soorten')} gegevens")


def _list_of(place: Place) -> Any:
    return PrivacyAnnex.subprocessors if hasattr(place, "service") else PrivacyAnnex.storage


def _countries(places: list[Place]) -> str:
    return enumeration(list(dict.fromkeys(facts().country(place.country).label for place in places)))


def _security_gaps(annex: SecurityAnnex) -> Iterator[Missing]:
    yield from _empty(annex, SecurityAnnex.availability, SecurityAnnex.integrity, SecurityAnnex.confidentiality)
    if not annex.access_roles:
        yield missing(annex, SecurityAnnex.access_roles, "Wie bij de gegevens kunnen")
    if not annex.measures:
        yield missing(annex, SecurityAnnex.measures, "Welke maatregelen er zijn")
    yield from _empty(annex, SecurityAnnex.breach_function, SecurityAnnex.breach_email)
    yield from _empty(annex, SecurityAnnex.breach_phone, SecurityAnnex.breach_hours)


def _empty(annex: PrivacyAnnex | SecurityAnnex, *fields: Any) -> Iterator[Missing]:
    return (missing(annex, field) for field in fields if not getattr(annex, field.key))
