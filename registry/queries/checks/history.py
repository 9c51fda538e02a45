"""Whether the history is whole: nothing removed, added, moved or changed by hand."""

from typing import Any

from registry.database.chain_check import check_chain
from registry.dutch import count
from registry.queries.checks.finding import Finding, told


def check_history(session: Any) -> Finding:
    """Return whether the chain of the history holds; the short mark of its end can be written down elsewhere."""
    report = check_chain(session.connection())
    lines = count(report.lines, "regel", "regels")
    if report.faults:
        return Finding(False, f"De geschiedenis ({lines}) klopt niet. {told(report.faults)}")
    erased = f" {count(report.erased, 'tekst is', 'teksten zijn')} gewist." if report.erased else ""
    return Finding(True, f"De geschiedenis is heel: {lines}, einde {report.link[:12]}.{erased}")
