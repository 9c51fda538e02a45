"""Where a command puts its files: all of them or none, and never half a file."""

from collections.abc import Iterable
from pathlib import Path

from registry.errors import BrokenRule


def word_file(path: Path) -> Path:
    """Return the path of a Word file that can be written; BrokenRule when it cannot be one."""
    if path.suffix.lower() != ".docx":
        raise BrokenRule(f"De naam van het bestand moet eindigen op .docx: {path}")
    return _file(path)


def zip_file(path: Path) -> Path:
    """Return the path of a zip that can be written; BrokenRule when it cannot be one."""
    return _file(path)


def _file(path: Path) -> Path:
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


def write_files(contents: Iterable[tuple[Path, Iterable[bytes]]]) -> None:
    """Write all these files, each as its pieces come; a file that is there is replaced.

    Whatever stops it, nothing of them is left behind and nothing is replaced; BrokenRule tells what cannot be written.
    """
    waiting: dict[Path, Path] = {}
    new_folders: list[Path] = []
    try:
        for path, pieces in contents:
            new_folders += _make_folder(path.parent)
            temporary = waiting.setdefault(path, path.with_name(f"{path.name}.tmp"))
            with temporary.open("wb") as file:
                file.writelines(pieces)
        for path, temporary in waiting.items():
            temporary.replace(path)
    except OSError as fault:
        raise BrokenRule(f"Het bestand kan niet worden geschreven: {fault.filename} ({fault.strerror}).") from fault
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)
        for made in reversed(new_folders):
            if not any(made.iterdir()):
                made.rmdir()


def _make_folder(wanted: Path) -> list[Path]:
    """Make the folder; return those that were not there yet, the outermost first."""
    missing = [one for one in (*reversed(wanted.parents), wanted) if not one.exists()]
    wanted.mkdir(parents=True, exist_ok=True)
    return missing
