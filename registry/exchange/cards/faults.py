"""What is wrong with a card, in one sentence for whoever wrote it."""

from collections.abc import Callable
from typing import Any

TYPES = {
    "object": "een groep velden { }",
    "array": "een lijst [ ]",
    "string": "een tekst tussen aanhalingstekens",
    "integer": "een heel getal",
    "boolean": "true of false",
}
SENTENCES: dict[str, Callable[[Any, Any], str]] = {
    "required": lambda fault, at: f"{at} mist “{_missing(fault)}”.",
    "additionalProperties": lambda fault, at: f"{at} heeft een veld dat een kaart niet kent: “{_unknown(fault)}”.",
    "type": lambda fault, at: f"{at} hoort {TYPES.get(str(fault.validator_value), 'iets anders')} te zijn.",
    "maxLength": lambda fault, at: f"{at} is te lang: hoogstens {fault.validator_value} tekens.",
    "minLength": lambda fault, at: f"{at} is leeg. Vul iets in, of haal het veld weg.",
    "maxItems": lambda fault, at: f"{at} heeft te veel regels: hoogstens {fault.validator_value}.",
    "const": lambda fault, at: f"{at} hoort {fault.validator_value} te zijn.",
    "enum": lambda fault, at: f"{at} hoort een van deze waarden te zijn: {', '.join(map(str, fault.validator_value))}.",
    "minimum": lambda fault, at: f"{at} is te klein: minstens {fault.validator_value}.",
    "maximum": lambda fault, at: f"{at} is te groot: hoogstens {fault.validator_value}.",
    "format": lambda fault, at: f"{at} is geen datum die bestaat. {fault.schema.get('description', '')}".rstrip(),
    "pattern": lambda fault, at: f"{at} heeft niet de goede vorm. {fault.schema.get('description', '')}".rstrip(),
}


def sentence_of(fault: Any) -> str:
    """Return the sentence of a fault that the schema found."""
    place = " ".join(str(step + 1) if isinstance(step, int) else step for step in fault.absolute_path)
    say = SENTENCES.get(fault.validator)
    at = f"“{place}”" if place else "De kaart"
    return say(fault, at) if say else f"{at} klopt niet."


def _missing(fault: Any) -> str:
    return str(next(name for name in fault.validator_value if name not in fault.instance))


def _unknown(fault: Any) -> str:
    return str(next(name for name in fault.instance if name not in fault.schema["properties"]))[:60]
