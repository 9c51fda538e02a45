"""Whether the register is well: for a proxy, a container or a service that starts it again when it is not."""

from flask import Blueprint, Response, current_app
from sqlalchemy.exc import SQLAlchemyError

from registry.access import is_public
from registry.database import db
from registry.errors import Unavailable
from registry.queries.checks.schema import check_schema

WELL, NOT_WELL = "goed\n", "niet goed\n"

blueprint = Blueprint("health", __name__)


@blueprint.get("/gezond")
@is_public
def show() -> Response:
    """Say in one word whether the database answers with the schema of this version; why not stands in the log."""
    is_well = _is_well()
    return Response(
        WELL if is_well else NOT_WELL,
        200 if is_well else 503,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )


def _is_well() -> bool:
    try:
        finding = check_schema(db.session)
    except (SQLAlchemyError, Unavailable) as fault:
        current_app.logger.error("not well", exc_info=fault)
        return False
    if not finding.is_good:
        current_app.logger.error("not well: %s", finding.sentence)
    return finding.is_good
