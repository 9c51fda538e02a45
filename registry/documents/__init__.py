"""Paper: fills Word templates and joins the results. Knows no database and no web.

What is behind this door is loaded by whoever fills, checks or joins first: most pages only need to know a `Gap`.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from registry.documents.filling.gaps import Gap
from registry.errors import TemplateRefused

if TYPE_CHECKING:
    from registry.documents.checking import Check
    from registry.documents.filling.filling import CompiledTemplate, Filled

__all__ = ["Gap", "TemplateRefused", "check", "compiled", "fill", "join"]


def fill(template: bytes, values: Mapping[str, object]) -> "Filled":
    """The paper that a template makes of `values`, with its gaps.

    `values` is plain data: dict, list, str, int, bool, date and `Gap`; `values["document"]["titel"]` becomes the core
    title. Text is never read as a template. A gap is marked in the text, is true as a condition, and counts as found
    when the template looks at it.

    Raises `TemplateRefused` for a template that is broken, asks for an unknown name or does more than look up, choose
    and repeat; `InvalidText` (with the path) for a text that Word cannot hold; `TypeError` for other values. A value
    that the template never looks at is not looked at either.
    """
    return compiled(template).fill(values)


def compiled(template: bytes) -> "CompiledTemplate":
    """The template, ready to be filled. Raises `TemplateRefused` with the place of what may not be in it."""
    from registry.documents import compiling

    return compiling.compiled(template)


def check(template: bytes, example: Mapping[str, object]) -> "Check":
    """What a template asks for, held against `example`: values by name, of which a list shows its first item."""
    from registry.documents import checking

    return checking.check(template, example)


def join(parts: Sequence[bytes]) -> bytes:
    """One Word file with all `parts` (at least one), each on a new page and of its own size.

    Styles, header, footer and core title are those of the first part: those of the others are left out. Lists are
    counted anew in each part, notes and pages are counted on. Raises `TemplateRefused` for a part that is no Word file,
    or that refers to what it does not have.
    """
    from registry.documents.joining import joining

    return joining.join(parts)
