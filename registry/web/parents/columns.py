"""The columns of a table for parents: what each is called, and the words of a product in it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from registry.model.parents_page import Part
from registry.queries.parents.allowed import PublicPage


class Column(NamedTuple):
    """A column; `words` gives the text of a product in it, empty while the register does not know."""

    label: str
    words: Callable[[Any], str | None]
    part: Part | None = None


PURPOSE = Column("Waarvoor", lambda product: product.purpose)
DATA = Column("Welke gegevens", lambda product: product.data, Part.DATA)
ABOUT_WHOM = Column("Van wie", lambda product: product.about_whom, Part.ABOUT_WHOM)
ROLE = Column("Rol", lambda product: product.role, Part.ROLE)
GROUND = Column("Op grond van", lambda product: product.ground, Part.GROUND)
OUTSIDE = Column("Buiten de EER", lambda product: product.outside_text, Part.OUTSIDE_EEA)


def columns_of(page: PublicPage, of_recipients: bool = False) -> list[Column]:
    """Return the columns that this page shows, behind the one with the product."""
    known = (PURPOSE, DATA, ABOUT_WHOM, GROUND if of_recipients else ROLE, OUTSIDE)
    return [column for column in known if column.part is None or column.part in page.shown]
