"""Puts what was restored in the place of what is there: the old or the new, also when the program is killed halfway.

First all that is new lies ready, then a plan says what goes where, then everything is renamed. What stops in between
is finished at the next start, because the plan is still there.
"""

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from registry.errors import BrokenRule
from registry.paths import Instance

FOLDER, PLAN = ".herstel", "plan.json"


@dataclass(frozen=True)
class Move:
    """What is `now` there goes to `kept`, and `new` takes its place; without `new` nothing does."""

    now: Path
    kept: Path
    new: Path | None = None


def staging(instance: Instance) -> Instance:
    """Return an empty folder inside this instance in which a register is made ready; what was left in it goes."""
    shutil.rmtree(instance.root / FOLDER, ignore_errors=True)
    ready = Instance(instance.root / FOLDER)
    ready.prepare()
    return ready


def swap(instance: Instance, moves: Iterable[Move]) -> list[Path]:
    """Do these moves, and return what was kept; BrokenRule when the system lets something not be renamed."""
    moves = list(moves)
    plan = instance.root / FOLDER / PLAN
    waiting = plan.with_suffix(".tmp")
    told = [[str(path or "") for path in astuple(move)] for move in moves]
    with waiting.open("w", encoding="utf-8") as file:
        json.dump(told, file)
        file.flush()
        os.fsync(file.fileno())
    waiting.replace(plan)
    finish(instance)
    return [move.kept for move in moves if move.kept.exists()]


def finish(instance: Instance) -> None:
    """Finish a swap that was begun; does nothing where none was. Called at every start, before anything is read."""
    plan = instance.root / FOLDER / PLAN
    if not plan.exists():
        return
    try:
        for now, kept, new in json.loads(plan.read_text(encoding="utf-8")):
            _move(Move(Path(now), Path(kept), Path(new) if new else None))
        plan.unlink()
    except OSError as fault:
        raise BrokenRule(
            f"Het herstel kan niet worden afgemaakt: {fault.filename} is in gebruik ({fault.strerror}). "
            "Stop het register overal en start het dan opnieuw."
        ) from fault
    shutil.rmtree(instance.root / FOLDER, ignore_errors=True)


def _move(move: Move) -> None:
    if move.new is not None and not move.new.exists():  # done before
        return
    if move.now.exists():
        if move.kept.exists():
            raise BrokenRule(f"Het herstel is niet af: {move.kept} staat er al. Zet het ergens anders.")
        move.kept.parent.mkdir(mode=0o700, exist_ok=True)
        move.now.rename(move.kept)
    if move.new is not None:
        move.new.rename(move.now)
