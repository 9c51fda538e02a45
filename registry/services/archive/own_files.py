"""What a board keeps in its folder beside the database: own reference facts, Word templates and supplier cards."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from registry.errors import BrokenRule, FileRefused
from registry.paths import Instance

INSIDE = "instance"
LARGEST = 25 * 1024 * 1024
_NOT_IN_A_NAME = frozenset('\\:*?"<>|') | frozenset(map(chr, range(32)))


def own_folders(instance: Instance) -> dict[str, Path]:
    """Return the folders of a board's own files, by their names."""
    return {folder.name: folder for folder in (instance.reference, instance.agreement_templates, instance.cards)}


def own_files(instance: Instance) -> Iterator[tuple[str, Path]]:
    """Yield the name in the archive and the path of each own file, in order; what begins with "." or "~" is no file.

    BrokenRule for a file that no other computer could keep under that name, or that is too big.
    """
    for folder in own_folders(instance).values():
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name[0] not in ".~":
                name = f"{INSIDE}/{path.relative_to(instance.root).as_posix()}"
                if not is_own_file(name):
                    raise BrokenRule(f"Geef dit bestand een naam zonder vreemde tekens: {path.name}")
                if path.stat().st_size > LARGEST:
                    raise BrokenRule(f"Dit bestand is groter dan 25 MB: {path.name}")
                yield name, path


def is_own_file(name: str) -> bool:
    """Return whether a member of this name can be put back: in one of these folders, and nowhere else."""
    steps = name.split("/")
    is_inside = len(steps) > 2 and steps[0] == INSIDE and steps[1] in own_folders(Instance(Path()))
    return is_inside and all(step.strip(". ") and not _NOT_IN_A_NAME & set(step) for step in steps)


def refuse_other(instance: Instance, contents: Mapping[str, bytes]) -> None:
    """Raise FileRefused for the first file that stands there already with other contents."""
    for name, content in contents.items():
        path = _path(instance, name)
        if path.exists() and not (path.is_file() and path.read_bytes() == content):
            place = PurePosixPath(name).relative_to(INSIDE)
            raise FileRefused(f"In de map van dit register staat al een ander bestand {place}. Haal het eerst weg.")


@contextmanager
def placed(instance: Instance, contents: Mapping[str, bytes]) -> Iterator[None]:
    """Put these files in the instance folder; what was not there goes again when the rest fails."""
    new = [path for name in contents if not (path := _path(instance, name)).exists()]
    try:
        for name, content in contents.items():
            path = _path(instance, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield
    except BaseException:
        for path in new:
            path.unlink(missing_ok=True)
        raise


def _path(instance: Instance, name: str) -> Path:
    return instance.root.joinpath(*name.split("/")[1:])
