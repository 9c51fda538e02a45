"""How well annexes are read: a folder of documents, each with its expected JSON beside it, as a table per field.

`python -m tests.exchange.annexes.scoring FOLDER … [--json] [--misses]`; several folders are scored each and then
together. Beside `annex.docx` lies `annex.json`, in the
form that `read-annex --json` writes, without `found`; `{"scanned": true}` for a file that has to be refused as a scan.
Precision counts what the reader calls sure (certainty from 0.9); recall counts all that was expected, whatever the
certainty. Lists count by element, nested fields by part. What counts as the same is in documents/README.md.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from registry.errors import RegisterError
from registry.exchange.annexes.annex_json import as_json
from registry.exchange.annexes.annex_reading import LISTS, SINGLES
from registry.exchange.annexes.paper.pdf import SCAN
from registry.exchange.annexes.reading import read_annexes
from tests.exchange.annexes.comparing import Score, compare


def score(folder):
    """The score per field over all documents of a folder that have an expectation."""
    scores = defaultdict(Score)
    for path in sorted(folder.iterdir()):
        expected = path.with_suffix(".json")
        if path.suffix.lower() in (".docx", ".pdf") and expected.is_file():
            compare(path.name, read(path), json.loads(expected.read_text(encoding="utf-8")), scores)
    return scores


def read(path):
    """What the reader says of a file; nothing where it refuses, and that it is a scan where it says so."""
    try:
        return as_json(read_annexes(path.name, path.read_bytes()))
    except RegisterError as refused:
        return {"annexes": [], "scanned": str(refused) == SCAN}


def table(scores):
    """The lines of the table, a field each and all together last."""
    total = Score()
    lines = [f"{'field':<22}{'sure':>6}{'right':>6}{'prec.':>8}{'exp.':>6}{'found':>6}{'recall':>8}"]
    for path in ("scanned", *SINGLES, *LISTS):
        one = scores[path]
        lines.append(line(path, one))
        for name in ("sure", "right", "expected", "found"):
            setattr(total, name, getattr(total, name) + getattr(one, name))
    return [*lines, line("all", total)]


def line(path, one):
    def share(value):
        return "–" if value is None else f"{value:.3f}"

    return (
        f"{path:<22}{one.sure:>6}{one.right:>6}{share(one.precision):>8}"
        f"{one.expected:>6}{one.found:>6}{share(one.recall):>8}"
    )


def together(each):
    """The scores of several folders as those of one."""
    whole = defaultdict(Score)
    for scores in each:
        for path, one in scores.items():
            for name, value in vars(one).items():
                setattr(whole[path], name, getattr(whole[path], name) + value)
    return whole


def counts(scores):
    """The scores as they are written with --json."""
    fields = ("sure", "right", "expected", "found", "precision", "recall")
    return {path: {name: getattr(one, name) for name in fields} for path, one in scores.items()}


def misses(scores):
    """A line for each value that was sure and wrong, or expected and not found."""
    for path, one in scores.items():
        for word, cases in (("WRONG", one.wrong), ("MISSED", one.missed)):
            for where, wanted, given in cases:
                yield f"{word} {path} {where}: expected {wanted!r}, read {given!r}"


def main(arguments):
    """Print a table per folder and one of all, with --json as JSON, with --misses also what went wrong."""
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    each = {str(folder): score(folder) for folder in folders}
    if len(folders) > 1:
        each["together"] = together(each.values())
    if "--json" in arguments:
        written = {name: counts(scores) for name, scores in each.items()}
        print(json.dumps(written if len(folders) > 1 else next(iter(written.values()))))
        return
    for name, scores in each.items():
        print("\n".join([*([name] if len(folders) > 1 else []), *table(scores)]))
        if "--misses" in arguments and name != "together":
            print("\n".join(misses(scores)))


if __name__ == "__main__":
    main(sys.argv[1:])
