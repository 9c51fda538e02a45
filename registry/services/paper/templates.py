"""Which Word template a paper gets: a school's own, the board's own, or the shipped one in the board's house style."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from registry.errors import BrokenRule
from registry.model import PaperTemplate
from registry.model.paper_template import HOUSE_STYLE, OFFICIAL_MODEL
from registry.paths import agreement_templates_folder
from registry.queries.papers.paper_templates import Key, contents_in_use


class Origin(Enum):
    """Where a template comes from, in words that follow on its name."""

    SCHOOL = "sjabloon van de school"
    BOARD = "sjabloon van het bestuur"
    FOLDER = "sjabloon van het bestuur, uit de map met sjablonen"
    HOUSE_STYLE = "meegeleverd sjabloon, in de huisstijl"
    SHIPPED = "meegeleverd sjabloon"


@dataclass(frozen=True)
class Version:
    """A version that the register keeps, as plain data: its number, what a person calls it, whose it is."""

    number: int
    named: str
    school_id: int | None
    content: bytes

    @classmethod
    def of(cls, kept: PaperTemplate) -> "Version":
        """Return a version read out of the database."""
        return cls(kept.id, kept.named, kept.school_id, kept.content)


@dataclass(frozen=True)
class Template:
    """The bytes of a template, and where they come from; `version` where it is one that the register keeps."""

    content: bytes
    origin: Origin
    version: Version | None = None

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

    `own` is its folder, which goes before the shipped ones; `kept` are the versions in use, read once, so that papers
    are made without a look at the database; `trying` is looked at before it is in use.
    """

    own: Path
    kept: Mapping[Key, Version] = field(default_factory=dict)
    school_id: int | None = None
    trying: tuple[str, Version] | None = None
    _read: dict[Any, Template] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, own: Path, session: Any, trying: PaperTemplate | None = None) -> "Templates":
        """Return the templates of the board whose register this session reads, as they are now."""
        kept = {key: Version.of(one) for key, one in contents_in_use(session).items()}
        return cls(own, kept, trying=(trying.paper, Version.of(trying)) if trying else None)

    @property
    def has_official(self) -> bool:
        """Whether the board has uploaded the official model and put its fields in."""
        return (OFFICIAL_MODEL, None) in self.kept

    def of_school(self, school_id: int | None) -> "Templates":
        """Return the same templates as this school sees them."""
        return replace(self, school_id=school_id)

    def read(self, name: str) -> Template:
        """Return the template with this name; BrokenRule when there is none, or it cannot be read."""
        if kept := self._kept_version(name):
            return kept
        # By the house style and not by the school: for five thousand schools it is one file, not five thousand.
        key = (name, self._version(HOUSE_STYLE))
        if key not in self._read:
            self._read[key] = self.in_folder(name) or self._in_house_style(name)
        return self._read[key]

    def shipped(self, name: str) -> Template:
        """Return the template as it comes with the register; BrokenRule when it has none of that name."""
        path = agreement_templates_folder() / f"{name}.docx"
        try:
            return Template(path.read_bytes(), Origin.SHIPPED)
        except OSError as fault:
            raise BrokenRule(_not_there(name)) from fault

    def in_folder(self, name: str) -> Template | None:
        """Return the template in the board's folder; None when there is none, BrokenRule when it cannot be read."""
        path = self.own / f"{name}.docx"
        try:
            return Template(path.read_bytes(), Origin.FOLDER) if path.is_file() else None
        except OSError as fault:
            raise BrokenRule(_unreadable(name)) from fault

    def _kept_version(self, name: str) -> Template | None:
        version = self._version(name)
        if version is None:
            return None
        return Template(version.content, Origin.SCHOOL if version.school_id else Origin.BOARD, version)

    def _in_house_style(self, name: str) -> Template:
        shipped, house = self.shipped(name), self._version(HOUSE_STYLE)
        return shipped if house is None else in_style(shipped, house.content)

    def _version(self, name: str) -> Version | None:
        """The version that is tried, or in use, for the school or else for the board."""
        if self.trying is not None and self.trying[0] == name:
            return self.trying[1]
        return self.kept.get((name, self.school_id)) or self.kept.get((name, None))


def in_style(shipped: Template, house: bytes) -> Template:
    """Return a shipped template in this house style."""
    return Template(_dressed(shipped.content, house), Origin.HOUSE_STYLE)


@lru_cache(maxsize=24)  # by the contents of both files: dressing takes as long as many papers
def _dressed(shipped: bytes, house: bytes) -> bytes:
    from registry.documents.templates.house_style import dressed  # heavy: not at every start

    return dressed(shipped, house)


def _not_there(name: str) -> str:
    if name == OFFICIAL_MODEL:
        return "Het officiële model staat nog niet in het register. Upload het eerst bij de sjablonen."
    return _unreadable(name)


def _unreadable(name: str) -> str:
    return f"Het Word-sjabloon {name}.docx kan niet worden gelezen."
