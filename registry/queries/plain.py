"""Records read only to be looked at, as plain values: for a whole register a tenth of what watched records cost."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import Select, inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Mapper

from registry.model.base import Record
from registry.queries.at_once import Part, rows_of
from registry.queries.plain_kinds import plain_kind, plain_of

Kind = TypeVar("Kind", bound=Record)
Link = InstrumentedAttribute[Any]
NOTHING: Mapping[Any, Any] = MappingProxyType({})


class PlainRecords:
    """Records of the model that belong to no session, each table with one question, tied together in memory.

    They have the properties and methods of the model. Whatever was not read raises UnmappedInstanceError, and so does
    writing. A session's viewer gets what they may see.
    """

    def __init__(self, session: Any) -> None:
        self._session = session
        self._read: dict[Any, dict[int, Any]] = {}

    def read(self, model: type[Kind], *where: Any, only: tuple[Link, ...] = (), order: Any = ()) -> list[Kind]:
        """Return the records of this table, by number unless an `order` is given; with `only` no more than these."""
        kind: Any = model
        keys, asked = _asked(kind, only)
        rows = self._session.execute(asked.where(*where).order_by(*order, model.id)).all()
        made = self._read[model] = {one.id: one for one in _made(model, keys, rows)}
        return list(made.values())

    def lists(self, *links: Link, beside: Mapping[Part, Sequence[Any]] = NOTHING) -> None:
        """Read all records behind these lists and put them there, in the order of the model.

        Those that have such lists themselves come with one question, the many small parts with another, and with these
        what is to be read `beside` them: together the small ones would all be as wide as the widest.
        """
        owners, known = {link.class_ for link in links}, {*self._read, *(part.kind for part in beside)}
        unread = [link for link in links if link.property.entity.class_ not in known]
        for is_owner, others in ((True, NOTHING), (False, beside)):
            here = [link for link in unread if (link.property.entity.class_ in owners) is is_owner]
            self._read_parts({**others, **{_part(link): () for link in here}})
        for link in links:
            self._fill(link)

    def of_numbers(self, kind: type[Kind], numbers: Collection[int], *links: Link) -> list[Kind]:
        """Return the records with these numbers, in their order, with what is behind these lists of them.

        Their own lists come with the question that reads them.
        """
        asked: dict[Part, Sequence[Any]] = {Part(kind): (kind.id.in_(numbers),)}
        own = [link for link in links if link.class_ is kind]
        asked |= {_part(link): (_behind_of(link).in_(numbers),) for link in own}
        self._read_parts(asked if numbers else {})
        found = self._read.setdefault(kind, {})
        for link in own:
            self._read.setdefault(link.property.entity.class_, {})
            self._fill(link)
        self.lists_of_these(*(link for link in links if link.class_ is not kind))
        return [found[number] for number in numbers if number in found]

    def lists_of_these(self, *links: Link) -> None:
        """Read what is behind these lists of the records that were read, the parts of one level with one question."""
        waiting = list(links)
        while waiting:
            ready = [link for link in waiting if link.class_ in self._read]
            if not ready:
                raise RuntimeError(f"nothing was read that has {', '.join(map(str, waiting))}")
            waiting = [link for link in waiting if link.class_ not in self._read]
            self._read_behind([link for link in ready if link.property.entity.class_ not in self._read])
            for link in ready:
                self._fill(link)

    def _read_behind(self, links: list[Link]) -> None:
        for link in links:
            self._read[link.property.entity.class_] = {}
        some = [link for link in links if self._read[link.class_]]
        self._read_parts({_part(link): (_behind_of(link).in_(self._read[link.class_]),) for link in some})

    def _read_parts(self, asked: Mapping[Part, Sequence[Any]]) -> None:
        for part in asked:
            self._read.setdefault(part.kind, {})
        for behind, values in rows_of(self._session, tuple(asked), asked.values()) if asked else ():
            one = plain_of(plain_kind(behind.kind), behind.keys, values)
            self._read[behind.kind][one.id] = one

    def ones(self, *links: Link) -> None:
        """Put behind each of these links the record that was read; one that was not stays unread."""
        for link in links:
            key, others = _foreign_key(link), self._behind(link)
            for one in self._read[link.class_].values():
                number = getattr(one, key)
                if number is None or number in others:
                    one.__dict__[link.key] = others.get(number)

    def some(self, asked: Mapping[Any, Iterable[int]], only: Mapping[Any, tuple[Link, ...]] = NOTHING) -> None:
        """Read of each kind the records with these numbers, beside what was read, with one question for all kinds."""
        new = {kind: sorted(set(numbers) - self._read.setdefault(kind, {}).keys()) for kind, numbers in asked.items()}
        parts = {Part(kind, (), only.get(kind, ())): (kind.id.in_(some),) for kind, some in new.items() if some}
        self._read_parts(parts)

    def ones_of_these(self, *links: Link, only: Mapping[Any, tuple[Link, ...]] = NOTHING) -> None:
        """Read what stands behind these links of the records that were read, with one question, and put it there.

        `only`: by kind, no more than these fields.
        """
        here = [link for link in links if link.class_ in self._read]
        asked: dict[Any, set[int]] = {link.property.entity.class_: set() for link in here}
        for link in here:
            key = _foreign_key(link)
            asked[link.property.entity.class_] |= {getattr(one, key) for one in self._read[link.class_].values()}
        self.some({kind: numbers - {None} for kind, numbers in asked.items()}, only)
        self.ones(*here)

    def get(self, kind: type[Kind], number: int) -> Kind | None:
        """Return the record of this kind with this number; None when none was found."""
        return self._read.get(kind, {}).get(number)

    def _behind(self, link: Link) -> dict[int, Any]:
        return self._read[link.property.entity.class_]

    def _fill(self, link: Link) -> None:
        parents, back = self._read[link.class_], link.property.back_populates
        for parent in parents.values():
            parent.__dict__[link.key] = []
        key = _foreign_key(link)
        for child in self._behind(link).values():
            if (parent := parents.get(getattr(child, key))) is not None:
                parent.__dict__[link.key].append(child)
                if back:
                    child.__dict__[back] = parent


def _made(model: Any, keys: tuple[str, ...], rows: Iterable[Any]) -> Iterator[Any]:
    plain = plain_kind(model)
    for row in rows:
        yield plain_of(plain, keys, row)


@cache
def _asked(model: Any, only: tuple[Link, ...]) -> tuple[tuple[str, ...], Select[Any]]:
    columns = (model.id, *only) if only else [getattr(model, one.key) for one in inspect(model).column_attrs]
    return tuple(one.key for one in columns), select(*columns)


@cache
def _part(link: Link) -> Part:
    """All fields of the records behind this list, in the order of the model."""
    return Part(link.property.entity.class_, tuple(link.property.order_by or ()))


def _behind_of(link: Link) -> Any:
    """The field by which the records behind this list say whose they are."""
    return getattr(link.property.entity.class_, _foreign_key(link))


@cache
def _foreign_key(link: Link) -> str:
    """The name of the field that says which record it is, on the side that has it."""
    ((local, remote),) = link.property.local_remote_pairs
    side, column = (link.property.mapper, remote) if local.primary_key else (link.property.parent, local)
    mapper: Mapper[Any] = side
    return mapper.get_property_by_column(column).key
