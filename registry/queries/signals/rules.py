"""Every rule, by what it looks at."""

from registry.queries.signals.agreements import AGREEMENTS_RULES, COVERAGE_RULES
from registry.queries.signals.annexes import ANNEX_RULES
from registry.queries.signals.leftovers import leftover_in_annex, leftover_in_file
from registry.queries.signals.one_agreement import OF_ONE_AGREEMENT
from registry.queries.signals.products import AFTER_THE_ANNEX, BEFORE_THE_ANNEX
from registry.queries.signals.suppliers import SUPPLIER_RULES
from registry.queries.signals.terms import TERM_RULES, retention_differs
from registry.queries.signals.uses import USE_RULES, USED_RULES

__all__ = ["FILE_RULES", "LAST_RULES", "ONE_AGREEMENT_RULES", "PRODUCT_RULES", "USED_RULES", "USE_RULES"]

FILE_RULES = (*SUPPLIER_RULES, *AGREEMENTS_RULES)
ONE_AGREEMENT_RULES = (*OF_ONE_AGREEMENT, retention_differs, leftover_in_file)
LAST_RULES = (*COVERAGE_RULES, *TERM_RULES)
PRODUCT_RULES = (*BEFORE_THE_ANNEX, *ANNEX_RULES, *AFTER_THE_ANNEX, leftover_in_annex)
