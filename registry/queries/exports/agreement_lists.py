"""The list of agreements, with the products that each covers."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select

from registry.model import Agreement, Product, Supplier
from registry.model.agreement import AgreementProduct
from registry.queries.exports.list_rows import Column, ListRows, joined, list_rows
from registry.queries.exports.supplier_lists import BY_SUPPLIER, WHOSE, Where


def agreements_list(session: Any, *where: Where, order: Sequence[Any] = (*BY_SUPPLIER, Agreement.id)) -> ListRows:
    """Return the agreements, by supplier and as they were entered; several products stand in one cell."""
    columns = (
        *WHOSE,
        Column("product.name", Agreement.id, joined(_products(session))),
        Column("agreement.status", Agreement.status),
        Column("agreement.arrangement", Agreement.arrangement),
        Column("agreement.model_version", Agreement.model_version),
        Column("agreement.reference", Agreement.reference),
        Column("agreement.main_contract", Agreement.main_contract),
        Column("agreement.starts_on", Agreement.starts_on),
        Column("agreement.ends_on", Agreement.ends_on),
        Column("agreement.renewal", Agreement.renewal),
        Column("agreement.notice_months", Agreement.notice_months),
        Column("agreement.ended_on", Agreement.ended_on),
        Column("agreement.conclusion_mode", Agreement.conclusion_mode),
        Column("agreement.channel", Agreement.channel),
        Column("agreement.board_signed_on", Agreement.board_signed_on),
        Column("agreement.supplier_signed_on", Agreement.supplier_signed_on),
        Column("agreement.reason", Agreement.reason),
        Column("agreement.note", Agreement.note),
    )

    def narrow(asked: Select[Any]) -> Select[Any]:
        return asked.join_from(Supplier, Agreement).where(*where).order_by(*order)

    return list_rows(session, "Overeenkomsten", columns, narrow)


def _products(session: Any) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    covered = select(AgreementProduct.agreement_id, Product.name).join(AgreementProduct.product)
    for number, name in session.execute(covered.order_by(AgreementProduct.id)):
        found.setdefault(number, []).append((name,))
    return found
