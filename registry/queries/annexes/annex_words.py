"""What a privacy annex says, in the few plain words that fit in a list."""

import re
from datetime import date

from registry import dutch
from registry.model import AnnexData, PrivacyAnnex, Product
from registry.model.annex_state import AnnexStatus
from registry.model.privacy_annex import Place
from registry.reference import facts


def annex_for(product: Product, on: date) -> PrivacyAnnex | None:
    """Return the privacy annex that holds on this day, else the newest proposal."""
    proposed = [annex for annex in product.privacy_annexes if annex.status is AnnexStatus.PROPOSED]
    return product.privacy_annex_on(on) or (proposed[-1] if proposed else None)


def data_in_short(annex: PrivacyAnnex) -> str:
    """Return the data of the annex in plain words, with what is expressly not processed."""
    words = "; ".join(dict.fromkeys(data_word(item) for item in annex.data))
    denied = dutch.enumeration(not_processed(annex))
    return capital(f"{words}. Niet: {denied}" if denied else words)


def not_processed(annex: PrivacyAnnex) -> list[str]:
    """Return what is expressly not processed, to stand behind a "niet": "geen BSN" becomes "BSN"."""
    return [re.sub("^geen ", "", denial.statement, flags=re.IGNORECASE) for denial in annex.denials]


def about_whom(annex: PrivacyAnnex | None) -> str:
    """Return whose data the annex names; empty when it does not say."""
    subjects = dict.fromkeys(subject for item in (annex.data if annex else ()) for subject in item.subjects)
    return listed([facts().data_subjects[subject].label for subject in subjects])


def listed(labels: list[str]) -> str:
    """Return "a, b en c"; where a label has an "en" of its own, "a; b en c"."""
    has_own = len(labels) > 1 and any(" en " in label for label in labels)
    return "; ".join(labels) if has_own else dutch.enumeration(labels)


def outside_eea(annex: PrivacyAnnex) -> tuple[str, ...] | None:
    """Return the countries outside the EEA; none when all places are known to be inside, None while they are not."""
    known = [facts().countries[code] for code in annex.countries]
    outside = tuple(country.label for country in known if not country.is_eea)
    places: list[Place] = [*annex.storage, *annex.subprocessors]
    all_known = annex.storage and all(place.country for place in places)
    subprocessors_known = annex.subprocessors or annex.no_subprocessors
    return outside if outside or (all_known and subprocessors_known) else None


def capital(text: str) -> str:
    """Return the text with a capital at its start."""
    return text[:1].upper() + text[1:]


def data_word(item: AnnexData) -> str:
    """Return which data precisely, as the annex says; a special category or national number keeps its name first."""
    category, note = facts().data_categories[item.category], item.note.strip().rstrip(".")
    if not note:
        return category.short
    guarded = category.special or item.is_special or category.national_number
    return f"{category.short} ({_small(note)})" if guarded else _small(note)


def _small(text: str) -> str:
    """The text with a small first letter, but for a word such as BSN."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
