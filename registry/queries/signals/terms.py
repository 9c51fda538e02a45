"""Where papers contradict each other: notice, deletion and retention."""

import re
from collections.abc import Iterable

from registry.dutch import count, enumeration
from registry.model import AnnexRetention, Product
from registry.queries.signals.signal import Found
from registry.queries.signals.supplier_file import AgreementFile, SupplierFile
from registry.queries.signals.wording import plain
from registry.reference import facts

NUMBERS = {"een": "1", "één": "1", "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6"}


def notice_differs(file: SupplierFile) -> Found:
    """Yield the newest of agreements that hold side by side with different periods of notice."""
    terms = [(one, one.notice_months) for one in file.settled if one.notice_months is not None]
    months = sorted({months for _, months in terms})
    if len(months) > 1:
        said = enumeration([count(each, "maand", "maanden") for each in months])
        yield terms[0][0], f"Met {file.supplier.name} gelden verschillende opzegtermijnen: {said}."


def deletion_differs(file: SupplierFile) -> Found:
    """Yield the newest of agreements that hold side by side with different terms of deletion."""
    terms = [(one, one.deletion_term) for one in file.settled if one.deletion_term]
    said = _different(term for _, term in terms)
    if len(said) > 1:
        told = f"Met {file.supplier.name} gelden verschillende termijnen om gegevens na het einde te vernietigen"
        yield terms[0][0], f"{told}: {enumeration([f'“{term}”' for term in said])}."


def retention_differs(one: AgreementFile) -> Found:
    """Yield an agreement by whose annexes the same data are kept for different terms."""
    products = [row.product for row in one.agreement.products] if one.is_settled else []
    told = [
        f"over “{data}” staat {enumeration([f'{term} ({name})' for term, name in terms])}"
        for data, terms in _kept(products, one).items()
        if len(_different(term for term, _ in terms)) > 1
    ]
    if told:
        yield one.agreement, f"Bewaartermijnen verschillen: {'; '.join(told)}."


def _kept(products: Iterable[Product], one: AgreementFile) -> dict[str, list[tuple[str, str]]]:
    """The terms with the product that names each, by what they are about as it was first written."""
    names: dict[str, str] = {}
    found: dict[str, list[tuple[str, str]]] = {}
    for product in products:
        annex = product.privacy_annex_on(one.file.on)
        for row in annex.retention if annex else ():
            if (data := plain(row.data)) and (term := _term(row)):
                found.setdefault(names.setdefault(data, row.data), []).append((term, product.name))
    return found


def _term(row: AnnexRetention) -> str:
    usual = facts().retention_terms.get(row.retention_term)
    return row.term or (usual.term if usual else "")


def _different(terms: Iterable[str]) -> list[str]:
    """The terms that say different things, as they were first written: "een jaar" and "1 jaar" are one."""
    return list({_counted(term): term for term in reversed(list(terms))}.values())[::-1]


def _counted(term: str) -> str:
    return re.sub(r"\w+", lambda word: NUMBERS.get(word[0], word[0]), plain(term))


TERM_RULES = (notice_differs, deletion_differs)
