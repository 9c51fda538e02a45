"""The letter to a supplier about what differs between its annex and the app (AVG article 5(1)(a) and (d))."""

from dataclasses import replace
from typing import Any

from registry import dutch
from registry.errors import BrokenRule
from registry.model import PracticeCheck
from registry.queries.agreements.agreement_words import annex_name
from registry.queries.asking.practice import row_words
from registry.queries.asking.practice_note import DIFFERENCES
from registry.services.paper.composing import Order, Paper
from registry.services.paper.known import Values
from registry.services.paper.supplier.letters import Letter
from registry.services.records import fetch


def practice_letter(session: Any, order: Order) -> Paper:
    """Return the letter about this check; BrokenRule when nothing differs, or when nothing is agreed with who gets it.

    It is of the school that looked, so that only who sees that school finds the final one.
    """
    check = fetch(session, PracticeCheck, order.subject_id)
    supplier = check.product.supplier
    if not supplier.is_held_to_agreement:
        raise BrokenRule(f"{supplier.name} bepaalt zelf welke gegevens nodig zijn. Daarom is er geen brief.")
    if not check.asks_answer:
        raise BrokenRule("Er zijn geen verschillen gevonden. Er is dus niets om aan de leverancier te vragen.")
    letter = Letter(session, order, supplier)
    return replace(letter.paper({"praktijk": _told(check)}), school_id=check.school_id)


def _told(check: PracticeCheck) -> Values:
    name = annex_name(check.privacy_annex)
    return {
        "product": check.product.name,
        "dag": dutch.long_date(check.checked_on),
        "waar": check.school.name if check.school else "",
        "bijsluiter": f"de {name[:1].lower()}{name[1:]}",
        "verschillen": [{"gegeven": row_words(row), "verschil": DIFFERENCES[row.kind]} for row in check.mismatches],
        "onbekend": [row_words(row) for row in check.unknown],
    }
