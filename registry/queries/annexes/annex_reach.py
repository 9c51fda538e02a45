"""What an annex version touches: the agreements that cover it, and the schools that use its product."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.model import Agreement, AgreementAnnex, PrivacyAnnex, SecurityAnnex, Use


def agreements_with(session: Any, annex: PrivacyAnnex | SecurityAnnex) -> list[Agreement]:
    """Return the agreements to which this version belongs, the newest first."""
    names = AgreementAnnex.privacy_annex_id if isinstance(annex, PrivacyAnnex) else AgreementAnnex.security_annex_id
    covering = select(AgreementAnnex.agreement_id).where(names == annex.id)
    return list(session.scalars(select(Agreement).where(Agreement.id.in_(covering)).order_by(Agreement.id.desc())))


def uses_under(session: Any, annex: PrivacyAnnex | SecurityAnnex, on: date) -> list[Use]:
    """Return the uses of its product that run on this date or still have to start, by the name of the school."""
    uses = session.scalars(select(Use).where(Use.product_id == annex.product_id).options(joinedload(Use.school)))
    return sorted((use for use in uses if not use.is_over(on)), key=lambda use: use.school.name.casefold())
