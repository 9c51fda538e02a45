"""The API for other systems, `/api/v1`: the same questions and verbs as the screens, by key."""

from collections.abc import Callable

from flask import Blueprint, Flask
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from registry.access import needs
from registry.api import door, openapi, problems
from registry.api.operations import Answer, Operation
from registry.api.resources import (
    agreements,
    annexes,
    deadlines,
    imports,
    lists,
    papers,
    products,
    review_lines,
    rounds,
    schools,
    suppliers,
    uses,
)
from registry.errors import RegisterError

DESCRIPTION = Operation(
    *("GET", "/openapi.json", "openapi", "beschrijving", "Geeft deze beschrijving van de API.", None),
    lambda: openapi.answer(OPERATIONS),
    (Answer(200, "De beschrijving.", {"type": "object"}, headers=("ETag",)), Answer(304, "U hebt de nieuwste al.")),
)
OPERATIONS: tuple[Operation, ...] = (
    DESCRIPTION,
    *suppliers.OPERATIONS,
    *products.OPERATIONS,
    *annexes.OPERATIONS,
    *agreements.OPERATIONS,
    *uses.OPERATIONS,
    *schools.OPERATIONS,
    *papers.OPERATIONS,
    *deadlines.OPERATIONS,
    *lists.OPERATIONS,
    *imports.OPERATIONS,
    *rounds.OPERATIONS,
    *review_lines.OPERATIONS,
)


def init(app: Flask) -> None:
    """Give the app the addresses of the API, with a door of its own."""
    blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
    blueprint.before_request(door.let_in)
    blueprint.register_error_handler(problems.Refused, problems.refused)
    blueprint.register_error_handler(RegisterError, problems.broken_rule)
    blueprint.register_error_handler(HTTPException, problems.lost)
    blueprint.register_error_handler(Exception, problems.broken)
    for operation in OPERATIONS:
        blueprint.add_url_rule(
            operation.rule,
            operation.name,
            _view(operation),
            methods=[operation.method],
            provide_automatic_options=False,
        )
    door.init(app)
    app.extensions["csrf"].exempt(blueprint)  # no cookie opens this door, so none can be abused
    app.register_blueprint(blueprint)


def _view(operation: Operation) -> Callable[..., Response]:
    def view(**numbers: int) -> Response:
        return operation.answering(**numbers)

    if operation.right is None:
        view.is_public = True  # type: ignore[attr-defined]
        return view
    return needs(operation.right)(view)
