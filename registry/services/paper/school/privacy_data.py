"""Blocks of the privacy section about the data themselves: what for, who enters them, what is extra sensitive."""

from registry import dutch
from registry.queries.annexes.annex_flags import has_national_number, is_special
from registry.queries.annexes.annex_words import capital, data_word, listed
from registry.queries.uses.pupil_uses import family_data, is_of_family
from registry.queries.uses.use_lines import UseLine
from registry.reference import facts
from registry.services.paper.known import Values, gap
from registry.services.paper.school.overview import purposes_of
from registry.services.paper.school.privacy_material import PrivacyMaterial


def purpose(material: PrivacyMaterial) -> Values:
    """Return which data are used and what for; the law's rule of no more than needed stands in the template."""
    if not material.products:
        return {}
    shorts = [facts().data_categories[code].short for code in family_data(_uses(material), material.on)]
    purposes = purposes_of([annex for _, annex in material.annexes], material.used)
    return {
        "gegevens": "; ".join(shorts) or material.unknown("Welke gegevens"),
        "doelen": purposes or [material.unknown("Doelen")],
        "basis": material.basis,
        "waarom_zin": _why(material),
    }


def entry(material: PrivacyMaterial) -> Values:
    """Return who works with the products, and so fills in data."""
    if not material.products:
        return {}
    named = {code for _, annex in material.annexes for code in annex.users}
    users = [material.used.label("data_subjects", code) for code in facts().data_subjects if code in named]
    if not users:
        silent = [annex for _, annex in material.annexes]
        unknown = gap(silent[0], type(silent[0]).users) if silent else material.unknown("Gebruikers")
        return {"wie": unknown, "basis": ""}
    return {"wie": listed(users), "basis": material.basis}


def special(material: PrivacyMaterial) -> Values:
    """Return the special categories of data and the BSN with the products that have them; nothing for none."""
    products: dict[str, dict[str, None]] = {}
    for use, annex in material.annexes:
        for item in annex.data:
            if is_special(item) and is_of_family(item):
                material.used.of("data_categories", item.category)
                products.setdefault(capital(data_word(item)), {})[use.product.name] = None
    with_number = [use.product.name for use, annex in material.annexes if has_national_number(annex)]
    if not products and not with_number:
        return {}
    return {
        "rijen": [
            {"gegevens": label, "producten": dutch.enumeration(list(names))} for label, names in products.items()
        ],
        "bsn": dutch.enumeration(list(dict.fromkeys(with_number))),
        "basis": material.basis,
    }


def _uses(material: PrivacyMaterial) -> list[UseLine]:
    return [use for use, _ in material.products]


def _why(material: PrivacyMaterial) -> str:
    """For how many of the products the annex says of every category why it is needed."""
    told = [annex for _, annex in material.annexes if all(item.needed_because for item in annex.data)]
    if not told:
        return ""
    which = dutch.count(len(told), "product staat", "producten staat")
    return f"Bij {which} in de privacybijsluiter voor elke soort gegevens waarom die nodig is."
