"""What is known of each table before its file is read: name, kind of fact, columns, file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from registry.reference.column import Column, columns
from registry.reference.contents import Reference

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Definition:
    """A table of `Reference`: what its rows become, what a person calls it, and where it lies."""

    name: str
    kind: type[Any]
    dutch: str
    columns: dict[str, Column]
    file: Path


def _definitions() -> tuple[Definition, ...]:
    files = {path.stem: path for path in DATA.iterdir()}
    hints = get_type_hints(Reference, include_extras=True)
    kinds = {name: get_args(hint.__origin__)[0] for name, hint in hints.items()}
    return tuple(
        Definition(name, kinds[name], hint.__metadata__[0], columns(kinds[name]), files[name])
        for name, hint in hints.items()
    )


DEFINITIONS = _definitions()
