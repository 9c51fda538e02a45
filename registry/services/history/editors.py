"""How each kind of record is edited: the right that it needs, and the verb with all its rules."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from registry.access import Right
from registry.model import PrivacyAnnex, SecurityAnnex, Use
from registry.services.agreements.agreements import edit_agreement
from registry.services.annexes.annexes import edit_annex
from registry.services.board.board import edit_board
from registry.services.board.custom_fields import edit_custom_field
from registry.services.board.statements import edit_statement
from registry.services.suppliers.products import edit_product
from registry.services.suppliers.suppliers import edit_supplier
from registry.services.uses.schools import edit_school
from registry.services.uses.uses import edit_use

Edit = Callable[[Any, Any, dict[str, Any]], Any]


@dataclass(frozen=True)
class Editor:
    """Which right it takes, and what saves these fields of the record under all its rules."""

    right: Right
    edit: Edit


def _edit_use(session: Any, use: Use, fields: dict[str, Any]) -> Any:
    return edit_use(session, use.id, use.version, fields, [row.module_id for row in use.modules])


def _numbered(verb: Callable[..., Any]) -> Edit:
    return lambda session, record, fields: verb(session, record.id, record.version, fields)


def _annex(kind: Any) -> Edit:
    return lambda session, annex, fields: edit_annex(session, kind, annex.id, annex.version, fields)


EDITORS = {
    "supplier": Editor(Right.EDIT_REGISTER, _numbered(edit_supplier)),
    "product": Editor(Right.EDIT_REGISTER, _numbered(edit_product)),
    "privacy_annex": Editor(Right.EDIT_REGISTER, _annex(PrivacyAnnex)),
    "security_annex": Editor(Right.EDIT_REGISTER, _annex(SecurityAnnex)),
    "agreement": Editor(Right.EDIT_REGISTER, _numbered(edit_agreement)),
    "statement": Editor(Right.EDIT_REGISTER, _numbered(edit_statement)),
    "use": Editor(Right.EDIT_USES, _edit_use),
    "school": Editor(Right.SET_UP, _numbered(edit_school)),
    "school_board": Editor(Right.SET_UP, lambda session, board, fields: edit_board(session, board.version, fields)),
    "custom_field": Editor(Right.SET_UP, _numbered(edit_custom_field)),
}
"""By table; the history of any other record cannot be taken back."""
