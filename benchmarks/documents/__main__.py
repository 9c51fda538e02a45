"""Prints how fast papers are made: `python -m benchmarks.documents [--node] [--json] [--quick]`."""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document

from benchmarks.documents import dialects, peers, templates, values
from benchmarks.documents.floor import least
from registry.documents import compiled, fill

LEGEND = (
    "ms: a paper by documents.fill; x: how many times as fast as an engine in the same round; all medians",
    "Time is that of the processor; of the npm engines the least of that and the clock",
    "/ F3: ms against the least that Python must do (escape, encode, join, pack, zip)",
    "compiling: making a template ready, once, against one paper by docxtpl",
)
KEYS = ("ms", "docxtpl", "docxtemplater", "carbone", "f3")
NODE = (dialects.DOCXTEMPLATER, dialects.CARBONE)


@dataclass(frozen=True)
class Case:
    """A template, its values, and how often each engine makes it in one round."""

    name: str
    template: Callable[[dialects.Dialect], bytes]
    values: dict[str, Any]
    runs: int
    peer_runs: int


CASES = (
    Case("agreement", templates.agreement, values.agreement(), 200, 5),
    Case("list30", templates.supplier_list, values.supplier_list(30), 400, 10),
    Case("list300", templates.supplier_list, values.supplier_list(300), 100, 5),
    Case("list3000", templates.supplier_list, values.supplier_list(3000), 15, 1),
)


def median(make: Callable[[], bytes], runs: int) -> float:
    """The median time of a paper in milliseconds of the processor: waiting for others would only slow the slow down."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        make()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def text(content: bytes) -> list[str]:
    """The texts of the paragraphs and cells, which every engine must write alike."""
    document = Document(BytesIO(content))
    rows = ["".join(row.itertext()) for table in document.tables for row in table._tbl.tr_lst]
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text] + rows


def measured(case: Case, rounds: int, *, with_node: bool) -> dict[str, float]:
    """The medians over the rounds: ours in milliseconds, and the others as a ratio to ours in the same round."""
    template = case.template(dialects.JINJA)
    ours, theirs = (lambda: fill(template, case.values).content), peers.docxtpl(template, case.values)
    floor, wanted = least(template, case.values), text(ours())
    assert text(theirs()) == wanted
    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        f3, ms = median(floor, case.runs), median(ours, case.runs)
        docxtpl = median(theirs, case.peer_runs)
        compiling = median(lambda: compiled.__wrapped__(template), case.peer_runs)
        round_ = {"ms": ms, "docxtpl": docxtpl / ms, "f3": ms / f3, "compiling": compiling / docxtpl}
        for dialect in NODE if with_node else ():
            peer_ms, paper = peers.node(dialect.name, case.template(dialect), case.values, case.peer_runs * 2)
            assert text(paper) == wanted, dialect.name
            round_[dialect.name] = peer_ms / ms
        for name, value in round_.items():
            found.setdefault(name, []).append(value)
    return {name: round(statistics.median(several), 3) for name, several in found.items()}


def table(results: dict[str, dict[str, float]]) -> str:
    """The results for a reader."""
    lines = [f"{'':12}{'ms':>8}{'x docxtpl':>12}{'x docxtemplater':>17}{'x carbone':>12}{'/ F3':>8}{'compiling':>12}"]
    for name, of in results.items():
        peer = [f"{of[key]:.0f}" if key in of else "–" for key in ("docxtpl", "docxtemplater", "carbone")]
        rest = f"{of['f3']:>8.2f}{of['compiling']:>12.2f}"
        lines.append(f"{name:12}{of['ms']:>8.2f}{peer[0]:>12}{peer[1]:>17}{peer[2]:>12}{rest}")
    return "\n".join([*lines, "", *LEGEND])


def main() -> None:
    """Measures all cases and prints them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.documents")
    parser.add_argument("--node", action="store_true", help="ook docxtemplater en carbone, uit npm")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--quick", action="store_true", help="één ronde in plaats van vijf")
    options = parser.parse_args()
    if options.node:
        peers.install()
    results = {case.name: measured(case, 1 if options.quick else 5, with_node=options.node) for case in CASES}
    if options.json:
        print(json.dumps({case: {key: of[key] for key in KEYS if key in of} for case, of in results.items()}, indent=2))
    else:
        print(table(results))


main()
