"""Overeenkomsten: what was agreed with a supplier, also when it is a letter, or "none needed"."""

from datetime import date
from typing import Any

from registry.api.asking import Found, member, record
from registry.api.resource import Resource, Step
from registry.api.shapes.shape import Shape
from registry.api.verbs import as_a_whole, under
from registry.database import db
from registry.model import Agreement, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.queries.pages import find_records
from registry.services.agreements.agreements import add_agreement, edit_agreement, end_agreement

SHAPE = Shape(
    Agreement,
    ("products", "annexes", "choices", "deviations"),
    fixed=frozenset({"ended_on", "end_reason"}),
    first=frozenset({"supplier_id"}),
    needed=frozenset({"arrangement"}),
)


def _find(wanted: dict[str, Any], skip: int, most: int) -> Found:
    columns: dict[str, Any] = {"leverancier": Agreement.supplier_id, "stand": Agreement.status}
    conditions = [columns[name] == value for name, value in wanted.items()]
    return find_records(db.session, Agreement, conditions, SHAPE.rows, skip, most)


AGREEMENTS = Resource(
    path="overeenkomsten",
    one="overeenkomst",
    told="alle afspraken met leveranciers, ook de beëindigde",
    shape=SHAPE,
    find=_find,
    filters=(
        record("leverancier", "Overeenkomsten met deze leverancier."),
        member("stand", "Overeenkomsten met deze stand.", AgreementStatus),
    ),
    add=under(Supplier, lambda *told: add_agreement(*told, today=date.today())),
    change=as_a_whole(lambda *told: edit_agreement(*told, today=date.today())),
    steps=(
        Step(
            "beeindigen",
            "overeenkomstBeeindigen",
            "Legt de laatste dag en de reden van het einde vast; de overeenkomst blijft in het register.",
            lambda session, number, seen, values: end_agreement(
                session, number, values["ended_on"], values["end_reason"], seen
            ),
            (Agreement.ended_on, Agreement.end_reason),
        ),
    ),
)
OPERATIONS = tuple(AGREEMENTS.operations())
