"""How well annexes are read: a folder of documents, each with its expected JSON beside it, as a table per field.

`python -m tests.exchange.annexes.scoring FOLDER … [--json] [--misses]`; several folders are scored each and then
together. Beside `annex.docx` lies `annex.json`, in the
form that `read-annex --json` writes, without `found`; `{"scanned": true}` for a file that has to be refused as a scan.
Precision counts what the reader calls sure (certainty from 0.9); recall counts all that was expected, whatever the
certainty. Lists count by element, nested fields by part. What counts as the same is in documents/README.md.
"""

import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from registry.errors import RegisterError
from registry.exchange.annexes.annex_json import as_json
from registry.exchange.annexes.annex_reading import LISTS, SINGLES, SURE
from registry.exchange.annexes.paper.pdf import SCAN
from registry.exchange.annexes.reading import read_annexes

NOTHING_IS_NONE = ("placeholders", "denied")  # an empty list says no more here than that nothing was found
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


@dataclass
class Score:
    """Counts for one field: `sure` proposals, those of them that are `right`, `expected` values and those `found`."""

    sure: int = 0
    right: int = 0
    expected: int = 0
    found: int = 0
    wrong: list = field(default_factory=list)
    missed: list = field(default_factory=list)

    @property
    def precision(self):
        return self.right / self.sure if self.sure else None

    @property
    def recall(self):
        return self.found / self.expected if self.expected else None


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


def compare(name, told, expected, scores):
    """Add the outcome of one document to the scores: its annexes are matched by kind, and then in order."""
    scan(name, expected.get("scanned", False), told.get("scanned", False), scores["scanned"])
    for number, (wanted, given) in enumerate(pairs(expected.get("annexes", []), told["annexes"])):
        where = f"{name}#{number}"
        for path in SINGLES:
            single(where, path, at(wanted, path), at(given, path), given.get("found", {}), scores[path])
        for path in LISTS:
            lists = (wanted.get(path), given.get(path))
            if path in NOTHING_IS_NONE:
                lists = [one or None for one in lists]
            elements(where, path, *lists, given.get("found", {}), scores[path])


def scan(name, wanted, given, counts):
    """Count a file that is a scan, and one that is called so."""
    counts.expected += wanted
    counts.sure += given
    counts.found += wanted and given
    counts.right += wanted and given
    counts.missed += [(name, wanted, given)] * (wanted and not given)
    counts.wrong += [(name, wanted, given)] * (given and not wanted)


def pairs(expected, told):
    """Each expected annex with the one that was read for it, and each that nobody expected with nothing."""
    left = list(told)
    for wanted in expected:
        same = [one for one in left if one["kind"] == wanted["kind"]]
        products = {normal(one) for one in wanted.get("products") or []}
        best = max(same, key=lambda one: len(products & {normal(p) for p in one["products"] or []}), default=None)
        if best:
            left.remove(best)
        yield wanted, best or {"kind": wanted["kind"]}
    for extra in left:
        yield {"kind": extra["kind"]}, extra


def single(where, path, wanted, given, found, counts):
    """Count a field with one value."""
    if wanted is not None:
        counts.expected += 1
        counts.found += same(wanted, given)
        if not same(wanted, given):
            counts.missed.append((where, wanted, given))
    if given is not None and found[path]["certainty"] >= SURE:
        counts.sure += 1
        counts.right += same(wanted, given)
        if not same(wanted, given):
            counts.wrong.append((where, wanted, given))


def elements(where, path, wanted, given, found, counts):
    """Count a list by its elements; a list that is stated to be empty counts as one value."""
    if wanted == [] or given == []:
        single(where, path, [] if wanted == [] else None, [] if given == [] else None, found, counts)
    left = Counter(normal(one) for one in wanted or [])
    counts.expected += len(wanted or [])
    for number, one in enumerate(given or []):
        hit = left[normal(one)] > 0
        left[normal(one)] -= hit
        counts.found += hit
        if found[f"{path}[{number}]"]["certainty"] >= SURE:
            counts.sure += 1
            counts.right += hit
            if not hit:
                counts.wrong.append((where, None, one))
    counts.missed += [(where, one, None) for one in left.elements()]


def at(annex, path):
    """The value at a path such as "supplier.name"."""
    value = annex
    for step in path.split("."):
        value = (value or {}).get(step)
    return value


def same(wanted, given):
    return normal(wanted) == normal(given)


def normal(value):
    """A value as it is compared: texts without regard to capitals, kinds of blank and dash, and a stop at the end."""
    if isinstance(value, str):
        return " ".join(value.translate(DASHES).split()).removesuffix(".").casefold()
    if isinstance(value, dict):
        return json.dumps({key: normal(one) for key, one in sorted(value.items())}, ensure_ascii=False)
    return json.dumps(value)


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
