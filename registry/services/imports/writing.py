"""Writes a plan with the register's own verbs, record by record; the Change around it makes it all or nothing."""

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import set_committed_value

from registry.errors import BrokenRule, RegisterError
from registry.model import Use
from registry.queries.suppliers.doubles import AllNames
from registry.services.agreements.agreements import add_agreement, edit_agreement
from registry.services.board.board import edit_board, set_up_board
from registry.services.imports.plan import Plan, Touch
from registry.services.suppliers.products import add_product, edit_product
from registry.services.suppliers.suppliers import add_supplier, edit_supplier, note_covenant
from registry.services.uses.schools import add_school, edit_school
from registry.services.uses.uses import edit_use, start_use


class Writer:
    """Writes the touches of one plan in their order; what came of each is known by its key."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.made: dict[str, Any] = {}

    def write(self, plan: Plan) -> None:
        """Write all of it; BrokenRule, naming the row of the file, for the first that a rule refuses."""
        verbs: dict[str, Callable[[Touch], Any]] = {
            "school_board": self._board,
            "school": self._school,
            "supplier": self._supplier,
            "covenant_entry": self._covenant,
            "product": self._product,
            "agreement": self._agreement,
            "use": self._use,
        }
        with self.session.no_autoflush:  # one flush for many records: the plan itself keeps them apart
            self._write(plan.touches, verbs)

    def _write(self, touches: list[Touch], verbs: dict[str, Callable[[Touch], Any]]) -> None:
        for touch in touches:
            if not touch.does_something:
                self.made[touch.target.key] = touch.target.record
                continue
            try:
                self.made[touch.target.key] = verbs[touch.target.kind](touch)
            except RegisterError as fault:
                row = touch.lines[0].entry.row
                raise BrokenRule(f"Rij {row}, {touch.target.name}: {fault.sentence}") from fault

    def _board(self, touch: Touch) -> Any:
        board = touch.target.record
        if board is None:
            return set_up_board(self.session, touch.changes)
        return edit_board(self.session, board.version, touch.changes)

    def _school(self, touch: Touch) -> Any:
        school = touch.target.record
        if school is None:
            return add_school(self.session, touch.changes)
        return edit_school(self.session, school.id, school.version, touch.changes)

    def _supplier(self, touch: Touch) -> Any:
        supplier = touch.target.record
        if supplier is None:
            supplier = add_supplier(self.session, touch.changes, touch.rows, names=self._names)
            _has_none_yet(supplier, "products", "agreements", "covenant_entries")
        else:
            rows = {name: [*_kept(getattr(supplier, name), new), *new] for name, new in touch.rows.items()}
            edit_supplier(self.session, supplier.id, supplier.version, touch.changes, rows, names=self._names)
        self._names.add(supplier)
        return supplier

    def _covenant(self, touch: Touch) -> Any:
        return note_covenant(self.session, self._number(touch.target.refs["supplier"]), touch.changes)

    def _product(self, touch: Touch) -> Any:
        product = touch.target.record
        if product is None:
            product = add_product(self.session, self._number(touch.target.refs["supplier"]), touch.changes)
            _has_none_yet(product, "uses")
            return product
        return edit_product(self.session, product.id, product.version, touch.changes)

    def _agreement(self, touch: Touch) -> Any:
        agreement = touch.target.record
        covered = [{"product_id": self._number(row["product"])} for row in touch.rows.get("products", ())]
        if agreement is None:
            rows = {"products": covered}
            return add_agreement(self.session, self._number(touch.target.refs["supplier"]), touch.changes, rows)
        rows = {"products": [*_kept(agreement.products, covered), *covered]} if covered else {}
        return edit_agreement(self.session, agreement.id, agreement.version, touch.changes, rows)

    def _use(self, touch: Touch) -> Any:
        use = touch.target.record
        if use is None:
            school, product = touch.target.refs["school"], self._number(touch.target.refs["product"])
            others = self._uses[school.id, product]
            others.append(start_use(self.session, school.id, product, touch.changes, others=others))
            return others[-1]
        modules = [row.module_id for row in use.modules]
        return edit_use(self.session, use.id, use.version, touch.changes, modules)

    @cached_property
    def _names(self) -> AllNames:
        return AllNames(self.session)

    @cached_property
    def _uses(self) -> dict[tuple[int, int], list[Use]]:
        """All uses by school and product, with those of this plan: one question instead of one for each."""
        found: dict[tuple[int, int], list[Use]] = defaultdict(list)
        for use in self.session.scalars(select(Use).order_by(Use.id)):
            found[use.school_id, use.product_id].append(use)
        return found

    def _number(self, key: str) -> int:
        """The number of a record of the plan; what was just made gets it, with all others, at the first question."""
        record = self.made[key]
        if record.id is None:
            self.session.flush()
        return int(record.id)


def _kept(present: list[Any], new: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows that a record has already, but for those that a new one fills in; a product stays the same row."""
    filled = {row.get("id") for row in new}
    kept = [row for row in present if row.id not in filled]
    return [{"id": row.id, **({"product_id": row.product_id} if hasattr(row, "product_id") else {})} for row in kept]


def _has_none_yet(record: Any, *names: str) -> None:
    """Say that these lists of a record that was just made are empty, which the database would be asked otherwise."""
    for name in names:
        set_committed_value(record, name, [])
