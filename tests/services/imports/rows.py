"""Entries as the reader of lists gives them, by hand."""

from dataclasses import replace
from datetime import date

from registry.database import change
from registry.exchange.lists.entry import Entry, ListKind
from registry.services.imports.choices import Choices
from registry.services.imports.fields import Headings
from registry.services.imports.planning import plan_entries
from registry.services.imports.writing import Writer

ON = date(2026, 11, 1)
SINCE = date(2026, 8, 1)


def entry(row, **said):
    """Return an entry; `supplier_name="De Kade"` stands for the field supplier.name."""
    values = {name.replace("_", ".", 1): value for name, value in said.items()}
    return Entry("Blad1", row, values)


def plan(session, *entries, kind=ListKind.SUPPLIERS, **choices):
    """Return the plan of these entries."""
    headings = Headings({field: field for one in entries for field in one.values})
    return plan_entries(session, kind, entries, headings, replace(Choices(since=SINCE, source="lijst"), **choices), ON)


def take_over(session, *entries, **how):
    """Write what these entries come to, and return the plan."""
    with change(session, "import"):
        made = plan(session, *entries, **how)
        Writer(session).write(made)
    return made


def actions(made):
    """Return the action of each line by its row."""
    return {line.entry.row: line.action.value for line in made.lines}


def sentences(made):
    """Return what is wrong with each line."""
    return [problem.sentence for line in made.lines for problem in line.problems]
