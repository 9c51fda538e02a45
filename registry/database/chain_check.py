"""Recalculates the chain of the history: a changed, removed, added or moved line is told by its number."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from registry.database.chain import ERASURE, FIRST_LINK, TEXTS, erased_texts, is_erased, link_of, pseudonym
from registry.model import AuditChain, AuditEvent

AT_ONCE = 1000


@dataclass
class ChainReport:
    """What the recalculation found: how many lines, where they end, how many texts were erased, and what is wrong."""

    lines: int = 0
    link: str = FIRST_LINK
    erased: int = 0
    admitted: int = 0  # erased texts that the history itself tells of
    faults: list[str] = field(default_factory=list)


def check_chain(connection: Connection) -> ChainReport:
    """Return what is found in the whole history, read a thousand lines at a time."""
    report, last = ChainReport(), 0
    for line in _lines(connection):
        if line["id"] != last + 1:
            report.faults.append(_gap(last + 1, line["id"] - 1))
        elif not _fits(report.link, line):
            report.faults.append(f"Regel {line['id']} is veranderd of verplaatst.")
        _count_erased(report, line)
        report.lines, report.link, last = report.lines + 1, line["link"], line["id"]
    _check_end(connection, report, last)
    return report


def _lines(connection: Connection) -> Iterator[Any]:
    everything = select(AuditEvent.__table__).order_by(AuditEvent.id).execution_options(yield_per=AT_ONCE)
    with connection.execute(everything) as found:  # closes the server's cursor too
        yield from found.mappings()


def _fits(before: str, line: Any) -> bool:
    if line["seals"].count(" ") != len(TEXTS) - 1:
        return False
    left = {"who": pseudonym(line["account_id"]), "why": "", "old": "", "new": ""}
    is_gone = all(line[name] == left[name] for name in erased_texts(line["seals"]))
    return is_gone and link_of(before, line) == line["link"]


def _count_erased(report: ChainReport, line: Any) -> None:
    report.erased += sum(is_erased(seal) for seal in line["seals"].split(" "))
    if line["action"] == ERASURE and line["new"].isascii() and line["new"].isdigit():
        report.admitted += int(line["new"])


def _gap(first: int, last: int) -> str:
    if last < first:
        return f"Regel {last + 1} staat niet op zijn plaats."
    return f"Regel {first} ontbreekt." if first == last else f"De regels {first} tot en met {last} ontbreken."


def _check_end(connection: Connection, report: ChainReport, last: int) -> None:
    end = connection.execute(select(AuditChain.last_id, AuditChain.link)).first()
    if end is None:
        report.faults.append("Het einde van de geschiedenis is weggehaald.")
    elif end.last_id > last:
        report.faults.append(_gap(last + 1, end.last_id))
    elif end.last_id < last:
        report.faults.append(f"Na regel {end.last_id} zijn regels toegevoegd.")
    elif end.link != report.link:
        report.faults.append("Het einde van de geschiedenis is veranderd.")
    if report.erased != report.admitted:
        report.faults.append(
            f"Er zijn {report.erased} teksten gewist; de geschiedenis zelf noemt er {report.admitted}."
        )
