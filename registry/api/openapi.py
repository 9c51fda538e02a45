"""The OpenAPI document, made from the same operations as the routes."""

from collections.abc import Iterable, Sequence
from typing import Any

from werkzeug.wrappers import Response

from registry.api.answers import as_json, unless_known
from registry.api.asking import PAGING
from registry.api.door import VERSION
from registry.api.operations import Answer, Operation
from registry.api.problems import PROBLEM, TITLES
from registry.api.shapes.kinds import MOST, Schema
from registry.database import db
from registry.model import SchoolBoard

HEADERS: dict[str, tuple[str, Schema]] = {
    "API-Version": ("De versie van de API.", {"type": "string"}),
    "ETag": ("De stand van dit antwoord; stuur hem mee in If-Match om te wijzigen.", {"type": "string"}),
    "Link": ("Links naar de eerste, vorige, volgende en laatste bladzijde (RFC 8288).", {"type": "string"}),
    "Location": ("Het adres van wat gemaakt is.", {"type": "string"}),
    "WWW-Authenticate": ("Dat een sleutel nodig is.", {"type": "string"}),
}
FAULT: Schema = {
    "type": "object",
    "required": ["in", "detail"],
    "properties": {
        "in": {"type": "string", "enum": ["body", "query"]},
        "location": {
            "type": "object",
            "properties": {"pointer": {"type": "string"}, "name": {"type": "string"}},
        },
        "code": {"type": "string"},
        "detail": {"type": "string"},
    },
}
TOLD: Schema = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {"type": "array", "items": FAULT},
        "wijzigingen": {"type": "array", "items": {"type": "object"}},
        "ontbreekt": {"type": "array", "items": {"type": "object"}},
    },
}
PURPOSE = (
    "Leveranciers, producten, bijlagen, overeenkomsten, gebruik en documenten van een schoolbestuur, volgens de NLGov "
    "REST API Design Rules. Een sleutel maakt de beheerder van het register. De codes in de lijsten zijn die van het "
    "register zelf; bij elk veld staat wat zij betekenen."
)


def answer(operations: Iterable[Operation]) -> Response:
    """Return the document as an answer that any site may read."""
    told = unless_known(as_json(document(operations)))
    told.headers["Access-Control-Allow-Origin"] = "*"
    told.headers["Cache-Control"] = "no-cache"
    return told


def document(operations: Iterable[Operation]) -> dict[str, Any]:
    """Return the OpenAPI document of these operations."""
    every = list(operations)
    paths: dict[str, dict[str, Any]] = {}
    for one in every:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one)
    schemas = {name: make() for one in every for name, make in one.schemas.items()}
    return {
        "openapi": "3.0.3",
        "info": _info(),
        "servers": [{"url": "/api/v1"}],
        "security": [{"sleutel": []}],
        "tags": [{"name": name} for name in dict.fromkeys(one.tag for one in every)],
        "paths": paths,
        "components": {
            "schemas": {**schemas, "Probleem": TOLD},
            "securitySchemes": {"sleutel": {"type": "http", "scheme": "bearer", "description": "Een API-sleutel."}},
        },
    }


def _info() -> dict[str, Any]:
    board = db.session.get(SchoolBoard, 1)
    email = {"email": board.privacy_email} if board and board.privacy_email else {}
    return {
        "title": "Verwerkersregister",
        "description": PURPOSE,
        "version": VERSION,
        "contact": {"name": f"Beheerder van het register van {board.name if board else 'het bestuur'}", **email},
        "license": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/"},
    }


def _operation(one: Operation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": one.name,
        "tags": [one.tag],
        "summary": one.told,
        "parameters": [*_places(one), *_filters(one), *_conditions(one)],
        "responses": {
            **{str(status): _good([good for good in one.answers if good.status == status]) for status in _goods(one)},
            **{str(status): _bad(status) for status in _refusals(one)},
        },
    }
    if one.right is None:
        told["security"] = []
    if one.sent is not None:
        content = {"application/json": {"schema": _schema(one.sent())}}
        told["requestBody"] = {"required": not one.may_be_empty, "content": content}
    return told


def _places(one: Operation) -> list[dict[str, Any]]:
    schema = {"type": "integer", "minimum": 1, "maximum": MOST}
    return [{"name": name, "in": "path", "required": True, "schema": schema} for name in one.places]


def _filters(one: Operation) -> list[dict[str, Any]]:
    is_list = any("Link" in good.headers for good in one.answers)
    asked = (*one.filters, *(PAGING if is_list else ()))
    return [{"name": each.name, "in": "query", "description": each.told, "schema": each.schema()} for each in asked]


def _conditions(one: Operation) -> list[dict[str, Any]]:
    tag = {"in": "header", "description": "De ETag die u bij het lezen kreeg.", "schema": {"type": "string"}}
    if one.changes:
        return [{"name": "If-Match", "required": True, **tag}]
    if any(good.status == 304 for good in one.answers):
        return [{"name": "If-None-Match", **tag}]
    return []


def _refusals(one: Operation) -> list[int]:
    statuses = {400, 500, *one.refuses}
    statuses |= {401, 403} if one.right is not None else set()
    statuses |= {404} if one.places else set()
    statuses |= {413, 415} if one.sent is not None else set()
    statuses |= {412, 428} if one.changes else set()
    return sorted(statuses)


def _goods(one: Operation) -> list[int]:
    return list(dict.fromkeys(good.status for good in one.answers))


def _good(kinds: Sequence[Answer]) -> dict[str, Any]:
    """What an answer of this status holds, in each of its kinds of file."""
    first = kinds[0]
    told: dict[str, Any] = {"description": first.told, "headers": _headers("API-Version", *first.headers)}
    content = {good.media_type: {"schema": _schema(good.schema)} for good in kinds if good.schema is not None}
    return told | ({"content": content} if content else {})


def _bad(status: int) -> dict[str, Any]:
    own = {401: ("WWW-Authenticate",), 412: ("ETag",)}.get(status, ())
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Probleem"}}}
    return {"description": TITLES[status], "headers": _headers("API-Version", *own), "content": content}


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"description": HEADERS[name][0], "schema": HEADERS[name][1]} for name in names}


def _schema(named: str | Schema) -> Schema:
    return {"$ref": f"#/components/schemas/{named}"} if isinstance(named, str) else named
