"""How much of the catalogue's section S is tried here: each test is named after the number that it is about."""

import re
from collections import Counter

from tests.checkout import ROOT, modules

BUILT = {"s01", "s02", "s03", "s05", "s07", "s08", "s09", "s10", "s11", "s13", "s14", "s16", "s17"}
BUILT |= {"s18", "s20", "s23", "s24", "s25", "s27"}
BUILT |= {"a09", "a10", "c07", "c09", "l01", "l11", "w05", "w20"}
NUMBERED = re.compile(r"def test_([a-z]\d\d)_")


def test_every_number_that_is_built_has_its_tests():
    files = [module for module in modules("tests") if "accounts" in module.parts]
    counts = Counter(number for file in files for number in NUMBERED.findall((ROOT / file).read_text(encoding="utf-8")))
    print(dict(sorted(counts.items())))
    assert set(counts) == BUILT
