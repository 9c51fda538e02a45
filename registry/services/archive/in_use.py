"""Who works in an instance folder: web processes hold it together, who puts a backup back holds it alone.

The system lets a lock go with the process that held it, however that ended; a number in a file stays behind.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from registry.errors import BrokenRule
from registry.paths import Instance

STOP = "Het register staat nog aan. Stop het eerst overal, en zet de back-up dan terug. Er is niets veranderd."
_WAIT = "In deze map wordt net een back-up teruggezet. Start het register als dat klaar is."

if sys.platform == "win32":  # there a lock is of one holder alone: each takes a seat, who wants to be alone takes all
    import msvcrt

    SEATS = 64

    def _together(file: IO[bytes]) -> bool:
        return any(_taken(file, seat, 1) for seat in range(SEATS))

    def _alone(file: IO[bytes]) -> bool:
        return _taken(file, 0, SEATS)

    def _taken(file: IO[bytes], first: int, seats: int) -> bool:
        file.seek(first)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, seats)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _together(file: IO[bytes]) -> bool:
        return _taken(file, fcntl.LOCK_SH)

    def _alone(file: IO[bytes]) -> bool:
        return _taken(file, fcntl.LOCK_EX)

    def _taken(file: IO[bytes], kind: int) -> bool:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def together(instance: Instance) -> Iterator[None]:
    """Hold the folder with other web processes; BrokenRule while a backup is put back in it."""
    with _held(instance, _together, _WAIT):
        yield


@contextmanager
def alone(instance: Instance) -> Iterator[None]:
    """Hold the folder alone, to put a backup back in it; BrokenRule while a web process runs on it."""
    with _held(instance, _alone, STOP):
        yield


@contextmanager
def _held(instance: Instance, take: Callable[[IO[bytes]], bool], refusal: str) -> Iterator[None]:
    instance.prepare()
    with instance.in_use.open("ab") as file:
        if not take(file):
            raise BrokenRule(refusal)
        yield
