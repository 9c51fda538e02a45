"""Figures for who watches the register, as Prometheus reads them; only for who knows the key of the settings."""

import os
from datetime import date
from hmac import compare_digest
from time import time

from flask import Blueprint, Response, abort, current_app, request

import registry
from registry.access import BUILT_IN, is_public
from registry.database import session_for
from registry.queries.checks.figures import backup_made_at, database_bytes, digests_waiting
from registry.web.watching.measures import CONTENT_TYPE, gauge

STARTED = time()

blueprint = Blueprint("figures", __name__)


@blueprint.get("/meetwaarden")
@is_public
def show() -> Response:
    """Give the figures; while no key is set there is nothing here."""
    key = str(current_app.config["METRICS_KEY"]) or abort(404)
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not compare_digest(given.encode(), key.encode()):
        abort(404)  # as for whoever has no key: nothing to try keys on
    lines = [*current_app.extensions["measures"].lines(), *_of_process(), *_of_register()]
    return Response("\n".join(lines) + "\n", content_type=CONTENT_TYPE, headers={"Cache-Control": "no-store"})


def _of_process() -> list[str]:
    told = {"version": registry.__version__, "process": str(os.getpid())}
    return [
        *gauge("register_info", "The version, and the number of this process.", 1, told),
        *gauge("process_start_time_seconds", "When this process started, in seconds since 1970.", STARTED),
    ]


def _of_register() -> list[str]:
    session = session_for(BUILT_IN)
    waiting = digests_waiting(session, date.today())
    lines = [
        *gauge("register_database_bytes", "How large the database is.", database_bytes(session)),
        *gauge("register_digests_waiting", "Accounts that asked for a digest and had none this week.", waiting),
    ]
    folder = current_app.config["BACKUP_FOLDER"]
    made_at = backup_made_at(current_app.config["INSTANCE"].root / folder) if folder else None
    if made_at is not None:
        lines += gauge("register_backup_age_seconds", "How old the newest backup is.", max(0.0, time() - made_at))
    return lines
