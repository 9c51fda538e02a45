"""A plan as plain values, for programs: the kind, the columns, and what each row comes to."""

from typing import Any

from registry.services.imports.plan import Line, Plan
from registry.services.imports.tables import Chosen
from registry.services.imports.words import differences


def as_plain(session: Any, chosen: Chosen, plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON holds it: `kind`, `columns`, `rows`, and how many rows were left out."""
    columns = [
        {"heading": one.heading, "field": one.field, "reason": one.reason, "certainty": round(one.certainty, 2)}
        for _, reading in chosen.parts
        for one in reading.columns
    ]
    return {
        "kind": plan.kind.value,
        "columns": columns,
        "rows": [_row(session, line) for line in plan.lines],
        "counts": plan.counts,
        "missing": plan.missing,
    }


def _row(session: Any, line: Line) -> dict[str, Any]:
    problems: list[dict[str, Any]] = [{"column": one.column, "sentence": one.sentence} for one in line.problems]
    for question in line.questions:
        if not question.answer:
            options = {option.value: option.label for option in question.options}
            problems.append({"column": "", "sentence": question.sentence, "code": question.code, "answers": options})
    return {
        "row": line.entry.row,
        "sheet": line.entry.sheet,
        "action": line.action.value,
        "record": line.names,
        "fields": [
            {"record": name, "field": one.label, "old": one.old, "new": one.new}
            for name, one in differences(session, line)
        ],
        "problems": problems,
        "remarks": [{"column": one.column, "sentence": one.sentence} for one in line.remarks],
    }
