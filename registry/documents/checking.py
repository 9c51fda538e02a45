"""Says of a template what it asks for, what does not exist, and what may not be in it; never raises for a bad one."""

from collections.abc import Mapping
from dataclasses import dataclass

from registry.documents.compiling import Draft
from registry.documents.filling.filling import Field
from registry.documents.filling.values import UnknownName, unknown_names
from registry.documents.language import places
from registry.errors import TemplateRefused


@dataclass(frozen=True, slots=True)
class Unknown:
    """A field that a template asks for and that does not exist: the nearest one that does ("" if none), and where."""

    name: str
    nearest: str
    place: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a template is refused, as a sentence, and the place ("" for the whole file)."""

    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class Check:
    """What was found in a template: the fields that exist, those that do not, and why it is refused."""

    fields: tuple[Field, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    refused: tuple[Refusal, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the template can be used."""
        return not self.unknown and not self.refused


def check(template: bytes, example: Mapping[str, object]) -> Check:
    """What a template asks for, held against `example`: values by name, of which a list shows its first item."""
    try:
        draft = Draft(template)
        if draft.refusals:
            return Check(refused=_refused(*draft.refusals))
        ready = draft.compiled()
    except TemplateRefused as refusal:
        return Check(refused=_refused(refusal))
    shape = _shape(example)
    found = [(use, part, list(unknown_names(shape, use))) for part, use in ready.uses]
    needed = [(part, unknown) for use, part, unknown in found if use.is_required]
    return Check(
        tuple(dict.fromkeys(Field(use.path, places.named(part)) for use, part, unknown in found if not unknown)),
        tuple(dict.fromkeys(_unknown(name, part) for part, unknown in needed for name in unknown)),
    )


def _shape(value: object) -> object:
    """The example with no more than one item in each list."""
    if isinstance(value, Mapping):
        return {name: _shape(item) for name, item in value.items()}
    return [_shape(item) for item in value[:1]] if isinstance(value, list) else value


def _unknown(name: UnknownName, part: str) -> Unknown:
    # That it is the first item of a list in the example, says nothing.
    path, nearest = (".".join(step for step in text.split(".") if step != "1") for text in (name.path, name.nearest))
    return Unknown(path, nearest, places.named(part))


def _refused(*refusals: TemplateRefused) -> tuple[Refusal, ...]:
    return tuple(Refusal(each.sentence, each.place) for each in refusals)
