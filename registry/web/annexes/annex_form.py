"""What the forms of both kinds of annex share, and the small forms with which a version is accepted or withdrawn."""

from typing import Any

from flask import request
from wtforms import FieldList

from registry.model import PrivacyAnnex, Product
from registry.web.forms import RegisterForm, fields


class AnnexForm(RegisterForm):
    """Which version of which paper it is; both kinds of annex have the same three fields."""

    edition = fields.line(PrivacyAnnex.edition, help="Zoals de leverancier die noemt. Bijvoorbeeld: 2.1.")
    dated = fields.day(PrivacyAnnex.dated, help="De datum die op de bijlage staat.")
    source = fields.line(
        PrivacyAnnex.source,
        label="Waar de bijlage vandaan komt",
        help="Het webadres, of bijvoorbeeld: per e-mail van de leverancier.",
    )

    def __init__(self, product: Product, **given: Any) -> None:
        self.product = product
        super().__init__(**given)

    def holds(self, *names: str) -> bool:
        """Return whether one of these fields has a value or an error, or got a row just now."""
        return any(_has_something(self._fields[name]) or request.form.get("more") == name for name in names)


class AcceptForm(RegisterForm):
    """The first day on which a version holds."""

    on = fields.day(PrivacyAnnex.accepted_on, required=True, help="De eerste dag waarop deze versie geldt.")


class WithdrawForm(RegisterForm):
    """Only the version of the proposal that its reader saw."""


def _has_something(field: Any) -> bool:
    if isinstance(field, FieldList):
        return bool(field.errors) or any(not entry.form.is_blank for entry in field.entries)
    return bool(field.errors) or (bool(field.data) and field.data != field.default)
