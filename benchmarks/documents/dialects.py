"""The same template in the words of three engines."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Dialect:
    """How an engine writes a value, a value of a row, a condition round a paragraph, and the rows of a table."""

    name: str
    value: Callable[[str], str]
    of_row: Callable[[str, str], str]
    condition: Callable[[str], tuple[str, str]]
    rows: Callable[[str, list[str]], list[list[str]]]


def _rows_between_rows(name: str, fields: list[str]) -> list[list[str]]:
    return [[f"{{%tr for rij in {name} %}}"], fields, ["{%tr endfor %}"]]


def _rows_in_cells(name: str, fields: list[str]) -> list[list[str]]:
    return [[f"{{#{name}}}{fields[0]}", *fields[1:-1], f"{fields[-1]}{{/{name}}}"]]


def _rows_by_example(name: str, fields: list[str]) -> list[list[str]]:
    return [fields, [f"{{d.{name}[i+1]}}"]]


JINJA = Dialect(
    "jinja",
    lambda name: f"{{{{ {name} }}}}",
    lambda rows, name: f"{{{{ rij.{name} }}}}",
    lambda name: (f"{{%p if {name} %}}", "{%p endif %}"),
    _rows_between_rows,
)
DOCXTEMPLATER = Dialect(
    "docxtemplater",
    lambda name: f"{{{name}}}",
    lambda rows, name: f"{{{name}}}",
    lambda name: (f"{{#{name}}}", f"{{/{name}}}"),
    _rows_in_cells,
)
CARBONE = Dialect(
    "carbone",
    lambda name: f"{{d.{name}}}",
    lambda rows, name: f"{{d.{rows}[i].{name}}}",
    lambda name: (f"{{d.{name}:ifEQ(true):showBegin}}", f"{{d.{name}:showEnd}}"),
    _rows_by_example,
)
