"""Questions on the files of an agreement."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.errors import NotFound
from registry.model import AgreementFile


def attached_file(session: Any, agreement_number: int, file_number: int) -> AgreementFile:
    """Return this file of this agreement; NotFound when the file does not exist or is not this agreement's."""
    wanted = select(AgreementFile).where(
        AgreementFile.agreement_id == agreement_number, AgreementFile.file_id == file_number
    )
    attached = session.scalar(wanted.options(joinedload(AgreementFile.file)))
    if attached is None:
        raise NotFound
    return attached  # type: ignore[no-any-return]
