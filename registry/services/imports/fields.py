"""What a row says, as the values of stored fields: cleaned by the columns themselves."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Boolean, Date, Enum, Integer

from registry import identifiers
from registry.errors import BrokenRule, InvalidIdentifier, RegisterError
from registry.exchange.lists.entry import Problem, Value
from registry.model import Agreement, CovenantEntry, Product, School, SchoolBoard, Supplier, SupplierContact, Use
from registry.model.columns import Line
from registry.model.product import Answer
from registry.services.imports.plan import Claim
from registry.services.imports.plan import Line as Row

KINDS: dict[str, Any] = {
    "supplier": Supplier,
    "contact": SupplierContact,
    "covenant": CovenantEntry,
    "product": Product,
    "agreement": Agreement,
    "use": Use,
    "school": School,
    "board": SchoolBoard,
}
RENAMED = {"board.number": "board_number", "board.rio_number": "rio"}
# Read by the finders of records, or put together with what stands there already.
ELSEWHERE = {
    "supplier.name",
    "supplier.aliases",
    "supplier.note",
    "product.name",
    "product.aliases",
    "use.schools",
    "use.note",
    "agreement.note",
    "school.board_number",
}


class Headings:
    """Which heading each field stands under, for who has to mend it."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._columns = columns
        self._by_name: dict[str, dict[str, str]] = {prefix: {} for prefix in KINDS}
        for field, heading in columns.items():
            prefix = field.partition(".")[0]
            self._by_name.setdefault(prefix, {})[_name_of(field)] = heading

    def of(self, field: str) -> str:
        """Return the heading of this field, "" where no single column fills it."""
        return self._columns.get(field, "")

    def under(self, prefix: str) -> Mapping[str, str]:
        """Return the heading of each field of this kind of record, by the name of the field."""
        return self._by_name[prefix]


def claim_fields(row: Row, claim: Claim, prefix: str, headings: Headings) -> None:
    """Put what the row says under this prefix into the claim; what cannot be stored becomes a problem of the row."""
    claim.headings = headings.under(prefix)
    values = row.entry.values
    for field, name, convert in _under(tuple(values), prefix):
        try:
            claim.fields[name] = convert(values[field])
        except RegisterError as fault:
            row.problems.append(Problem(headings.of(field), fault.sentence))


def claim_name(row: Row, claim: Claim, prefix: str, headings: Headings) -> None:
    """Put the name of a record that is to be made into the claim."""
    try:
        claim.fields["name"] = converted(KINDS[prefix], "name", claim.target.name)
    except RegisterError as fault:
        row.problems.append(Problem(headings.of(f"{prefix}.name"), fault.sentence))


def written(row: Row, field: str) -> str:
    """Return a field of the row as text, "" where it was empty."""
    value = row.entry.values.get(field)
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def names_in(row: Row, field: str) -> list[str]:
    """Return the names that a field of the row lists."""
    value = row.entry.values.get(field)
    if value is None:
        return []
    if isinstance(value, tuple):
        return [name.strip() for name in value if name.strip()]
    return [name.strip() for name in str(value).replace(";", ",").split(",") if name.strip()]


def converted(kind: Any, name: str, value: Value) -> Any:
    """Return the value as the column stores it; RegisterError, with its sentence, where it cannot."""
    return _converter(kind, name)(value)


@cache
def _converter(kind: Any, name: str) -> Callable[[Value], Any]:
    """Return what makes values fit for this column; it remembers them, since lists say the same over and over."""
    column = kind.__mapper__.column_attrs[name].columns[0].type
    # `typed`: 1 is no yes
    return lru_cache(maxsize=1024, typed=True)(lambda value: _converted(column, kind, name, value))


def _converted(column: Any, kind: Any, name: str, value: Value) -> Any:
    if isinstance(column, Enum):
        return _member(column.enum_class, value)
    impl = getattr(column, "impl_instance", column)
    if isinstance(impl, Date):
        _refuse_unless(isinstance(value, date), "Dit is geen datum.")
    elif isinstance(impl, Boolean):
        _refuse_unless(isinstance(value, bool), "Dit is geen ja of nee.")
    elif isinstance(impl, Integer):
        _refuse_unless(isinstance(value, int) and not isinstance(value, bool), "Dit is geen heel getal.")
    elif isinstance(column, Line):
        value = " ".join(str(value).split())
    if (kind, name) == (Supplier, "postcode"):
        return _postcode(str(value))
    clean = getattr(column, "clean", None)
    return clean(value, name) if clean else value


@lru_cache(maxsize=1024)  # the rows of a list fill the same fields
def _under(said: tuple[str, ...], prefix: str) -> tuple[tuple[str, str, Callable[[Value], Any]], ...]:
    """Which of these fields go into the columns of one kind of record one by one: its name there, and what fits it."""
    own = [field for field in said if field.partition(".")[0] == prefix and field not in ELSEWHERE]
    return tuple((field, _name_of(field), _converter(KINDS[prefix], _name_of(field))) for field in own)


def _name_of(field: str) -> str:
    return RENAMED.get(field, field.partition(".")[2])


def _member(kind: Any, value: Value) -> Any:
    if kind is Answer and isinstance(value, bool):
        return Answer.YES if value else Answer.NO
    try:
        return kind(value)
    except ValueError:
        raise BrokenRule(f"“{value}” is geen van: {', '.join(member.label for member in kind)}.") from None


def _refuse_unless(fits: bool, sentence: str) -> None:
    if not fits:
        raise BrokenRule(sentence)


def _postcode(value: str) -> str:
    # The supplier's own rule judges it, by country; here only its spelling is made one.
    try:
        return identifiers.postcode(value)
    except InvalidIdentifier:
        return value
