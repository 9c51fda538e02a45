"""No regular expression takes long, whatever it is given: 50,000 hostile characters within a tenth of a second."""

import re
from itertools import islice, product
from time import process_time

import pytest

from tests.release.patterns import patterns

LENGTH, MOST = 50_000, 0.1
ORDINARY = ["a", "0", " ", "\n", "\t", "-", ".", "é", "<", "{", "\ufffd"]
# Only given text that a bound before it has cut or counted; the release test of templates holds these bounds.
BOUNDED = {
    "registry/documents/filling/tables.py",
    "registry/documents/language/markup.py",
    "registry/documents/language/places.py",
    "registry/documents/language/repairing.py",
    "registry/documents/reading/xml_parts.py",
    "registry/documents/templates/blanks.py",
}
FOUND = patterns()


def hostile(pattern):
    """Long texts out of the signs of the pattern: one of them, two in turn, and with an end that does not fit."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    signs = list(dict.fromkeys([*re.findall(r"[^\\\[\](){}*+?|^$]", text), *ORDINARY]))[:24]
    units = [*signs, *("".join(pair) for pair in islice(product(signs, repeat=2), 200)), text[:40]]
    for unit in filter(None, units):
        long = unit * (LENGTH // len(unit))
        yield from (long, f"{long}!")


def slowest(found):
    """The longest that the pattern takes over one of them, in the ways in which it is used, and over which."""
    worst, pattern = (0.0, ""), found.pattern
    for text in hostile(pattern):
        given = text if isinstance(pattern.pattern, str) else text.encode()
        for way in found.ways:
            rest = ("", given) if way in ("sub", "subn") else (given,)
            start = process_time()
            result = getattr(pattern, way)(*_fitting(pattern, rest))
            if way == "finditer":
                list(result)
            worst = max(worst, (process_time() - start, f"{text[:20]!a} {way}"))
        if worst[0] > 1:
            break
    return worst


def _fitting(pattern, rest):
    return tuple(one.encode() if isinstance(pattern.pattern, bytes) and isinstance(one, str) else one for one in rest)


def test_every_pattern_is_found():
    print(f"{len(FOUND)} patterns")
    assert len(FOUND) > 35


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(one, id=f"L13 {one.module.rpartition('/')[2]} {one.pattern.pattern[:30]!a}")
        for one in FOUND
        if one.module not in BOUNDED
    ],
)
def test_a_pattern_takes_no_time(found):
    took, over = slowest(found)
    assert took <= MOST, over
