"""The database: one session class that knows its Viewer, writes only inside a Change, and keeps the history."""

from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, scoped_session

from registry import access
from registry.database import engine, history
from registry.database.changing import begin_writing, change
from registry.database.session import REPLICA, RegisterSession
from registry.model import Base

__all__ = ["RegisterSession", "begin_writing", "change", "db", "init", "let_go", "read_replica", "session_for"]

db = SQLAlchemy(model_class=Base, session_options={"class_": RegisterSession}, disable_autonaming=True)

access.watch(RegisterSession)
history.watch(RegisterSession)


def init(app: Flask) -> None:
    """Connect the app to its database and give every session the viewer of its request."""
    options = app.config["SQLALCHEMY_ENGINE_OPTIONS"]
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = engine.options(app.config["SQLALCHEMY_DATABASE_URI"], options)
    if url := app.config["REPLICA_URL"]:
        app.config["SQLALCHEMY_BINDS"] = {REPLICA: {"url": url, **engine.options(url, options)}}
    db.init_app(app)
    app.teardown_appcontext(_leave)  # goes before that of the extension
    with app.app_context():
        for one in db.engines.values():
            engine.prepare(one)


def read_replica(session: Any) -> None:
    """Let this session, which asked nothing yet, read from the replica; from the database itself where none is set."""
    if REPLICA in db.engines:
        session.info[REPLICA] = True


def let_go(session: Any) -> None:
    """Undo what this session had begun, also where its connection is broken and cannot even be told so."""
    try:
        session.rollback()
    except (SQLAlchemyError, OSError):
        (session() if isinstance(session, scoped_session) else session).invalidate()


def _leave(fault: BaseException | None) -> None:
    # The answer is made: a connection that broke since must not take it away.
    if db.session.registry.has():
        let_go(db.session)


def session_for(viewer: access.Viewer) -> Session:
    """Return the current session, bound to this viewer."""
    access.bind(db.session, viewer)
    return db.session()
