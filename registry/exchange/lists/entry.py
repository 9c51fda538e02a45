"""What a list says: its kind, its columns as fields, and its rows as typed values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Value = str | int | bool | date | tuple[str, ...]


class ListKind(StrEnum):
    """Which sort of list a table is."""

    SUPPLIERS = "suppliers"  # a row per supplier or product, also tab G of a Kennisnet register
    MATRIX = "matrix"  # products down, schools across, crosses between, or the other way about
    RECIPIENTS = "recipients"  # tab F: data down, other controllers across
    SCHOOLS = "schools"  # a file of sites from DUO, or a list of one's own schools
    BOARDS = "boards"  # a file of boards from DUO
    COVENANT = "covenant"  # names of participants, perhaps with a status and a date
    REGISTER = "register"  # a sheet of our own export


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its place in the row, its heading, the field that it fills or "", and why we think so.

    `certainty` runs from 0 to 1. What a person chose has certainty 1 and the reason "zelf gekozen".
    """

    index: int
    heading: str
    field: str
    reason: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Which kind of list a table is, why, and what each of its columns fills."""

    kind: ListKind
    reason: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell or row, in one sentence; `column` is its heading, "" for the whole row.

    `word` is what stood there where a person can say what it means, for the field with the code `fills`.
    """

    column: str
    sentence: str
    fills: str = field(default="", compare=False)
    word: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says, by field of `fields.toml`; a field that is not there was empty in the file.

    `split` is True where the row holds several products, of which this is one. An entry with a problem at a field
    leaves that field out. `remarks` say how a cell was read that leaves room for doubt: a month as its first day.
    """

    sheet: str
    row: int
    values: Mapping[str, Value]
    problems: tuple[Problem, ...] = field(default=())
    split: bool = False
    remarks: tuple[Problem, ...] = field(default=())
