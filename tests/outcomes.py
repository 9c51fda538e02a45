"""How many cases of the catalogue of bad input ran, per section: a case has its number in front, as "W01 a page"."""

import re
from collections import defaultdict

CASE = re.compile(r"(?<!\w)([A-Z])(\d\d)(?= )")


def pytest_terminal_summary(terminalreporter):
    """Write the counts of this run below the others."""
    seen = defaultdict(lambda: (set(), {"passed": 0, "failed": 0, "skipped": 0}))
    for outcome in ("passed", "failed", "skipped"):
        for report in terminalreporter.stats.get(outcome, ()):
            for section, number in CASE.findall(report.nodeid.partition("[")[2]):
                numbers, counts = seen[section]
                numbers.add(number)
                counts[outcome] += 1
    for section, (numbers, counts) in sorted(seen.items()):
        told = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count)
        terminalreporter.write_line(f"catalogue {section}: {len(numbers)} numbers, {told}")
