"""Templates made ready once: checked, translated, and turned into code that any number of threads may run at a time."""

import hashlib
from functools import lru_cache

from registry.documents.filling import properties, tables
from registry.documents.filling.filling import CompiledTemplate, Field, FilledPart, Title
from registry.documents.language import places, repairing
from registry.documents.language.generating import render_code
from registry.documents.language.language import Program, program
from registry.documents.language.markup import Markup
from registry.documents.language.uses import weighed
from registry.documents.reading.active_content import refuse_active_content
from registry.documents.reading.content_types import RELATIONSHIPS, TYPES, kinds, main_part, related
from registry.documents.reading.package import DEFLATED, Member, members
from registry.documents.reading.xml_parts import trees
from registry.documents.zips.deflating import packed
from registry.documents.zips.zipping import Archive, Part

KEPT = 64  # templates; a board has some twenty

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_FILLED = tuple(f"{_WORD}{kind}+xml" for kind in ("document.main", "header", "footer", "footnotes", "endnotes"))


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
        self._main = main_part(self._trees)
        self._core = related(self._trees[RELATIONSHIPS], "core-properties")
        refuse_active_content(self._trees, list(self._members))
        self._sources = self._filled_sources()
        self._title = properties.signed(self._trees.get(self._core))
        self._programs = [program(name, source) for name, source in self._sources.items()]
        self._programs.append(program("core", self._title[1]))
        self.refusals = [refusal for each in self._programs for refusal in each.refusals]

    def _filled_sources(self) -> dict[str, str]:
        of = kinds(self._trees)
        names = [name for kind in _FILLED for name in self._trees if of[name] == kind]
        trees = {name: self._trees[name] for name in names}
        return {name: repairing.source(name, root) for name, root in trees.items() if repairing.has_tags(root)}

    def compiled(self) -> CompiledTemplate:
        """The template, ready to be filled."""
        uses = [(each.part, use) for each in self._programs for use in weighed(each.uses)]
        fields = [Field(use.path, places.named(part)) for part, use in uses]
        *programs, title = self._programs
        return CompiledTemplate(
            self._sha256,
            tuple(dict.fromkeys(fields)),
            tuple(uses),
            tuple(self._part(each) for each in programs),
            self._titled(title),
            self._archive(),
        )

    def _part(self, each: Program) -> FilledPart:
        source = self._sources[each.part]
        is_body = each.part == self._main
        render = render_code(each, source.split("\n"), Markup(numbered=is_body))
        return FilledPart(each.part.encode(), render, is_body and tables.may_change(source))

    def _titled(self, title: Program) -> Title:
        before, _text, after = self._title
        markup = Markup(numbered=False)
        markup.read("<dc:title>")
        return Title((self._core or properties.NAME).encode(), before, after, render_code(title, [], markup))

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
