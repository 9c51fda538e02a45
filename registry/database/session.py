"""The session class of the register: statements that would pass the history by are refused."""

from typing import Any, NoReturn

from flask_sqlalchemy.session import Session
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState


class PassesHistoryByError(RuntimeError):
    """A bulk statement, which no history could record; load the records and change them instead."""


REPLICA = "replica"  # the bind of a copy of the database that follows it


class RegisterSession(Session):
    """A session without the bulk verbs; one that was given to the replica reads there, and writes nowhere."""

    def get_bind(self, mapper: Any = None, clause: Any = None, bind: Any = None, **more: Any) -> Any:
        """Return where this session asks: the replica when it was given to that."""
        if bind is None and self.info.get(REPLICA):
            return self._db.engines[REPLICA]
        return super().get_bind(mapper=mapper, clause=clause, bind=bind, **more)

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise PassesHistoryByError("bulk statements leave no history")

    bulk_save_objects = _refuse
    bulk_insert_mappings = _refuse
    bulk_update_mappings = _refuse


@event.listens_for(RegisterSession, "do_orm_execute")
def _refuse_bulk(execution: ORMExecuteState) -> None:
    if execution.is_insert or execution.is_update or execution.is_delete:
        raise PassesHistoryByError("bulk statements leave no history")
