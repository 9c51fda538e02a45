"""Every rule, by what it looks at."""

from registry.queries.signals.agreements import AGREEMENTS_RULES, COVERAGE_RULES
from registry.queries.signals.annexes import ANNEX_RULES
from registry.queries.signals.one_agreement import ONE_AGREEMENT_RULES
from registry.queries.signals.products import AFTER_THE_ANNEX, BEFORE_THE_ANNEX
from registry.queries.signals.suppliers import SUPPLIER_RULES

__all__ = ["COVERAGE_RULES", "FILE_RULES", "ONE_AGREEMENT_RULES", "PRODUCT_RULES", "RULES"]

FILE_RULES = (*SUPPLIER_RULES, *AGREEMENTS_RULES)
PRODUCT_RULES = (*BEFORE_THE_ANNEX, *ANNEX_RULES, *AFTER_THE_ANNEX)
RULES = (*FILE_RULES, *ONE_AGREEMENT_RULES, *COVERAGE_RULES, *PRODUCT_RULES)
