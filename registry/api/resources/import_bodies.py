"""The bodies about imports: a file as base64, since a body is JSON and read in one way only, and its choices."""

from base64 import b64decode
from binascii import Error
from typing import Any

from registry import text
from registry.api.shapes.kinds import Kind, Schema, WrongValue, choice, day
from registry.api.shapes.shape import Field
from registry.errors import InvalidText
from registry.model.imports import ImportKind

DATE: Schema = {"type": "string", "format": "date"}
MOST_ANSWERS = 1000


def _line(most: int, told: str) -> Kind:
    def read(value: Any) -> str:
        if not isinstance(value, str):
            raise WrongValue("Dit moet tekst zijn.")
        try:
            return text.line(value, most=most)
        except InvalidText as fault:
            raise WrongValue(fault.sentence) from fault

    return Kind(lambda: {"type": "string", "maxLength": most, "description": told}, read)


def _truth(told: str) -> Kind:
    def read(value: Any) -> bool:
        if not isinstance(value, bool):
            raise WrongValue("Dit moet true of false zijn.")
        return value

    return Kind(lambda: {"type": "boolean", "description": told}, read)


def _day(told: str) -> Kind:
    return Kind(lambda: {**DATE, "description": told}, day)


def _content(value: Any) -> bytes:
    try:
        return b64decode(value.encode("ascii"), validate=True)
    except (AttributeError, UnicodeEncodeError, Error):
        raise WrongValue("Dit moet de inhoud van een bestand zijn, in base64.") from None


def _answers(value: Any) -> dict[str, str]:
    is_clean = isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
    if not is_clean or len(value) > MOST_ANSWERS:
        raise WrongValue("Dit moet een object zijn, met bij elke code van een vraag het antwoord.")
    return dict(value)


KIND = choice(ImportKind)
OFFER = (
    Field("name", "bestandsnaam", "Naam van het bestand", _line(200, "Zoals lijst.xlsx.")),
    Field("content", "inhoud", "Inhoud", Kind(lambda: {"type": "string", "format": "byte"}, _content)),
    Field("kind", "soort", "Soort lijst", KIND),
    Field(
        "is_trial", "proef", "Alleen kijken", _truth("Met true: alleen wat er zou gebeuren; er wordt niets bewaard.")
    ),
    Field("since", "sinds", "Begin van het gebruik", _day("Voor rijen waar geen begindatum bij staat.")),
    Field("listed_on", "lijstVan", "Dag van de lijst", _day("Van welke dag de lijst is.")),
    Field("board_number", "bestuursnummer", "Bestuursnummer", _line(20, "Alleen rijen met dit nummer.")),
    Field(
        "answers",
        "antwoorden",
        "Antwoorden op vragen",
        Kind(lambda: {"type": "object", "additionalProperties": {"type": "string"}}, _answers),
    ),
)
NEEDED = ("name", "content")
CHOSEN = ("since", "listed_on", "board_number", "answers")
CONFIRM = (
    Field("seal", "zegel", "Zegel", _line(200, "Hoort bij wat u zag; het staat bij de import.")),
    Field("skip", "slaOver", "Sla over", _truth("Sla de rijen over die aandacht vragen.")),
)


def body_schema(fields: tuple[Field, ...], needed: tuple[str, ...]) -> Schema:
    """Return the schema of a body of these fields."""
    named = {one.name: one.schema() for one in fields}
    required = [one.name for one in fields if one.key in needed]
    return {"type": "object", "properties": named, "required": required, "additionalProperties": False}
