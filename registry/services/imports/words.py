"""What an import changes, in words: a field before and after, for the page that shows it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from registry.dutch import count
from registry.queries.history.values import value_words
from registry.services.imports.combining import field_label
from registry.services.imports.plan import Action, Difference, Line, Plan, Touch

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


def about(line: Line) -> list[str]:
    """Return whom a row is about, for the page: several uses of one product by their number."""
    uses = [claim.target for claim in line.claims if claim.target.kind == "use"]
    if len(uses) < 2:
        return line.names
    others = [claim.target.name for claim in line.claims if claim.target.kind != "use"]
    return [*others, f"gebruik op {len(uses)} scholen"]


def told_together(session: Any, line: Line) -> dict[str, list[Difference]]:
    """Return what `differences` tells by record, for the page: what changes alike in several uses stands there once."""
    schools = {one.target.name: one.target.refs["school"].name for one, _ in line.changed if one.target.kind == "use"}
    alike: dict[Difference, list[str]] = {}
    told: dict[str, list[Difference]] = {}
    for name, difference in differences(session, line):
        if name in schools:
            alike.setdefault(difference, []).append(name)
        else:
            told.setdefault(name, []).append(difference)
    for difference, names in alike.items():
        several = f"{len(names)} scholen ({', '.join(schools[name] for name in names)})"
        told.setdefault(names[0] if len(names) == 1 else f"gebruik op {several}", []).append(difference)
    return told


def skipped(plan: Plan) -> list[dict[str, Any]]:
    """Return the rows that need attention as plain values: `row`, `sheet`, `about` and, in `why`, the sentences."""
    return [
        {
            "row": line.entry.row,
            "sheet": line.entry.sheet,
            "about": list(dict.fromkeys(about(line) or _said(line))),
            "why": [
                *(f"{one.column}: {one.sentence}" if one.column else one.sentence for one in line.problems),
                *(one.sentence for one in line.questions if not one.answer),
            ],
        }
        for line in plan.of(Action.ATTENTION)
    ]


def _said(line: Line) -> list[str]:
    values = line.entry.values
    return [str(values[field]) for field in ("supplier.name", "product.name", "school.name") if field in values]


def assumed(plan: Plan) -> list[str]:
    """Return what the register fills in of which the list says nothing, in sentences."""
    new = [touch for touch in plan.touches if touch.target.kind == "supplier" and touch.is_new]
    silent = [touch for touch in new if "role" not in touch.changes]
    if not silent:
        return []
    who = count(len(silent), "nieuwe leverancier krijgt", "nieuwe leveranciers krijgen")
    return [
        f"{who} de rol “verwerker”, want de lijst zegt niets over hun rol. Klopt dat niet, wijzig dan de leverancier."
    ]


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
    old = value_words(session.get, table, name, stored(getattr(record, name))) if record is not None else ""
    return Difference(
        field_label(touch.target, name), old, value_words(session.get, table, name, stored(touch.changes[name]))
    )


def _row_words(row: Mapping[str, Any]) -> str:
    if "kind" in row:
        return ", ".join(filter(None, [row["kind"].label, *(row.get(one) for one in ("function", "email", "phone"))]))
    return str(row["name"])
