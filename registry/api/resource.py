"""A kind of record in the API: its list, one of it, adding, changing, and the steps that it can take."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from werkzeug.wrappers import Response

from registry.access import Right
from registry.api.asking import Found, page, page_schema
from registry.api.bodies import sent
from registry.api.operations import Answer, Filter, Operation
from registry.api.records import at, made, seen, shown
from registry.api.shapes.kinds import Schema
from registry.api.shapes.shape import Field, Sent, Shape, field_of, read_fields
from registry.database import db
from registry.model.base import Versioned


@dataclass(frozen=True)
class Step:
    """A verb on one record that is no change of its fields alone, such as ending a use.

    `told` says it in Dutch; `asks`: the stored fields that the step sets, all of them needed; `take` gets the
    session, the record's number, the version that was seen and the values.
    """

    path: str
    name: str
    told: str
    take: Callable[[Any, int, int, dict[str, Any]], Any]
    asks: tuple[Any, ...] = ()

    @property
    def fields(self) -> list[Field]:
        """The fields of the body."""
        return [field_of(attribute) for attribute in self.asks]

    def schema(self) -> Schema:
        """Return the schema of the body."""
        own = {one.name: {**one.schema(), "nullable": False} for one in self.fields}
        needed = {"required": list(own)} if own else {}
        return {"type": "object", "properties": own, "additionalProperties": False, **needed}


@dataclass(frozen=True)
class Resource:
    """A kind of record: its address, what one of it is called, and the questions and verbs behind it."""

    path: str
    one: str
    told: str
    shape: Shape
    find: Callable[[dict[str, Any], int, int], Found]
    filters: tuple[Filter, ...] = ()
    right: Right = Right.EDIT_REGISTER
    add: Callable[[Any, Sent], Any] | None = None
    change: Callable[[Any, int, int, Sent], Any] | None = None
    steps: tuple[Step, ...] = ()

    @property
    def kind(self) -> type[Versioned]:
        """The model of the record."""
        return self.shape.record  # type: ignore[return-value]

    @property
    def schema(self) -> str:
        """The name of the record's schema."""
        return self.one.capitalize()

    def operations(self) -> list[Operation]:
        """Return all operations on this kind of record."""
        possible = [self._list(), self._one(), self._add(), self._change(), *map(self._step, self.steps)]
        return [one for one in possible if one is not None]

    def _list(self) -> Operation:
        def answering() -> Response:
            return page(self.filters, self.find, self.shape.show)

        pages = f"{self.schema}Lijst"
        schemas = {pages: lambda: page_schema(self.schema), self.schema: self.shape.shown_schema}
        answer = Answer(200, "Een bladzijde uit de lijst.", pages, headers=("ETag", "Link"))
        return Operation(
            *("GET", f"/{self.path}", f"{self.path}Opvragen", self.path, f"Geeft de lijst: {self.told}."),
            *(Right.READ, answering, (answer, _UNCHANGED), self.filters),
            schemas=schemas,
        )

    def _one(self) -> Operation:
        def answering(number: int) -> Response:
            return shown(self.shape, at(self.kind, number))

        answer = Answer(200, "De gegevens.", self.schema, headers=("ETag",))
        return Operation(
            *("GET", f"/{self.path}/{{number}}", f"{self.one}Opvragen", self.path, f"Geeft één {self.one}."),
            *(Right.READ, answering, (answer, _UNCHANGED)),
        )

    def _add(self) -> Operation | None:
        if (add := self.add) is None:
            return None

        def answering() -> Response:
            return made(self.shape, add(db.session, self.shape.read(sent())), f"{self.one}Opvragen")

        name = f"{self.schema}Nieuw"
        answer = Answer(201, "Toegevoegd.", self.schema, headers=("ETag", "Location"))
        return Operation(
            *("POST", f"/{self.path}", f"{self.one}Toevoegen", self.path, f"Voegt een {self.one} toe."),
            *(self.right, answering, (answer,)),
            sent=lambda: name,
            refuses=(409, 422),
            schemas={name: lambda: self.shape.sent_schema(is_new=True)},
        )

    def _change(self) -> Operation | None:
        if (change := self.change) is None:
            return None

        def answering(number: int) -> Response:
            record = at(self.kind, number)
            version = seen(record)
            if not (told := sent()):  # a service counts every save, and here nothing was sent to save
                return shown(self.shape, record)
            return shown(self.shape, change(db.session, number, version, self.shape.read(told, record)))

        name = f"{self.schema}Wijziging"
        told = (
            f"Wijzigt een {self.one}. Wat u niet stuurt, blijft; een lijst die u stuurt, komt voor de hele oude lijst."
        )
        return Operation(
            *("PATCH", f"/{self.path}/{{number}}", f"{self.one}Wijzigen", self.path, told),
            *(self.right, answering, (Answer(200, "Gewijzigd.", self.schema, headers=("ETag",)),)),
            sent=lambda: name,
            changes=True,
            refuses=(409, 422),
            schemas={name: lambda: self.shape.sent_schema(is_new=False)},
        )

    def _step(self, step: Step) -> Operation:
        def answering(number: int) -> Response:
            record = at(self.kind, number)
            version = seen(record)
            fields = step.fields
            values = read_fields(fields, sent(may_be_empty=not fields), [one.key for one in fields])
            return shown(self.shape, step.take(db.session, number, version, values))

        return Operation(
            *("POST", f"/{self.path}/{{number}}/_{step.path}", step.name, self.path, step.told),
            *(self.right, answering, (Answer(200, "Gedaan.", self.schema, headers=("ETag",)),)),
            sent=step.schema,
            may_be_empty=not step.asks,
            changes=True,
            refuses=(409, 422),
        )


_UNCHANGED = Answer(304, "U hebt de nieuwste stand al.")
