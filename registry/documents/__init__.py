"""Paper: fills Word templates and joins the results. Knows no database and no web."""

from collections.abc import Mapping

from registry.documents.checking import Check, Refusal, Unknown, check
from registry.documents.compiling import compiled
from registry.documents.filling.filling import CompiledTemplate, Field, Filled
from registry.documents.filling.gaps import Gap
from registry.documents.joining.joining import join
from registry.errors import TemplateRefused

__all__ = [
    "Check",
    "CompiledTemplate",
    "Field",
    "Filled",
    "Gap",
    "Refusal",
    "TemplateRefused",
    "Unknown",
    "check",
    "compiled",
    "fill",
    "join",
]


def fill(template: bytes, values: Mapping[str, object]) -> Filled:
    """The paper that a template makes of `values`, with its gaps.

    `values` is plain data: dict, list, str, int, bool, date and `Gap`; `values["document"]["titel"]` becomes the core
    title. Text is never read as a template. A gap is marked in the text, is true as a condition, and counts as found
    when the template looks at it.

    Raises `TemplateRefused` for a template that is broken, asks for an unknown name or does more than look up, choose
    and repeat; `InvalidText` (with the path) for a text that Word cannot hold; `TypeError` for other values. A value
    that the template never looks at is not looked at either.
    """
    return compiled(template).fill(values)
