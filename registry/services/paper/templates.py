"""Which Word template a paper gets: a school's own, the board's own, or the shipped one in the board's house style."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from registry.documents.house_style import dressed
from registry.errors import BrokenRule
from registry.model import PaperTemplate
from registry.model.paper_template import HOUSE_STYLE, OFFICIAL_MODEL
from registry.paths import agreement_templates_folder
from registry.queries.paper_templates import template_versions, templates_in_use

_dressed = lru_cache(maxsize=24)(dressed)  # by the contents of both files: dressing takes as long as many papers


class Origin(Enum):
    """Where a template comes from, in words that follow on its name."""

    SCHOOL = "sjabloon van de school"
    BOARD = "sjabloon van het bestuur"
    FOLDER = "sjabloon van het bestuur, uit de map met sjablonen"
    HOUSE_STYLE = "meegeleverd sjabloon, in de huisstijl"
    SHIPPED = "meegeleverd sjabloon"


@dataclass(frozen=True)
class Template:
    """The bytes of a template, and where they come from; `version` where it is one that the register keeps."""

    content: bytes
    origin: Origin
    version: PaperTemplate | None = None

    @property
    def is_own(self) -> bool:
        """Whether the board or a school made it its own."""
        return self.origin in (Origin.SCHOOL, Origin.BOARD, Origin.FOLDER)

    @property
    def sha256(self) -> str:
        """What tells this template from any other version of it."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Templates:
    """The templates of one board, as one school sees them, None for the board.

    `own` is its folder, which goes before the shipped ones; `session` reads what the register keeps, and nothing
    is read there without it; `trying` is a version that is looked at before it is in use.
    """

    own: Path
    session: Any = None
    school_id: int | None = None
    trying: PaperTemplate | None = None
    _kept: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def of_school(self, school_id: int | None) -> "Templates":
        """Return the same templates as this school sees them."""
        return replace(self, school_id=school_id)

    def read(self, name: str) -> Template:
        """Return the template with this name; BrokenRule when there is none, or it cannot be read."""
        key = (name, self.school_id, self.trying)
        if key not in self._kept:
            self._kept[key] = self._kept_version(name) or self._in_folder(name) or self._in_house_style(name)
        found: Template = self._kept[key]
        return found

    def shipped(self, name: str) -> Template:
        """Return the template as it comes with the register; BrokenRule when it has none of that name."""
        path = agreement_templates_folder() / f"{name}.docx"
        try:
            return Template(path.read_bytes(), Origin.SHIPPED)
        except OSError as fault:
            raise BrokenRule(_not_there(name)) from fault

    def with_hash(self, name: str, wanted: str) -> Template:
        """Return the version of this template that a paper was made from; BrokenRule when it is not there any more."""
        for template in self._ever(name):
            if template.sha256 == wanted:
                return template
        raise BrokenRule(
            "Het Word-sjabloon van dit document is sindsdien veranderd. Het bewaarde bestand blijft er wel."
        )

    def _ever(self, name: str) -> Iterator[Template]:
        yield self.read(name)
        for version in template_versions(self.session, name) if self.session else ():
            yield Template(version.content, Origin.BOARD, version)
        if (folder := self._in_folder(name)) is not None:
            yield folder
        yield (shipped := self.shipped(name))
        for house in template_versions(self.session, HOUSE_STYLE) if self.session else ():
            yield Template(_dressed(shipped.content, house.content), Origin.HOUSE_STYLE)

    def _kept_version(self, name: str) -> Template | None:
        version = self._version(name)
        if version is None:
            return None
        return Template(version.content, Origin.SCHOOL if version.school_id else Origin.BOARD, version)

    def _in_folder(self, name: str) -> Template | None:
        path = self.own / f"{name}.docx"
        try:
            return Template(path.read_bytes(), Origin.FOLDER) if path.is_file() else None
        except OSError as fault:
            raise BrokenRule(_unreadable(name)) from fault

    def _in_house_style(self, name: str) -> Template:
        shipped, house = self.shipped(name), self._version(HOUSE_STYLE)
        if house is None:
            return shipped
        return Template(_dressed(shipped.content, house.content), Origin.HOUSE_STYLE)

    def _version(self, name: str) -> PaperTemplate | None:
        """The version that is tried, or in use, for the school or else for the board."""
        if self.trying is not None and self.trying.paper == name:
            return self.trying
        if self.session is None:
            return None
        if "in use" not in self._kept:
            self._kept["in use"] = templates_in_use(self.session)
        in_use: dict[Any, PaperTemplate] = self._kept["in use"]
        return in_use.get((name, self.school_id)) or in_use.get((name, None))


def _not_there(name: str) -> str:
    if name == OFFICIAL_MODEL:
        return "Het officiële model staat nog niet in het register. Upload het eerst bij de sjablonen."
    return _unreadable(name)


def _unreadable(name: str) -> str:
    return f"Het Word-sjabloon {name}.docx kan niet worden gelezen."
