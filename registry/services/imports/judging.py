"""The register's own rules, asked of what an import would make of each record, without writing it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm.attributes import set_committed_value

from registry.errors import RegisterError
from registry.exchange.lists.entry import Problem
from registry.identifiers import name_key
from registry.model import Product, Supplier, Use
from registry.services.agreements.agreement_rules import check_agreement
from registry.services.imports.combining import class_for
from registry.services.imports.known import Known
from registry.services.imports.plan import Line, Touch
from registry.services.records import assign
from registry.services.suppliers.suppliers import check_postcode
from registry.services.uses.uses import refusals


class Judge:
    """Asks the rules about the touches of one plan; what breaks one becomes a problem of the rows that asked for it."""

    def __init__(self, session: Any, known: Known, touches: list[Touch]) -> None:
        self.session, self.known = session, known
        self.touches: Mapping[str, Touch] = {touch.target.key: touch for touch in touches}
        self._made: dict[str, Any] = {}
        self._broken: set[str] = set()

    def judge(self, touch: Touch) -> bool:
        """Return whether the rules let this through; if not, its rows have a problem from now on."""
        if not touch.does_something or self._broken.intersection(map(str, touch.target.refs.values())):
            return True  # what belongs to a broken record is asked again without it
        try:
            self._ask(touch, self.shadow(touch))
        except RegisterError as fault:
            _blame(touch, fault)
            self._broken.add(touch.target.key)
            return False
        return True

    def shadow(self, touch: Touch) -> Any:
        """Return the record as it would be, in no session; RegisterError where a value cannot be stored."""
        if touch.target.key not in self._made:
            shadow = _copy(class_for(touch.target.kind), touch.target.record)
            assign(shadow, touch.changes)
            self._made[touch.target.key] = shadow
        return self._made[touch.target.key]

    def _ask(self, touch: Touch, shadow: Any) -> None:
        kind = touch.target.kind
        if kind == "supplier":
            self._ask_supplier(touch, shadow)
        elif kind == "agreement":
            shadow.supplier = self._owner(touch)
            check_agreement(self.session, shadow)
        elif kind == "use":
            self._ask_use(touch, shadow)
        elif kind == "school" and not shadow.name:
            raise RegisterError("Geef de school een naam.", field="name")

    def _ask_supplier(self, touch: Touch, shadow: Supplier) -> None:
        check_postcode(shadow)
        if shadow.postcode == (touch.target.record.postcode if touch.target.record is not None else None):
            touch.changes.pop("postcode", None)
        elif "postcode" in touch.changes:
            touch.changes["postcode"] = shadow.postcode
        for row in touch.rows.get("aliases", ()):
            others = self.known.by_name.get(name_key(row["name"]), [])
            if other := next((one for one in others if one is not touch.target.record), None):
                raise RegisterError(f"{row['name']} staat al in het register als {other.name}.", field="aliases")

    def _ask_use(self, touch: Touch, shadow: Use) -> None:
        school, product_key = touch.target.refs["school"], touch.target.refs["product"]
        product_touch = self.touches[product_key]
        product = product_touch.target.record or self._new_product(product_touch)
        others = self.known.uses.get((school.id, product.id), []) if product.id else []
        for fault in refusals(
            school, product, shadow.since, shadow.until, [one for one in others if one is not touch.target.record]
        ):
            raise fault

    def _new_product(self, touch: Touch) -> Product:
        product: Product = self.shadow(touch)
        if product.supplier is None:
            product.supplier = self._owner(touch)
        return product

    def _owner(self, touch: Touch) -> Supplier:
        """The supplier as it would be; never the stored one, which would take the shadow up in its own lists."""
        owner: Supplier = self.shadow(self.touches[touch.target.refs["supplier"]])
        return owner


def _copy(kind: Any, record: Any) -> Any:
    shadow = kind()
    if record is not None:
        for column in inspect(kind).column_attrs:
            set_committed_value(shadow, column.key, getattr(record, column.key))
        return shadow
    for column in inspect(kind).column_attrs:
        default = column.columns[0].default
        if default is not None and default.is_scalar:  # as it would get on being stored
            set_committed_value(shadow, column.key, default.arg)
    return shadow


def _blame(touch: Touch, fault: RegisterError) -> None:
    """Tell the rows that asked for the field, or all rows about the record where it is no field of theirs."""
    asked: list[Line] = touch.said_by.get(fault.field or "") or touch.lines
    for line in {id(line): line for line in asked}.values():
        headings = [
            claim.headings.get(fault.field or "", "") for claim in line.claims if claim.target.key == touch.target.key
        ]
        sentence = f"{touch.target.name}: {fault.sentence}"
        line.problems.append(Problem(next(iter(headings), ""), sentence))
