"""Which products count: those that a school uses, or is going to use."""

from datetime import date
from typing import Any

from registry.model import Product, Use


def is_used(on: date) -> Any:
    """Return the condition that a school which the viewer sees uses this product on this date, or later."""
    return Product.uses.any(Use.not_over_on(on))
