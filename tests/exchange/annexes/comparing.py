"""What was read of a document, set against what was expected of it: counts per field.

What counts as the same is in documents/README.md.
"""

import json
from collections import Counter
from dataclasses import dataclass, field

from registry.exchange.annexes.annex_reading import LISTS, SINGLES, SURE

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
