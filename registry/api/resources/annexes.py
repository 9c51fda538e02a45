"""Privacybijsluiters and beveiligingsbijlagen: versions of the annexes of a product, and their steps."""

from typing import Any

from registry.api.asking import Found, member, record
from registry.api.resource import Resource, Step
from registry.api.shapes.shape import Shape
from registry.api.verbs import as_a_whole, under
from registry.database import db
from registry.model import PrivacyAnnex, Product, SecurityAnnex
from registry.model.annex_state import AnnexStatus
from registry.queries.pages import find_records
from registry.services.annexes.annexes import accept_annex, edit_annex, propose_annex, withdraw_annex

FIXED, FIRST = frozenset({"status", "accepted_on", "superseded_on"}), frozenset({"product_id"})
PRIVACY = Shape(
    PrivacyAnnex,
    ("purposes", "data", "denials", "options", "storage", "retention", "subprocessors"),
    FIXED,
    FIRST,
)
SECURITY = Shape(SecurityAnnex, ("access_roles", "measures", "certificates"), FIXED, FIRST)
FILTERS = (
    record("product", "Versies van de bijlage bij dit product."),
    member("stand", "Versies met deze stand.", AnnexStatus),
)


def _resource(shape: Shape, path: str, one: str) -> Resource:
    kind: Any = shape.record

    def find(wanted: dict[str, Any], skip: int, most: int) -> Found:
        columns = {"product": kind.product_id, "stand": kind.status}
        conditions = [columns[name] == value for name, value in wanted.items()]
        return find_records(db.session, kind, conditions, shape.rows, skip, most)

    return Resource(
        path=path,
        one=one,
        told="alle versies, ook de vervangen en ingetrokken versies",
        shape=shape,
        find=find,
        filters=FILTERS,
        add=under(Product, lambda session, product, *told: propose_annex(session, kind, product, *told)),
        change=as_a_whole(lambda session, number, *told: edit_annex(session, kind, number, *told)),
        steps=(
            Step(
                "accepteren",
                f"{one}Accepteren",
                "Laat een voorgestelde versie gelden vanaf een dag; de vorige versie eindigt dan.",
                lambda session, number, seen, values: accept_annex(session, kind, number, values["accepted_on"], seen),
                (kind.accepted_on,),
            ),
            Step(
                "intrekken",
                f"{one}Intrekken",
                "Legt een voorgestelde versie opzij; zij blijft te lezen.",
                lambda session, number, seen, values: withdraw_annex(session, kind, number, seen),
            ),
        ),
    )


OPERATIONS = (
    *_resource(PRIVACY, "privacybijsluiters", "privacybijsluiter").operations(),
    *_resource(SECURITY, "beveiligingsbijlagen", "beveiligingsbijlage").operations(),
)
