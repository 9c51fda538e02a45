"""Paper: fills Word templates and joins the results. Knows no database and no web."""

from collections.abc import Mapping
from dataclasses import dataclass

from registry.documents.filling import rendered
from registry.documents.gaps import Gap
from registry.documents.joining import join
from registry.documents.values import Fields, detach
from registry.documents.word import saved
from registry.errors import TemplateRefused

__all__ = ["Filled", "Gap", "TemplateRefused", "fill", "join"]


@dataclass(frozen=True, slots=True)
class Filled:
    """A Word file and the gaps that are marked in it, each once, in the order in which they were met."""

    content: bytes
    gaps: tuple[Gap, ...]


def fill(template: bytes, values: Mapping[str, object]) -> Filled:
    """The paper that a template makes of `values`, with its gaps.

    `values` is plain data: dict, list, str, int, bool, date and `Gap`; `values["document"]["titel"]` becomes the core
    title. Text is never read as a template. A gap is marked in the text, is true as a condition, and counts as found
    when the template looks at it.

    Raises `TemplateRefused` for a template that is broken, asks for an unknown name or does more than look up, choose
    and repeat; `InvalidText` (with the path) for a text that Word cannot hold; `TypeError` for other values.
    """
    found: dict[Gap, None] = {}
    data = detach(values, found)
    document = rendered(template, data)
    return Filled(saved(document, _title(data)), tuple(found))


def _title(data: Fields) -> str | None:
    document = data.get("document")
    title = document.get("titel") if isinstance(document, Fields) else None
    return None if title is None else str(title)
