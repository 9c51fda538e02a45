"""Makes the plan of an import: each row read, all rows put together, the rules asked; nothing is written."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from registry.exchange.lists.entry import Entry, ListKind
from registry.queries.collecting import no_search_for_cycles
from registry.services.imports.arrangements import sort_arrangements
from registry.services.imports.choices import Choices
from registry.services.imports.combining import combine
from registry.services.imports.covenant_rows import CovenantRows
from registry.services.imports.fields import Headings
from registry.services.imports.judging import Judge
from registry.services.imports.known import Known, read_known
from registry.services.imports.own_lists import own_rows
from registry.services.imports.plan import Action, Plan, Touch
from registry.services.imports.register_rows import Own, RegisterRows
from registry.services.imports.school_rows import BoardRows, SchoolRows, of_our_board
from registry.services.imports.supplier_rows import SupplierRows
from registry.services.imports.tables import Chosen
from registry.services.imports.word_questions import answered_words

NONE_OF_OURS: Own = {}


def plan_tables(session: Any, tables: Chosen, choices: Choices, on: date) -> Plan:
    """Return what these tables come to beside the register as it stands on this date."""
    with no_search_for_cycles():
        own = own_rows(session, tables.parts, on) if tables.kind is ListKind.REGISTER else {}
        return plan_entries(session, tables.kind, tables.entries(), tables.headings, choices, on, own)


def plan_entries(
    session: Any,
    kind: ListKind,
    entries: Sequence[Entry],
    headings: Headings,
    choices: Choices,
    on: date,
    own: Own = NONE_OF_OURS,
) -> Plan:
    """Return what these entries come to beside the register as it stands on this date.

    `own` holds the rows of our own lists beside what these lists would say today.
    BrokenRule, at the field "board_number", where a list of many boards does not say which is ours.
    """
    known = read_known(session)
    with session.no_autoflush:
        told, asked = answered_words(entries, choices.answers)
        plan = _read(known, kind, told, headings, choices, on, own)
        places = {id(entry): place for place, entry in enumerate(told)}
        for line in plan.lines:
            line.questions[:0] = asked.get(places.get(id(line.entry), -1), ())
        plan.touches = _agreed(session, known, plan)
        _tell(plan)
    return plan


def _read(
    known: Known, kind: ListKind, entries: Sequence[Entry], headings: Headings, choices: Choices, on: date, own: Own
) -> Plan:
    if kind is ListKind.COVENANT:
        rows = CovenantRows(known, choices, headings, on)
        lines, left_out = rows.read_all(entries)
        return Plan(kind, lines, [], left_out, rows.missing())
    if kind is ListKind.SCHOOLS:
        ours, left_out = of_our_board(entries, "school.board_number", known, choices)
        schools = SchoolRows(known, choices.answers, headings)
        return Plan(kind, [schools.read(entry) for entry in ours], [], left_out)
    if kind is ListKind.BOARDS:
        ours, left_out = of_our_board(entries, "board.number", known, choices)
        boards = BoardRows(known, headings)
        return Plan(kind, [boards.read(entry) for entry in ours], [], left_out)
    if kind is ListKind.REGISTER:
        register = RegisterRows(known, choices, headings, on, own)
        return Plan(kind, [register.read(entry) for entry in entries], [])
    suppliers = SupplierRows(known, kind, choices, headings, on)
    lines = [suppliers.read(entry) for entry in entries]
    sort_arrangements(lines, choices.answers)
    return Plan(kind, lines, [])


def _agreed(session: Any, known: Known, plan: Plan) -> list[Touch]:
    """The touches that the rows agree on and the rules let through; each time round, rows that cannot stay fall out."""
    while True:
        touches, contradict = combine(plan.lines, plan.kind)
        judge = Judge(session, known, touches)
        broken = [touch for touch in touches if not judge.judge(touch)]
        if not contradict and not broken:
            return touches


def _tell(plan: Plan) -> None:
    """Give each line its action, and the fields that are other by it."""
    touches = {touch.target.key: touch for touch in plan.touches}
    for line in plan.lines:
        if line.needs_attention:
            line.action = Action.ATTENTION
            continue
        touched = [(touches[claim.target.key], claim) for claim in line.claims]
        for touch, claim in touched:
            other = [name for name in (*claim.fields, *claim.texts) if name in touch.changes]
            other += claim.rows
            if other:
                line.changed.append((touch, tuple(other)))
        is_new = any(touch.is_new for touch, _ in touched)
        line.action = Action.NEW if is_new else Action.CHANGED if line.changed else Action.SAME
