"""Text of a model that was left where an answer belongs: `[INVULLEN]`, `<duur>`, `{{naam}}`, `[…]`."""

from functools import cache
from typing import Any

from registry.dutch import enumeration
from registry.model import PrivacyAnnex, SecurityAnnex
from registry.model.columns import Identified, Line, Prose
from registry.queries.agreements.agreement_words import annex_name
from registry.queries.signals.signal import Found
from registry.queries.signals.supplier_file import AgreementFile, ProductFile, proposal
from registry.reference import facts
from registry.reference.leftovers import left_in

LISTS = {
    PrivacyAnnex: ("purposes", "data", "denials", "options", "storage", "retention", "subprocessors"),
    SecurityAnnex: ("access_roles", "measures", "certificates"),
}


def leftover_in_annex(one: ProductFile) -> Found:
    """Yield each annex that holds, or else is proposed, with text of the model in it."""
    product, on = one.product, one.file.on
    privacy = product.privacy_annex_on(on) or proposal(product.privacy_annexes)
    security = product.security_annex_on(on) or proposal(product.security_annexes)
    for annex in (privacy, security):
        if annex is not None and (left := _left(annex)):
            yield annex, f"{annex_name(annex)} van {product.name} is niet af. Er staat nog: {enumeration(left)}."


def leftover_in_file(one: AgreementFile) -> Found:
    """Yield an agreement of which a file was filed with text of the model in it."""
    told = [
        f"In “{attached.file.name}” staat nog: {enumeration(attached.leftovers.splitlines())}."
        for attached in one.agreement.files
        if attached.leftovers
    ]
    if told:
        yield one.agreement, " ".join(told)


def leftovers(text: str) -> list[str]:
    """Return what was left in a text, as it stands there, between the signs of the reference data."""
    return [each for _at, each in left_in(text, facts().leftover_marks.values())]


def _left(annex: PrivacyAnnex | SecurityAnnex) -> list[str]:
    kind = PrivacyAnnex if isinstance(annex, PrivacyAnnex) else SecurityAnnex
    rows: list[Any] = [row for name in LISTS[kind] for row in getattr(annex, name)]
    texts = [getattr(record, key) for record in [annex, *rows] for key in _texts(record.__class__)]
    if not _has_a_sign("\n".join(texts)):
        return []
    return list(dict.fromkeys(found for text in texts for found in leftovers(text)))


def _has_a_sign(text: str) -> bool:
    return any(mark.opens in text for mark in facts().leftover_marks.values())


@cache
def _texts(kind: Any) -> tuple[str, ...]:
    """The fields of records of this kind that hold text of people's own."""
    columns = [(attribute.key, attribute.columns[0]) for attribute in kind.__mapper__.column_attrs]
    return tuple(key for key, column in columns if _is_text(column))


def _is_text(column: Any) -> bool:
    is_form = isinstance(column.type, Identified) or "table" in column.info
    return isinstance(column.type, Line | Prose) and not is_form
