"""What awaits the board's signature."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.errors import NotFound
from registry.model import Agreement, AgreementFile, AgreementProduct
from registry.model.agreement_lists import AgreementStatus

TO_SIGN = (AgreementStatus.READY_TO_SIGN, AgreementStatus.SENT, AgreementStatus.SIGNED_ONE_SIDE)


def awaiting_signature(session: Any) -> Sequence[Agreement]:
    """Return the agreements that lie ready and that the board has not signed, the oldest first."""
    return session.scalars(_asked().order_by(Agreement.id)).all()  # type: ignore[no-any-return]


def one_awaiting(session: Any, number: int) -> Agreement:
    """Return this agreement; NotFound when it does not await the board's signature."""
    found = session.scalars(_asked().where(Agreement.id == number)).one_or_none()
    if found is None:
        raise NotFound("Deze overeenkomst wacht niet op een handtekening.")
    return found  # type: ignore[no-any-return]


def _asked() -> Any:
    return (
        select(Agreement)
        .where(Agreement.status.in_(TO_SIGN), Agreement.board_signed_on.is_(None))
        .options(
            joinedload(Agreement.supplier),
            selectinload(Agreement.products).joinedload(AgreementProduct.product),
            selectinload(Agreement.files).joinedload(AgreementFile.file),
        )
    )
