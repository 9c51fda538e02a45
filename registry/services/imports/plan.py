"""What an import would do: its rows, the records that they touch, and what is asked of a person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from registry.exchange.lists.entry import Entry, ListKind, Problem
from registry.model.columns import Listed


class Action(Listed):
    """What a row of the file comes to."""

    ATTENTION = "attention", "vraagt aandacht"
    NEW = "new", "nieuw"
    CHANGED = "changed", "gewijzigd"
    SAME = "same", "hetzelfde"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a record, before and after, in words."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to a question; `score` says from 0 to 100 how much the names are alike, `why` what speaks for it."""

    value: str
    label: str
    score: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only a person answers: is this name that record? `answer` is "" while it is open."""

    code: str
    sentence: str
    options: tuple[Option, ...]
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The record that a row is about: in the register, or to be made when `record` is None.

    `key` tells it from all others of the plan; `refs` names what it belongs to, by key.
    """

    kind: str
    key: str
    name: str
    record: Any = None
    refs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Claim:
    """What one row says about one record: fields, texts that are put together, and rows of its lists.

    `headings` names the column of each field, for who has to mend it.
    """

    target: Target
    fields: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)

    def says(self, name: str) -> bool:
        """Tell whether the row says something of this field or list."""
        return name in self.fields or name in self.texts or name in self.rows


@dataclass(slots=True)
class Line:
    """One entry of the file, with what it comes to; `changed` names the fields that are other by it, by record.

    `about` says whom a row is about that claims nothing.
    """

    entry: Entry
    claims: list[Claim] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    action: Action = Action.SAME
    changed: list[tuple["Touch", tuple[str, ...]]] = field(default_factory=list)
    about: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Begin with what there is to say of how the row was read."""
        self.remarks.extend(self.entry.remarks)

    @property
    def needs_attention(self) -> bool:
        """Whether a person has to mend or answer something first."""
        return bool(self.problems) or any(not question.answer for question in self.questions)

    @property
    def names(self) -> list[str]:
        """The records that it touches, as people call them."""
        return [claim.target.name for claim in self.claims] or list(self.about)


@dataclass(slots=True)
class Touch:
    """What is to be done with one record: all that the rows say of it, put together."""

    target: Target
    wanted: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    changes: dict[str, Any] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """Whether the record is not in the register yet."""
        return self.target.record is None

    @property
    def does_something(self) -> bool:
        """Whether the register changes by it."""
        return self.target.record is None or bool(self.changes) or bool(self.rows)

    def said_by(self, name: str) -> list[Line]:
        """Return the lines that say something of this field or list of the record."""
        key = self.target.key
        return [line for line in self.lines if any(one.target.key == key and one.says(name) for one in line.claims)]


@dataclass(slots=True)
class Plan:
    """All that an import would do, in the order of the file.

    `left_out` counts rows about other boards, or about suppliers that are not in the register; `missing` names
    suppliers of the register that the covenant's list does not.
    """

    kind: ListKind
    lines: list[Line]
    touches: list[Touch]
    left_out: int = 0
    missing: list[str] = field(default_factory=list)

    def of(self, action: Action) -> list[Line]:
        """Return the lines with this action."""
        return [line for line in self.lines if line.action is action]

    @property
    def in_order(self) -> list[Line]:
        """The lines that need attention, then what is new, what changes, and what stays; each in the file's order."""
        return [line for action in Action for line in self.of(action)]

    @property
    def questions(self) -> list[Question]:
        """Every question once, the open ones first."""
        asked = {question.code: question for line in self.lines for question in line.questions}
        return sorted(asked.values(), key=lambda question: bool(question.answer))

    @property
    def counts(self) -> dict[str, int]:
        """How many rows do what, and how many were left out."""
        return {action.value: len(self.of(action)) for action in Action} | {"left_out": self.left_out}

    @property
    def does_something(self) -> bool:
        """Whether the register would change."""
        return any(touch.does_something for touch in self.touches)
