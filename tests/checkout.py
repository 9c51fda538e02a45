"""The files of this checkout, without what .gitignore keeps out; works without git as well."""

import ast
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from pathspec import GitIgnoreSpec

ROOT = Path(__file__).resolve().parents[1]


@cache
def files() -> tuple[Path, ...]:
    """Every file that belongs to the project, by its path from the root."""
    ignored = GitIgnoreSpec.from_lines([".git", *(ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()])
    found = []
    for folder, inner, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        inner[:] = [name for name in inner if not ignored.match_file(f"{(here / name).as_posix()}/")]
        found += [here / name for name in names if not ignored.match_file((here / name).as_posix())]
    return tuple(sorted(found))


def modules(folder: str = "") -> list[Path]:
    """Every Python file under this folder, by its path from the root."""
    return [path for path in files() if path.suffix == ".py" and path.is_relative_to(folder)]


def tree(module: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse((ROOT / module).read_text(encoding="utf-8"), filename=str(module))


def offences(paths: Iterable[Path], find: Callable[[Path], object]) -> dict[str, object]:
    """What is found in each file where something is found; a rule that holds everywhere gives an empty mapping."""
    return {path.as_posix(): found for path in paths if (found := find(path))}
