"""Where the data of a product are: the countries of storage and the parties behind the supplier."""

from registry.documents import Gap
from registry.model import AnnexStorage, PrivacyAnnex, Subprocessor
from registry.model.privacy_annex import Place
from registry.services.paper.known import Facts, Value, Values, gap, known


def storage_values(annex: PrivacyAnnex, facts: Facts) -> list[Values]:
    """Return where the data are; a row that is one gap while nobody has said."""
    return [
        place_values(row, gap(row, AnnexStorage.country), facts) | {"plaats": row.place} for row in annex.storage
    ] or [
        {
            "land": gap(annex, PrivacyAnnex.storage, "Landen van opslag"),
            "plaats": "",
            "buiten_eer": gap(annex, PrivacyAnnex.storage, "Landen van opslag"),
            "waarborg": "",
        }
    ]


def place_values(row: Place, unknown_country: Gap, facts: Facts) -> Values:
    """Return the country, whether it lies outside the EEA and then under which safeguard; unknown is so in all."""
    country = facts.of("countries", row.country)
    if country is None:
        return {"land": unknown_country, "buiten_eer": unknown_country, "waarborg": unknown_country}
    needed = country.needs_safeguard
    return {
        "land": country.label,
        "buiten_eer": not country.is_eea,
        "waarborg": _safeguard(row, facts) if needed else "",
    }


def _safeguard(row: Place, facts: Facts) -> Value:
    said = [facts.label("safeguards", row.safeguard), row.safeguard_note]
    return ": ".join(filter(None, said)) or gap(row, type(row).safeguard)  # type: ignore[arg-type]


def subprocessor_values(annex: PrivacyAnnex, facts: Facts) -> list[Values]:
    """Return the subprocessors with their level, each followed by those that work for it.

    Empty when there are none; a row that is one gap while nobody has said whether there are.
    """
    if not annex.subprocessors and not annex.no_subprocessors:
        unknown = gap(annex, PrivacyAnnex.subprocessors, "Subverwerkers")
        return [{"naam": unknown, "dienst": "", "gegevens": "", "land": "", "niveau": "", "waarborg": ""}]
    return [_subprocessor(row, level, facts) for row, level in annex.chain()]


def _subprocessor(row: Subprocessor, level: int, facts: Facts) -> Values:
    place = place_values(row, gap(row, Subprocessor.country), facts)
    return {
        "naam": row.name,
        "dienst": known(row, Subprocessor.service),
        "gegevens": known(row, Subprocessor.data),
        "land": place["land"],
        "niveau": level,
        "waarborg": place["waarborg"],
    }
