"""The register's own rules, asked of what an import would make of each record, without writing it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm.attributes import set_committed_value

from registry.errors import BrokenRule, RegisterError
from registry.exchange.lists.entry import Problem
from registry.model import Agreement, Product, Supplier, Use
from registry.model.supplier import PartyRole
from registry.services.agreements.agreement_rules import check_agreement
from registry.services.imports.alike import key_of
from registry.services.imports.combining import class_for
from registry.services.imports.known import Known
from registry.services.imports.plan import Line, Touch
from registry.services.records import assign, refuse_unknown
from registry.services.suppliers.suppliers import check_postcode
from registry.services.uses.uses import refusals


class Judge:
    """Asks the rules about the touches of one plan; what breaks one becomes a problem of the rows that asked for it."""

    def __init__(self, session: Any, known: Known, touches: list[Touch]) -> None:
        self.session, self.known = session, known
        self.touches: Mapping[str, Touch] = {touch.target.key: touch for touch in touches}
        self.rules = {
            "supplier": self._ask_supplier,
            "agreement": self._ask_agreement,
            "use": self._ask_use,
            "school": self._ask_school,
        }
        self._made: dict[str, Any] = {}
        self._planned: dict[tuple[int, str], list[tuple[Any, Any]]] = defaultdict(list)
        self._broken: set[str] = set()
        self._passed: set[Any] = set()

    def judge(self, touch: Touch) -> bool:
        """Return whether the rules let this through; if not, its rows have a problem from now on."""
        if not touch.does_something or (self._broken and self._belongs_to_broken(touch)):
            return True  # what belongs to a broken record is asked again without it
        try:
            self._ask(touch)
        except RegisterError as fault:
            _blame(touch, fault)
            self._broken.add(touch.target.key)
            return False
        return True

    def _belongs_to_broken(self, touch: Touch) -> bool:
        return bool(self._broken.intersection(map(str, touch.target.refs.values())))

    def _ask(self, touch: Touch) -> None:
        kind = class_for(touch.target.kind)
        refuse_unknown(kind, touch.changes)
        for name in (
            touch.changes.keys() & touch.texts if touch.texts else ()
        ):  # what was put together was not cleaned yet
            touch.changes[name] = inspect(kind).column_attrs[name].columns[0].type.clean(touch.changes[name], name)
        if (rule := self.rules.get(touch.target.kind)) is not None:
            rule(touch)

    def _ask_supplier(self, touch: Touch) -> None:
        has_postcode = not touch.is_new or bool(touch.changes.get("postcode"))
        if has_postcode and ("postcode" in touch.changes or "country" in touch.changes):
            check_postcode(_as_it_would_be(Supplier, touch))
        for row in touch.rows.get("aliases", ()):
            others = self.known.by_name.get(key_of(row["name"]), [])
            if other := next((one for one in others if one is not touch.target.record), None):
                raise BrokenRule(f"{row['name']} staat al in het register als {other.name}.", field="aliases")

    def _ask_agreement(self, touch: Touch) -> None:
        owner = self._owner(touch)
        same = (owner.role, *sorted(touch.changes.items()))
        if touch.is_new and same in self._passed:
            return  # thousands of new agreements say the same
        agreement = _as_it_would_be(Agreement, touch)
        set_committed_value(agreement, "supplier", owner)  # without its lists: it is no part of them
        check_agreement(self.session, agreement)
        self._passed.add(same)

    def _ask_use(self, touch: Touch) -> None:
        school, record = touch.target.refs["school"], touch.target.record
        since, until = (touch.changes.get(name, getattr(record, name, None)) for name in ("since", "until"))
        planned = self._planned[school.id, touch.target.refs["product"]]
        same = ("use", school.id, since, until)
        is_first = record is None and not planned and self._is_all_new(touch)
        if not (is_first and same in self._passed):  # thousands of new uses begin on one day
            self._ask_period(touch, since, until, [Use(since=first, until=last) for first, last in planned])
            if is_first:
                self._passed.add(same)
        if record is None:
            planned.append((since, until))

    def _ask_period(self, touch: Touch, since: Any, until: Any, planned: list[Use]) -> None:
        school, product = touch.target.refs["school"], self._product(touch)
        present = self.known.uses.get((school.id, product.id), []) if product.id else []
        others = [one for one in (*present, *planned) if one is not touch.target.record]
        for fault in refusals(school, product, since, until, others):
            raise fault

    def _is_all_new(self, touch: Touch) -> bool:
        """Whether product and supplier are made by this import too: then nothing about them stands in the way."""
        product = self.touches[touch.target.refs["product"]]
        return product.is_new and self.touches[product.target.refs["supplier"]].is_new

    def _ask_school(self, touch: Touch) -> None:
        if touch.target.record is None and not touch.changes.get("name"):
            raise BrokenRule("Geef de school een naam.", field="name")

    def _product(self, touch: Touch) -> Product:
        of_product = self.touches[touch.target.refs["product"]]
        if of_product.target.record is not None:
            return of_product.target.record  # type: ignore[no-any-return]
        key = of_product.target.key
        if key not in self._made:
            self._made[key] = Product(name=of_product.target.name)
            set_committed_value(self._made[key], "supplier", self._owner(of_product))
        return self._made[key]  # type: ignore[no-any-return]

    def _owner(self, touch: Touch) -> Supplier:
        """The supplier as it would be; never the stored one, which would take what is tried up in its own lists."""
        owner = self.touches[touch.target.refs["supplier"]]
        if owner.target.key not in self._made:
            self._made[owner.target.key] = supplier = Supplier()
            of_new = {"name": owner.target.name, "role": PartyRole.PROCESSOR, "retired_on": None}
            for name, value in of_new.items():  # what rules about its agreements and uses ask
                value = getattr(owner.target.record, name) if owner.target.record is not None else value
                set_committed_value(supplier, name, owner.changes.get(name, value))
        return self._made[owner.target.key]  # type: ignore[no-any-return]


def _as_it_would_be(kind: Any, touch: Touch) -> Any:
    """The record with the changes, in no session."""
    copy, record = kind(), touch.target.record
    if record is None:
        vars(copy).update(_defaults(kind))
    else:
        for column in inspect(kind).column_attrs:
            set_committed_value(copy, column.key, getattr(record, column.key))
    assign(copy, touch.changes)
    return copy


@cache
def _defaults(kind: Any) -> Mapping[str, Any]:
    """What the fields of a record are on being stored, where nobody says anything else."""
    columns = [(column.key, column.columns[0].default) for column in inspect(kind).column_attrs]
    return {key: default.arg for key, default in columns if default is not None and default.is_scalar}


def _blame(touch: Touch, fault: RegisterError) -> None:
    """Tell the rows that asked for the field, or all rows about the record where it is no field of theirs."""
    asked: list[Line] = touch.said_by(fault.field or "") or touch.lines
    for line in {id(line): line for line in asked}.values():
        headings = [c.headings.get(fault.field or "", "") for c in line.claims if c.target.key == touch.target.key]
        line.problems.append(Problem(next(iter(headings), ""), f"{touch.target.name}: {fault.sentence}"))
