"""What a field of a Word template is: a sentence and an example; groups of them, and rows that repeat."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from registry.model.base import label_of


@dataclass(frozen=True, slots=True)
class Field:
    """One value: what it gives, in a Dutch sentence, and an example of it (a text, a number, or yes or no)."""

    sentence: str
    example: str | int | bool


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong to one thing, by their names."""

    sentence: str
    fields: "Mapping[str, Node]"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that repeat, each with these fields; `one` is what a template may call one row."""

    sentence: str
    one: str
    fields: "Mapping[str, Node]"


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts that repeat; `one` is what a template may call one of them."""

    sentence: str
    one: str
    example: str


Node = Field | Group | Rows | Texts
Fields = Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field as a list shows it: where it is found, what to copy into a template, its sentence and an example.

    `depth` is how many groups and rows it stands in; `closing` ends what repeats or is shown on a condition.
    """

    path: str
    copy: str
    closing: str
    sentence: str
    example: str
    depth: int


def of(attribute: Any, example: str) -> Field:
    """Return the field that gives what is stored here; its sentence is the name that screens use."""
    return Field(label_of(attribute), example)


def example_of(node: Node) -> Any:
    """Return an example of the value, in the shape in which a paper gets it."""
    match node:
        case Field():
            return node.example
        case Texts():
            return [node.example]
        case Rows():
            return [examples_of(node.fields)]
        case Group():
            return examples_of(node.fields)


def examples_of(fields: Fields) -> dict[str, Any]:
    """Return an example of each of these fields by name."""
    return {name: example_of(node) for name, node in fields.items()}


def lines_of(fields: Fields, prefix: str = "", depth: int = 0) -> Iterator[FieldLine]:
    """Yield each field with what goes below it, in the order in which it is given."""
    for name, node in fields.items():
        path = f"{prefix}{name}"
        yield _line(path, node, depth)
        if isinstance(node, Group):
            yield from lines_of(node.fields, f"{path}.", depth + 1)
        if isinstance(node, Rows):
            yield from lines_of(node.fields, f"{node.one}.", depth + 1)


def texts_in(fields: Fields, prefix: str = "") -> Iterator[tuple[str, Field]]:
    """Yield each field that is one text, by its full name: what can stand in the middle of a sentence."""
    for name, node in fields.items():
        if isinstance(node, Group):
            yield from texts_in(node.fields, f"{prefix}{name}.")
        elif isinstance(node, Field) and isinstance(node.example, str):
            yield f"{prefix}{name}", node


def _line(path: str, node: Node, depth: int) -> FieldLine:
    match node:
        case Field(example=bool()):
            shown = "ja" if node.example else "nee"
            return FieldLine(path, f"{{%p if {path} %}}", "{%p endif %}", node.sentence, shown, depth)
        case Field():
            return FieldLine(path, f"{{{{ {path} }}}}", "", node.sentence, str(node.example), depth)
        case Texts():
            copy = f"{{%p for {node.one} in {path} %}}"
            return FieldLine(path, f"{copy} {{{{ {node.one} }}}}", "{%p endfor %}", node.sentence, node.example, depth)
        case Rows():
            return FieldLine(path, f"{{%tr for {node.one} in {path} %}}", "{%tr endfor %}", node.sentence, "", depth)
        case Group():
            return FieldLine(path, "", "", node.sentence, "", depth)
