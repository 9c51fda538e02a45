"""The forms with which a supplier or a product is taken out of use, and brought back."""

from datetime import date

from registry.model import Supplier
from registry.web.forms import RegisterForm, fields


class RetireForm(RegisterForm):
    """The day from which it is out of use."""

    on = fields.day(Supplier.retired_on, "Niet meer in gebruik vanaf", required=True)

    def __init__(self) -> None:
        super().__init__(data={"on": date.today()})


class BringBackForm(RegisterForm):
    """Nothing but the button."""
