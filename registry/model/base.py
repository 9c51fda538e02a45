"""What every record shares: a number, a version against lost updates, and text that any page or paper can carry."""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Connection, ForeignKey, MetaData, Table, event
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute, Mapped, declared_attr, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The root of all records; its metadata names every constraint, so that a migration can find it again."""

    metadata = MetaData(naming_convention=NAMES)


@event.listens_for(Base.metadata, "before_create")
def _tell_postgresql(metadata: MetaData, connection: Connection, **_: Any) -> None:
    # Said at the index itself, every start would load all that SQLAlchemy knows of PostgreSQL, wherever the data are.
    if connection.dialect.name == "postgresql":
        for index in (one for table in metadata.tables.values() for one in table.indexes):
            index.dialect_kwargs["postgresql_where"] = index.dialect_kwargs.get("sqlite_where")


class Record:
    """A row with its own number. `belongs_to` names the columns of the record in whose history its changes are read.

    `is_recorded`: its changes are in the history. A column with `info={"secret": True}` leaves only that it changed
    there, one with `info={"unrecorded": True}` nothing. A number is given once, on SQLite too: else a new record would
    stand under the history of one that is gone.
    """

    belongs_to: ClassVar[tuple[str, ...]] = ()
    is_recorded: ClassVar[bool] = True
    id: Mapped[int] = mapped_column(primary_key=True)

    @classmethod
    def __table_cls__(cls, name: str, metadata: MetaData, *parts: Any, **options: Any) -> Table:
        return Table(name, metadata, *parts, **{"sqlite_autoincrement": True, **options})


class Versioned(Record):
    """A record that people edit on a screen of its own; `version` counts its saves."""

    version: Mapped[int] = mapped_column(default=1, nullable=False)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version, "version_id_generator": False}


class OfSchool:
    """A record of one school: who sees only some schools sees only these of their schools."""

    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True, doc="School")


class OfSchoolOrBoard:
    """A record of one school, or of the whole board when the school is empty."""

    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id"), index=True, doc="School")


def in_order(first: str, second: str, name: str) -> CheckConstraint:
    """Return the database's rule that date `second` is not before date `first`; either may be empty."""
    return CheckConstraint(f"{second} IS NULL OR {first} IS NULL OR {second} >= {first}", name=name)


def label_of(attribute: InstrumentedAttribute[Any] | Any) -> str:
    """Return the Dutch name of a stored field, as screens, history and gaps show it."""
    return attribute.property.columns[0].doc or attribute.key


def is_unrecorded(attribute: Any) -> bool:
    """Return whether the history leaves this stored field out: it counts or repeats what other fields say."""
    return attribute.key in ("id", "version") or bool(attribute.columns[0].info.get("unrecorded"))


def is_secret(attribute: Any) -> bool:
    """Return whether the history tells only that this stored field changed, and never what it holds."""
    return bool(attribute.columns[0].info.get("secret"))


@event.listens_for(Base, "attribute_instrument", propagate=True)
def _watch_what_is_set(cls: type, key: str, attribute: InstrumentedAttribute[Any]) -> None:
    column = getattr(attribute.property, "columns", [None])[0]
    if column is None:
        return
    clean = getattr(column.type, "clean", _as_it_is)

    # active_history: the history needs the old value even where nobody has read it yet
    @event.listens_for(attribute, "set", retval=True, active_history=True)
    def set_clean(record: Any, value: Any, old: Any, initiator: Any) -> Any:
        return clean(value, key)


def _as_it_is(value: Any, field: str) -> Any:
    return value
