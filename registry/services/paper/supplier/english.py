"""What the agreement says in English: dates, countries and closed lists; what people typed stays as they typed it."""

from datetime import date

from babel import Locale
from babel.dates import format_date

from registry.model import PrivacyAnnex, SecurityAnnex, Supplier
from registry.model.agreement_lists import Renewal
from registry.model.board import NumberKind
from registry.services.paper.composing import Part
from registry.services.paper.known import Facts, Value, Values
from registry.services.paper.records.annexes import AnnexKind, ChosenAnnex
from registry.services.paper.supplier.material import SupplierMaterial

TITLE = "Data processing agreement"
AS_TYPED = (
    "Wat iemand zelf heeft getypt, staat in het Engelse stuk zoals het in het register staat. Kijk na of dat Engels "
    "is, bij: rechtsvorm, functies, hoofdovereenkomst, omschrijving van producten en de termijn voor het vernietigen."
)
NUMBERS = {
    NumberKind.KVK: "Chamber of Commerce (KvK) number",
    NumberKind.BOARD_NUMBER: "school board number (bestuursnummer)",
    NumberKind.RIO: "number in the Dutch register of institutions (RIO)",
}
DURATION = {
    Renewal.NONE: "It runs up to and including the end date.",
    Renewal.TACIT_YEAR: "It first runs up to and including the end date.",
    Renewal.WITH_MAIN_CONTRACT: "It runs as long as the main contract runs.",
    Renewal.INDEFINITE: "It runs for an indefinite period.",
}
TACIT = "After that it continues for a year at a time, until a party gives notice."
ANNEXES: dict[AnnexKind, str] = {
    PrivacyAnnex: "Annex 1 – Privacy annex",
    SecurityAnnex: "Annex 2 – Security annex",
}
DEVIATIONS = "Annex 3 – Deviations"


def english_part(material: SupplierMaterial) -> Part:
    """Return the agreement in English, without its annexes; what is a gap in Dutch is the same gap here."""
    part = material.agreement_part()
    values = part.values | {
        "bestuur": part.values["bestuur"] | {"nummersoort": NUMBERS[material.board.number_kind]},
        "leverancier": part.values["leverancier"] | _supplier(material.supplier, part.values["leverancier"]),
        "overeenkomst": part.values["overeenkomst"] | _terms(material, part.values["overeenkomst"]),
        "producten": _products(material, part.values["producten"]),
    }
    return Part(TITLE, part.template, values)


def _products(material: SupplierMaterial, dutch: list[Values]) -> list[Values]:
    """The products with their kind in English; the place of a product that is still to be chosen says nothing else."""
    if not material.products:
        return [row | {"soort": "", "omschrijving": row["naam"]} for row in dutch]
    kinds = [_kind(material.facts, product.kind) for product in material.products]
    return [row | {"soort": kind} for row, kind in zip(dutch, kinds, strict=True)]


def english_notes(material: SupplierMaterial) -> list[str]:
    """Return what the maker of the English agreement should look at."""
    without = [product.name for product in material.products if product.kind and not _kind(Facts(), product.kind)]
    return [AS_TYPED, *(f"De soort van {name} heeft geen Engelse naam en staat er niet bij." for name in without)]


def long_date(day: date) -> str:
    """Return `day` as "3 March 2026"."""
    return format_date(day, "d MMMM y", locale="en_GB")


def country(code: str) -> str:
    """Return the English name of the country; its code when the world does not know it."""
    return str(Locale("en", "GB").territories.get(code, code))


def _kind(facts: Facts, code: str) -> str:
    fact = facts.of("product_kinds", code)
    return str(fact.english) if fact else ""


def _supplier(supplier: Supplier, dutch: Values) -> Values:
    name = country(supplier.country) if supplier.country else dutch["land"]
    is_abroad = not supplier.kvk and supplier.country not in ("", "NL")
    return {"land": name, "kvk": f"not applicable (established in {name})" if is_abroad else dutch["kvk"]}


def _terms(material: SupplierMaterial, dutch: Values) -> Values:
    annexes = [_annex(chosen) for chosen in material.annexes]
    named = [*annexes, *([DEVIATIONS] if material.has_deviations else [])]
    agreement = material.agreement
    if agreement is None:
        return {"bijlagen": named}
    dates = {
        "hoofdovereenkomst_datum": agreement.main_contract_on,
        "ingang": agreement.starts_on,
        "einde": agreement.ends_on,
    }
    return {
        **{name: long_date(day) if day else dutch[name] for name, day in dates.items()},
        "duur": DURATION.get(agreement.renewal) or dutch["duur"],
        "opzegtermijn": _notice(agreement.notice_months),
        "verlenging": TACIT if agreement.renewal is Renewal.TACIT_YEAR else "",
        "bijlagen": named,
    }


def _annex(chosen: ChosenAnnex) -> Value:
    """The annex by its English title; the gap that it is in Dutch while there is no version."""
    if chosen.version is None:
        return chosen.named
    edition = f", version {chosen.version.edition}" if chosen.version.edition else ""
    return f"{ANNEXES[chosen.kind]} {chosen.product.name}{edition}"


def _notice(months: int | None) -> str:
    if months is None:
        return ""
    term = f"with a notice period of {months} month{'s' if months != 1 else ''}" if months else "without notice period"
    return f"Each party may give notice {term}."
