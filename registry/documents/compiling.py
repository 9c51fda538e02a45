"""Templates made ready once: checked, translated, and turned into code that any number of threads may run at a time."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from registry.documents import places, properties, repairing, tables
from registry.documents.active_content import RELATIONSHIPS, TYPES, content_types, refuse_active_content
from registry.documents.deflating import Packer, packed
from registry.documents.gaps import Gap
from registry.documents.generating import Render, render_code
from registry.documents.language import EACH, Program, Use, program
from registry.documents.markup import Markup
from registry.documents.package import DEFLATED, Member, members
from registry.documents.running import Run
from registry.documents.values import UnknownName, WrongValueError, first_wrong, unknown_names
from registry.documents.writing import PLAIN
from registry.documents.xml_parts import trees
from registry.documents.zipping import Archive, Part
from registry.errors import TemplateRefused

KEPT = 64  # templates; a board has some twenty

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_FILLED = tuple(f"{_WORD}{kind}+xml" for kind in ("document.main", "header", "footer", "footnotes", "endnotes"))
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
class _FilledPart:
    name: bytes
    render: Render
    has_loose_tables: bool

    def filled(self, run: Run, values: dict[str, object]) -> Part:
        packer = Packer()
        chunks: list[bytes] = []
        run.feed = chunks.append if self.has_loose_tables else packer.feed
        self.render(run, values)
        run.flush()
        if self.has_loose_tables:
            packer.feed(tables.mended(b"".join(chunks)))
        return Part(self.name, DEFLATED, *packer.finish())


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template that is ready to be filled; it never changes, so threads share it."""

    sha256: str
    fields: tuple[Field, ...]
    uses: tuple[tuple[str, Use], ...]  # with the part in which each stands
    _needed: tuple[tuple[str, ...], ...]
    _parts: tuple[_FilledPart, ...]
    _title: "_Title"
    _archive: Archive

    def fill(self, values: Mapping[str, object]) -> Filled:
        """The paper that this template makes of `values`; see `documents.fill`."""
        run, top = Run(), dict(values)
        try:
            self._ask_for_what_is_needed(top)
            parts = [part.filled(run, top) for part in self._parts]
            parts.append(self._title.filled(run, top))
        except KeyError as error:
            raise self._missing(values) from error
        except WrongValueError as error:
            raise first_wrong(values) or TypeError("the values of a paper changed while it was made") from error
        if run.is_long and (wrong := first_wrong(values)):
            raise wrong
        return Filled(self._archive.extended(parts).closed(), tuple(run.gaps))

    def unknown(self, values: Mapping[str, object]) -> list[tuple[str, UnknownName]]:
        """The names in the template that `values` do not have, with the part in which each stands."""
        return [(part, name) for part, use in self.uses if use.is_required for name in unknown_names(values, use)]

    def _ask_for_what_is_needed(self, values: dict[str, object]) -> None:
        for steps in self._needed:
            owner: Any = values
            for step in steps:
                if type(owner) is not dict:
                    break
                owner = owner[step]

    def _missing(self, values: Mapping[str, object]) -> TemplateRefused:
        unknown = self.unknown(values)
        for part, name in unknown:
            return name.refusal(places.named(part))
        return TemplateRefused(_DOES_NOT_FIT)


@dataclass(frozen=True, slots=True)
class _Title:
    """The part with the core title: that of the paper, or else what the template says."""

    name: bytes
    before: bytes
    after: bytes
    render: Render

    def filled(self, run: Run, values: dict[str, object]) -> Part:
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


@lru_cache(maxsize=KEPT)
def compiled(template: bytes) -> CompiledTemplate:
    """The template, ready to be filled. Raises `TemplateRefused` with the place of what may not be in it."""
    draft = Draft(template)
    for refusal in draft.refusals:
        raise refusal
    return draft.compiled()


class Draft:
    """A template that has been read: its programs, and what is not allowed in them."""

    def __init__(self, template: bytes) -> None:
        self._sha256 = hashlib.sha256(template).hexdigest()
        self._members = members(template)
        self._trees = trees(self._members)
        refuse_active_content(self._trees, list(self._members))
        self._sources = self._filled_sources()
        self._core = properties.part_name(self._trees[RELATIONSHIPS])
        self._title = properties.signed(self._trees.get(self._core))
        self._programs = [program(name, source) for name, source in self._sources.items()]
        self._programs.append(program("core", self._title[1]))
        self.refusals = [refusal for each in self._programs for refusal in each.refusals]

    def _filled_sources(self) -> dict[str, str]:
        kinds = content_types(self._trees[TYPES])
        names = [name for kind in _FILLED for name in self._trees if kinds.get(name) == kind]
        trees = {name: self._trees[name] for name in names}
        return {name: repairing.source(name, root) for name, root in trees.items() if repairing.has_tags(root)}

    def compiled(self) -> CompiledTemplate:
        """The template, ready to be filled."""
        uses = [(each.part, use) for each in self._programs for use in each.uses]
        optional = {use.steps for _part, use in uses if not use.is_required}
        uses = [(part, use) for part, use in uses if use.steps not in optional]
        fields = [Field(use.path, places.named(part)) for part, use in uses]
        needed = [use.steps for _part, use in uses if EACH not in use.steps]
        *programs, title = self._programs
        return CompiledTemplate(
            self._sha256,
            tuple(dict.fromkeys(fields)),
            tuple(uses),
            tuple(dict.fromkeys(needed)),
            tuple(self._part(each) for each in programs),
            self._titled(title),
            self._archive(),
        )

    def _part(self, each: Program) -> _FilledPart:
        source = self._sources[each.part]
        is_body = each.part == self._main()
        render = render_code(each, source.split("\n"), Markup(numbered=is_body))
        return _FilledPart(each.part.encode(), render, is_body and tables.may_change(source))

    def _main(self) -> str:
        kinds = content_types(self._trees[TYPES])
        return next(name for name, kind in kinds.items() if kind == _FILLED[0])

    def _titled(self, title: Program) -> _Title:
        before, _text, after = self._title
        markup = Markup(numbered=False)
        markup.read("<dc:title>")
        return _Title((self._core or properties.NAME).encode(), before, after, render_code(title, [], markup))

    def _archive(self) -> Archive:
        changed = {} if self._core else properties.announced(self._trees[TYPES], self._trees[RELATIONSHIPS])
        filled = {*self._sources, self._core}
        return Archive().extended(
            _renewed(name, changed[name]) if name in changed else _copied(member)
            for name, member in self._members.items()
            if name not in filled
        )


def _copied(member: Member) -> Part:
    entry = member.entry
    return Part(entry.name.encode(), entry.method, entry.crc, member.packed, entry.size)


def _renewed(name: str, content: bytes) -> Part:
    return Part(name.encode(), DEFLATED, *packed(content))
