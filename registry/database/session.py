"""The session class of the register: statements that would pass the history by are refused."""

from typing import Any, NoReturn

from flask_sqlalchemy.session import Session
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState


class PassesHistoryByError(RuntimeError):
    """A bulk statement, which no history could record; load the records and change them instead."""


class RegisterSession(Session):
    """A session without the bulk verbs."""

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise PassesHistoryByError("bulk statements leave no history")

    bulk_save_objects = _refuse
    bulk_insert_mappings = _refuse
    bulk_update_mappings = _refuse


@event.listens_for(RegisterSession, "do_orm_execute")
def _refuse_bulk(execution: ORMExecuteState) -> None:
    if execution.is_insert or execution.is_update or execution.is_delete:
        raise PassesHistoryByError("bulk statements leave no history")
