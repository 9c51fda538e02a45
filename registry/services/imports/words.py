"""What an import changes, in words: a field before and after, for the page that shows it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from registry.queries.history.values import value_words
from registry.services.imports.combining import field_label
from registry.services.imports.plan import Difference, Line, Plan, Touch

PLURALS = {
    "school_board": ("bestuur", "besturen"),
    "school": ("school", "scholen"),
    "supplier": ("leverancier", "leveranciers"),
    "covenant_entry": ("stand in het convenant", "standen in het convenant"),
    "product": ("product", "producten"),
    "agreement": ("overeenkomst", "overeenkomsten"),
    "use": ("gebruik op een school", "gebruiken op een school"),
}
NEUTER = {"school_board", "product", "use"}
ROW_LABELS = {"aliases": "Andere naam", "contacts": "Contact", "products": "Product in de overeenkomst"}


def differences(session: Any, line: Line) -> Iterator[tuple[str, Difference]]:
    """Yield the name of each record with a field that this line fills or changes, old and new."""
    for touch, names in line.changed:
        for name in names:
            if touch.is_new and touch.changes.get(name) == touch.target.name:
                continue  # who it is, the row says already
            yield touch.target.name, _difference(session, touch, name)


def records(plan: Plan) -> list[str]:
    """Return how many records of which kind are made and changed: "2 nieuwe producten", "1 gewijzigde school"."""
    made = Counter((touch.target.kind, touch.is_new) for touch in plan.touches if touch.does_something)
    return [
        f"{number} {'nieuw' if is_new else 'gewijzigd'}{_ending(kind, number)} {PLURALS[kind][number != 1]}"
        for (kind, is_new), number in made.items()
    ]


def _ending(kind: str, number: int) -> str:
    return "" if number == 1 and kind in NEUTER else "e"


def stored(value: Any) -> str:
    """Return a value as the history writes it."""
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return " ".join(str(each) for each in value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _difference(session: Any, touch: Touch, name: str) -> Difference:
    if name in touch.rows:
        return Difference(ROW_LABELS[name], "", "; ".join(map(_row_words, touch.rows[name])))
    table, record = touch.target.kind, touch.target.record
    old = value_words(session, table, name, stored(getattr(record, name))) if record is not None else ""
    return Difference(
        field_label(touch.target, name), old, value_words(session, table, name, stored(touch.changes[name]))
    )


def _row_words(row: Mapping[str, Any]) -> str:
    if "kind" in row:
        return ", ".join(filter(None, [row["kind"].label, *(row.get(one) for one in ("function", "email", "phone"))]))
    return str(row["name"])
