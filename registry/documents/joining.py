"""Joins Word files into one."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docxcompose.composer import Composer

from registry.documents.word import opened, saved

_PAGE = ("orientation", "page_width", "page_height", "top_margin", "right_margin", "bottom_margin", "left_margin")


def join(parts: Sequence[bytes]) -> bytes:
    """One Word file with all `parts` (at least one), each on a new page and of its own size.

    Styles, header, footer and core title are those of the first part; the numbering of each part starts anew.
    Raises `TemplateRefused` for a part that is no Word file.
    """
    whole, *others = [opened(part) for part in parts]
    composer = Composer(whole)
    for other in others:
        _turn_page(whole, other)
        composer.append(other)
    return saved(whole)


def _turn_page(whole: WordDocument, other: WordDocument) -> None:
    section, model = whole.add_section(WD_SECTION.NEW_PAGE), other.sections[-1]
    for name in _PAGE:
        setattr(section, name, getattr(model, name))
