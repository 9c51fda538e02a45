"""What must hold inside one annex, over its rows and the facts of the trade; and what follows from what was chosen."""

from collections.abc import Iterator, Sequence

from registry.dutch import enumeration
from registry.errors import BrokenRule
from registry.identifiers import name_key
from registry.model import AnnexData, PrivacyAnnex, SecurityAnnex, Subprocessor
from registry.model.privacy_annex import Place
from registry.reference import facts
from registry.reference.transfers import Country

MOST_HOURS = 720


def complete_annex(annex: PrivacyAnnex | SecurityAnnex) -> None:
    """Write out what a chosen code already says: a known term, a denied category, a subprocessor's name as listed."""
    if not isinstance(annex, PrivacyAnnex):
        return
    for kept in annex.retention:
        if known := facts().retention_terms.get(kept.retention_term):
            kept.data, kept.term = kept.data or known.label, kept.term or known.term
    for denial in annex.denials:
        if not denial.statement and (category := facts().data_categories.get(denial.category)):
            denial.statement = f"geen {category.short}"
    names = [one.name or "" for one in annex.subprocessors]
    by_key: dict[str, set[str]] = {}
    for name in names:
        by_key.setdefault(name_key(name), set()).add(name)
    for one in annex.subprocessors:
        if one.works_for and one.works_for not in names:
            one.works_for = _as_listed(one.works_for, by_key.get(name_key(one.works_for), set()))


def _as_listed(name: str, same: set[str]) -> str:
    """The spelling in the list, where only one name there is another way to write this one."""
    return next(iter(same)) if len(same) == 1 else name


def check_annex(annex: PrivacyAnnex | SecurityAnnex) -> None:
    """Raise BrokenRule for the first rule that the annex breaks."""
    for fault in _privacy_faults(annex) if isinstance(annex, PrivacyAnnex) else _security_faults(annex):
        raise fault


def _privacy_faults(annex: PrivacyAnnex) -> Iterator[BrokenRule]:
    yield from _coded([row.purpose for row in annex.purposes], "purposes", "doel")
    yield from _data_faults(annex)
    yield from _denial_faults(annex)
    yield from _place_faults(annex.storage, "storage")
    yield from _place_faults(annex.subprocessors, "subprocessors")
    yield from _chain_faults(annex)


def _security_faults(annex: SecurityAnnex) -> Iterator[BrokenRule]:
    yield from _coded([row.measure for row in annex.measures], "measures", "maatregel")
    if annex.breach_hours is not None and not 0 < annex.breach_hours <= MOST_HOURS:
        yield BrokenRule(f"Vul een aantal uren in van 1 tot en met {MOST_HOURS}.", field="breach_hours")


def _coded(codes: list[str], field: str, word: str) -> Iterator[BrokenRule]:
    if not all(codes):
        yield BrokenRule(f"Kies bij elke regel een {word}.", field=field)
    if doubled := sorted({code for code in codes if codes.count(code) > 1}):
        yield BrokenRule(f"Dit staat er twee keer: {enumeration(doubled)}.", field=field)


def _data_faults(annex: PrivacyAnnex) -> Iterator[BrokenRule]:
    if not all(item.category for item in annex.data):
        yield BrokenRule("Kies bij elke regel een soort gegevens.", field="data")
    for item in annex.data:
        category = facts().data_categories.get(item.category)
        if category and category.needs_text and not item.note:
            yield BrokenRule(f"Schrijf bij “{category.label}” op welke gegevens het zijn.", field="data")


def _denial_faults(annex: PrivacyAnnex) -> Iterator[BrokenRule]:
    for denial in annex.denials:
        if not denial.statement:
            yield BrokenRule("Schrijf op wat niet wordt verwerkt.", field="denials")
        if clash := next((item for item in annex.data if denial.category in _ways_to_say(item)), None):
            label = facts().data_categories[clash.category].label
            yield BrokenRule(
                f"“{label}” wordt verwerkt, maar staat ook bij wat niet wordt verwerkt. Haal één van de twee weg.",
                field="denials",
            )


def _ways_to_say(item: AnnexData) -> set[str]:
    """The codes of which a denial contradicts this item: its own, and that of the whole to which it belongs."""
    category = facts().data_categories.get(item.category)
    return {item.category, category.parent if category else ""} - {""}


def _place_faults(places: Sequence[Place], field: str) -> Iterator[BrokenRule]:
    for place in places:
        country: Country | None = facts().countries.get(place.country)
        if place.safeguard and country is not None and not country.needs_safeguard:
            yield BrokenRule(
                f"{country.label} ligt binnen de EER. Haal de waarborg weg, of kies een ander land.",
                field=field,
            )


def _chain_faults(annex: PrivacyAnnex) -> Iterator[BrokenRule]:
    if annex.no_subprocessors and annex.subprocessors:
        yield BrokenRule(
            "Er staan subverwerkers in de lijst. Dan kan niet gelden dat ze er niet zijn.", field="no_subprocessors"
        )
    names = [one.name for one in annex.subprocessors]
    for one in annex.subprocessors:
        if sentence := _chain_fault(one, names):
            yield BrokenRule(sentence, field="subprocessors")
    reached = [one for one, _ in annex.chain()]
    if circling := [one.name for one in annex.subprocessors if one not in reached]:
        yield BrokenRule(
            f"{enumeration(circling)} werken in een kring voor elkaar. Eén van hen werkt voor de leverancier.",
            field="subprocessors",
        )


def _chain_fault(one: Subprocessor, names: list[str]) -> str:
    if not one.name:
        return "Geef elke subverwerker een naam."
    if one.works_for == one.name:
        return f"{one.name} kan niet voor zichzelf werken."
    if one.works_for and one.works_for not in names:
        return f"{one.name} werkt voor {one.works_for}, maar die staat niet in de lijst."
    if names.count(one.works_for) > 1:
        return f"{one.works_for} staat er twee keer. Maak de namen verschillend, bijvoorbeeld met de plaats erbij."
    return ""
