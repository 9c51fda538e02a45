"""Where a command puts its files: all of them or none, and never half a file."""

from collections.abc import Mapping
from pathlib import Path

from registry.errors import BrokenRule


def word_file(path: Path) -> Path:
    """Return the path of a Word file that can be written; BrokenRule when it cannot be one."""
    if path.suffix.lower() != ".docx":
        raise BrokenRule(f"De naam van het bestand moet eindigen op .docx: {path}")
    if path.is_dir():
        raise BrokenRule(f"Dit is een map, geen bestand: {path}")
    if not path.parent.is_dir():
        raise BrokenRule(f"Deze map bestaat niet: {path.parent}")
    return path


def folder(path: Path) -> Path:
    """Return the path of a folder, there or still to be made; BrokenRule when a file stands in its place."""
    if path.exists() and not path.is_dir():
        raise BrokenRule(f"Dit is een bestand, geen map: {path}")
    return path


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write all these files; on a fault nothing of them is left behind, and BrokenRule tells what went wrong."""
    waiting = {path: path.with_name(f"{path.name}.tmp") for path in contents}
    try:
        for path, temporary in waiting.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(contents[path])
        for path, temporary in waiting.items():
            temporary.replace(path)
    except OSError as fault:
        raise BrokenRule(f"Het bestand kan niet worden geschreven: {fault.filename} ({fault.strerror}).") from fault
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)
