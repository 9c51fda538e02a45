"""How many cases of the catalogue of bad input ran, per section: a case has its number in front, as "W01 a page"."""

import re
from collections import defaultdict

CASE = re.compile(r"\[(?:\w+-)?([A-Z])(\d\d)\b")


def pytest_terminal_summary(terminalreporter):
    """Write the counts of this run below the others."""
    seen = defaultdict(lambda: (set(), {"passed": 0, "failed": 0, "skipped": 0}))
    for outcome in ("passed", "failed", "skipped"):
        for report in terminalreporter.stats.get(outcome, ()):
            if found := CASE.search(report.nodeid):
                numbers, counts = seen[found[1]]
                numbers.add(found[2])
                counts[outcome] += 1
    for section, (numbers, counts) in sorted(seen.items()):
        told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count)
        terminalreporter.write_line(f"catalogue {section}: {len(numbers)} numbers, {told}")
