"""Says of a table which kind of list it is and which field each column fills, with the reason: a proposal."""

from collections.abc import Mapping
from dataclasses import replace

from registry.errors import UnknownCode
from registry.exchange.lists.column_fields import Candidate, by_contents, by_heading
from registry.exchange.lists.entry import Column, ListKind, Reading
from registry.exchange.lists.fields import fields, plain, word_set
from registry.exchange.lists.kinds import cross_columns, kind_of, why_matrix
from registry.exchange.lists.matrices import CROSSES, matrix_columns
from registry.exchange.tables.table import Table

ROOMS = {
    ListKind.SUPPLIERS: ("supplier", "contact", "covenant", "product", "agreement", "use", "annex"),
    ListKind.MATRIX: ("supplier", "contact", "covenant", "product", "agreement", "use", "annex"),
    ListKind.RECIPIENTS: ("annex", "use"),
    ListKind.SCHOOLS: ("school", "board"),
    ListKind.BOARDS: ("board",),
    ListKind.COVENANT: ("supplier", "contact", "covenant", "product"),
    ListKind.REGISTER: ("supplier", "contact", "covenant", "product", "agreement", "use", "annex", "school", "board"),
}


def recognise(table: Table, kind: ListKind | None = None) -> Reading:
    """Return what a table seems to be; `kind` is what a person chose.

    A field that takes one column gets one: of two that could fill it the surest, then the first. A column that we do
    not know, or that we never take over (numbers of other systems, RSIN), has the field "".
    """
    found, reason = (kind, "zelf gekozen") if kind else kind_of(table)
    crosses = cross_columns(table) if found in (ListKind.MATRIX, ListKind.RECIPIENTS) else []
    if kind is ListKind.MATRIX and crosses:
        reason = why_matrix(crosses)  # true whoever chose: a person, or the names of schools that the register knows
    special = matrix_columns(table, found, crosses) if crosses else {}
    columns = {column.index: column for column in special.values()}
    single = {column.field for column in columns.values()} - {"use.schools" if crosses else ""}
    columns |= _assigned(table, found, set(columns), single)
    return Reading(found, reason, tuple(columns[index] for index in range(len(table.headings))))


def remapped(reading: Reading, table: Table, chosen: Mapping[int, str]) -> Reading:
    """Return `reading` with the fields that a person chose for columns, "" for none; UnknownCode for no such field.

    Another column that filled a chosen field gives it up, unless the field takes more columns.
    """
    for index, code in chosen.items():
        if (code and code not in fields()) or index not in range(len(table.headings)):
            raise UnknownCode(f"Het veld “{code}” bestaat niet.")
    columns = tuple(_with(column, chosen) for column in reading.columns)
    return replace(reading, columns=columns)


def _with(column: Column, chosen: Mapping[int, str]) -> Column:
    if column.index in chosen:
        return replace(column, field=chosen[column.index], reason="zelf gekozen", certainty=1.0)
    if column.field in chosen.values() and fields()[column.field].columns == 1 and column.reason != CROSSES:
        return replace(column, field="", reason="een andere kolom is gekozen", certainty=0.0)
    return column


def _assigned(table: Table, kind: ListKind, taken: set[int], single: set[str]) -> dict[int, Column]:
    """Return a column for each place that is not taken: the surest candidates choose first."""
    left = [index for index in range(len(table.headings)) if index not in taken]
    candidates = [(index, one) for index in left for one in _candidates(table, kind, index)]
    counts = dict.fromkeys(single, 99)
    given: dict[int, Column] = {}
    clash: dict[int, str] = {}
    for index, one in sorted(candidates, key=lambda pair: (-pair[1].certainty, pair[0])):
        if index in given:
            continue
        if counts.get(one.field, 0) < fields()[one.field].columns:
            counts[one.field] = counts.get(one.field, 0) + 1
            given[index] = Column(index, table.headings[index], one.field, one.reason, one.certainty)
        else:
            clash.setdefault(index, f"een andere kolom vult “{fields()[one.field].label}” al")
    return given | {index: _unused(table, index, clash) for index in left if index not in given}


def _unused(table: Table, index: int, clash: Mapping[int, str]) -> Column:
    heading = table.headings[index]
    ignored = is_ignored(heading)
    reason = (
        "nemen wij niet over" if ignored else clash.get(index, "deze kop kennen wij niet" if heading else "zonder kop")
    )
    return Column(index, heading, "", reason, 0.0)


def _candidates(table: Table, kind: ListKind, index: int) -> list[Candidate]:
    heading = table.headings[index]
    if is_ignored(heading):
        return []
    found = [one for one in by_heading(heading) if one.field.partition(".")[0] in ROOMS[kind]]
    return found or [one for one in by_contents(table, index) if one.field.partition(".")[0] in ROOMS[kind]]


def is_ignored(heading: str) -> bool:
    """Tell whether a column with this heading is never taken over."""
    name = plain(heading)
    return name in word_set("ignored") or "correspondentieadres" in name
