"""What may ever be public: the fields of these dataclasses, and nothing else. Every public answer is made from them.

Each field has its Dutch name in the JSON and, where a school may leave it out, the Part that it belongs to. What is
left out has its blank value; so has what the register does not know. `shown` tells the two apart.
"""

from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, TypeVar

from registry.model.parents_page import Part
from registry.queries.uses.row_words import RowWords

Record = TypeVar("Record")


def public(name: str, part: Part | None = None, blank: Any = None) -> dict[str, Any]:
    """Return what marks a field as public under this name; without a part it always is."""
    return {"name": name, "part": part, "blank": blank}


@dataclass(frozen=True, kw_only=True)
class PublicProduct(RowWords):
    """What parents read of one product; a text is None and so is `outside_eea` while the register does not know."""

    product: str = field(metadata=public("product"))
    modules: tuple[str, ...] = field(metadata=public("onderdelen", Part.MODULES, ()))
    supplier: str = field(metadata=public("leverancier"))
    makers: tuple[str, ...] = field(metadata=public("makers", Part.OTHERS, ()))
    distributors: tuple[str, ...] = field(metadata=public("distributeurs", Part.OTHERS, ()))
    purpose: str | None = field(metadata=public("waarvoor"))
    data: str | None = field(metadata=public("gegevens", Part.DATA))
    about_whom: str | None = field(metadata=public("van_wie", Part.ABOUT_WHOM))
    outside_eea: tuple[str, ...] | None = field(metadata=public("buiten_eer", Part.OUTSIDE_EEA))
    link: str | None = field(metadata=public("bijsluiter", Part.LINK))


@dataclass(frozen=True, kw_only=True)
class PublicSupply(PublicProduct):
    """A product of a supplier that works for the school."""

    role: str | None = field(metadata=public("rol", Part.ROLE))


@dataclass(frozen=True, kw_only=True)
class PublicRecipient(PublicProduct):
    """An organisation that gets data by law or for a task of its own, and on which ground."""

    ground: str | None = field(metadata=public("grond", Part.GROUND))


@dataclass(frozen=True, kw_only=True)
class PublicGroup:
    """The products under one heading."""

    heading: str = field(metadata=public("kop"))
    products: tuple[PublicSupply, ...] = field(metadata=public("producten"))


@dataclass(frozen=True, kw_only=True)
class PublicContact:
    """Whom parents can ask: a function and an address for parents, never a person's name."""

    function: str | None = field(metadata=public("functie"))
    email: str | None = field(metadata=public("email"))


@dataclass(frozen=True, kw_only=True)
class PublicPage:
    """What stands on the page of one school on one day."""

    school: str = field(metadata=public("school"))
    board: str | None = field(metadata=public("bestuur"))
    on: date = field(metadata=public("peildatum"))
    last_change: date | None = field(metadata=public("laatst_gewijzigd", Part.LAST_CHANGE))
    own_sentence: str | None = field(metadata=public("eigen_zin", Part.OWN_SENTENCE))
    counts: str | None = field(metadata=public("telzin", Part.COUNTS))
    covenant: str | None = field(metadata=public("convenantzin", Part.COVENANT))
    contact: PublicContact | None = field(metadata=public("contact", Part.CONTACT))
    dpo: PublicContact | None = field(metadata=public("fg", Part.DPO))
    groups: tuple[PublicGroup, ...] = field(metadata=public("groepen"))
    recipients: tuple[PublicRecipient, ...] = field(metadata=public("ontvangers"))
    shown: frozenset[Part]

    def shows(self, part: str) -> bool:
        """Return whether the school shows this part."""
        return Part(part) in self.shown


@dataclass(frozen=True, kw_only=True)
class PublicSchool:
    """A school in the list of schools that have a page."""

    name: str
    slug: str


@dataclass(frozen=True, kw_only=True)
class PublicBoard:
    """The board with its schools that have a page."""

    name: str | None
    schools: tuple[PublicSchool, ...]


def limited(kind: type[Record], shown: frozenset[Part], values: dict[str, Any]) -> Record:
    """Return a record of this kind with these values; what the school leaves out is blank, whatever its value."""
    kept = {
        one.name: values[one.name] if (part := one.metadata.get("part")) is None or part in shown else _blank(one)
        for one in fields(kind)  # type: ignore[arg-type]
    }
    return kind(**kept)


def _blank(one: Any) -> Any:
    return one.metadata["blank"]


def plain(record: Any, shown: frozenset[Part]) -> Any:
    """Return the record as lists, mappings and texts, under the names of the JSON, without what is left out."""
    if isinstance(record, tuple):
        return [plain(one, shown) for one in record]
    if isinstance(record, date):
        return record.isoformat()
    if not hasattr(record, "__dataclass_fields__"):
        return record
    named = [one for one in fields(record) if "name" in one.metadata]
    told = [one for one in named if one.metadata["part"] is None or one.metadata["part"] in shown]
    return {one.metadata["name"]: plain(getattr(record, one.name), shown) for one in told}
