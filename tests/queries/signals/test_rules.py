"""A rule and what is said of it belong together."""

from registry.queries.signals.rules import (
    FILE_RULES,
    LAST_RULES,
    ONE_AGREEMENT_RULES,
    PRODUCT_RULES,
    USE_RULES,
    USED_RULES,
)
from registry.queries.signals.statements import STATEMENT_RULES
from registry.reference import load

RULES = (*FILE_RULES, *ONE_AGREEMENT_RULES, *LAST_RULES, *PRODUCT_RULES, *USED_RULES, *USE_RULES, *STATEMENT_RULES)


def test_every_code_has_its_rule_and_every_rule_its_code():
    assert sorted(rule.__name__ for rule in RULES) == sorted(load().signals)


def test_no_kind_is_silent_about_why_it_matters():
    assert [kind.code for kind in load().signals.values() if not kind.why.endswith(".")] == []
