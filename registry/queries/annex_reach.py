"""What an annex version touches: the agreements that cover it."""

from typing import Any

from sqlalchemy import select

from registry.model import Agreement, AgreementAnnex, PrivacyAnnex, SecurityAnnex


def agreements_with(session: Any, annex: PrivacyAnnex | SecurityAnnex) -> list[Agreement]:
    """Return the agreements to which this version belongs, the newest first."""
    names = AgreementAnnex.privacy_annex_id if isinstance(annex, PrivacyAnnex) else AgreementAnnex.security_annex_id
    covering = select(AgreementAnnex.agreement_id).where(names == annex.id)
    return list(session.scalars(select(Agreement).where(Agreement.id.in_(covering)).order_by(Agreement.id.desc())))
