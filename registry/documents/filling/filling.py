"""A template that is ready, and the papers that it makes."""

from collections.abc import Mapping
from dataclasses import dataclass

from registry.documents.filling import tables
from registry.documents.filling.gaps import Gap
from registry.documents.filling.running import Run
from registry.documents.filling.values import WrongValueError, first_wrong, unknown_names
from registry.documents.filling.writing import PLAIN
from registry.documents.language import places
from registry.documents.language.generating import Render
from registry.documents.language.uses import Use
from registry.documents.reading.package import DEFLATED
from registry.documents.zips.deflating import Packer
from registry.documents.zips.zipping import Archive, Part
from registry.errors import TemplateRefused

_DOES_NOT_FIT = "Het sjabloon kan niet worden ingevuld: een opdracht erin past niet bij het veld."


@dataclass(frozen=True, slots=True)
class Filled:
    """A Word file and the gaps that are marked in it, each once, in the order in which they were met."""

    content: bytes
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a template uses, by its path ("lijst.rijen.doel"), and where ("in de koptekst")."""

    path: str
    place: str


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A part with tags: its name, the code that writes it, and whether its tables must be mended afterwards."""

    name: bytes
    render: Render
    has_loose_tables: bool

    def filled(self, run: Run, values: dict[str, object]) -> Part:
        """This part for these values, packed."""
        packer = Packer()
        chunks: list[bytes] = []
        run.feed = chunks.append if self.has_loose_tables else packer.feed
        self.render(run, values)
        run.flush()
        if self.has_loose_tables:
            packer.feed(tables.mended(b"".join(chunks)))
        return Part(self.name, DEFLATED, *packer.finish())


@dataclass(frozen=True, slots=True)
class Title:
    """The part with the core title: that of the paper, or else what the template says."""

    name: bytes
    before: bytes
    after: bytes
    render: Render

    def filled(self, run: Run, values: dict[str, object]) -> Part:
        """This part for these values, packed."""
        packer = Packer()
        run.feed = packer.feed
        run.out.append(self.before)
        document = values.get("document")
        if type(document) is dict and "titel" in document:
            run.out.append(run.odd(document["titel"], PLAIN))
        else:
            self.render(run, values)
        run.out.append(self.after)
        run.flush()
        return Part(self.name, DEFLATED, *packer.finish())


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template that is ready to be filled; it never changes, so threads share it."""

    sha256: str
    fields: tuple[Field, ...]
    uses: tuple[tuple[str, Use], ...]  # with the part in which each stands
    _parts: tuple[FilledPart, ...]
    _title: Title
    _archive: Archive

    def fill(self, values: Mapping[str, object]) -> Filled:
        """The paper that this template makes of `values`; see `documents.fill`."""
        run, top = Run(), dict(values)
        try:
            parts = [part.filled(run, top) for part in self._parts]
            parts.append(self._title.filled(run, top))
        except KeyError as error:
            raise self._missing(values, error.args[0]) from error
        except WrongValueError as error:
            raise first_wrong(values) or TypeError("the values of a paper changed while it was made") from error
        if run.is_long and (wrong := first_wrong(values)):
            raise wrong
        return Filled(self._archive.extended(parts).closed(), tuple(run.gaps))

    def _missing(self, values: Mapping[str, object], key: str) -> TemplateRefused:
        """What to raise about `key`, which could not be looked up: the whole name, which the code does not know."""
        unknown = [(part, name) for part, use in self.uses for name in unknown_names(values, use)]
        # Others may be missing too, in a branch that was not taken; that is no fault.
        for part, name in unknown:
            if name.path.rpartition(".")[2] == key:
                return name.refusal(places.named(part))
        return TemplateRefused(_DOES_NOT_FIT)
