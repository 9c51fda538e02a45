"""A process in which the n-th write or sync fails: what somebody does at the screen or the console, and what is left.

`python -m tests.durability.faulty ACTION FOLDER TRIES`, with the library of faults.c loaded before the C library.
TRIES is how many calls fail at most, spread evenly over all that could, for each kind of fault; 0: every one of them.
Prints how many tries there were; stops with an assertion at the first that left anything half, or told it badly.
"""

import ctypes
import errno
import shutil
import sys
from io import BytesIO
from pathlib import Path

import sqlalchemy as sa
from click.testing import CliRunner
from werkzeug.datastructures import FileStorage

from registry import create_app
from registry.access import BUILT_IN
from registry.cli import main
from registry.database import db, engine, migrating, session_for
from registry.database.chain_check import check_chain
from registry.database.unavailable import BUSY, DISK, FULL
from registry.paths import Instance
from tests.release.killed import write
from tests.services.archive.registers import everything
from tests.stored_schemas import migrated_file
from tests.visitor import Visitor

KINDS = {"full from then on": (errno.ENOSPC, True), "one error": (errno.EIO, False)}
NEVER = 10**9
TOLD = (FULL, DISK, BUSY)
OWN = (
    "Het bestand kan niet worden geschreven",
)  # what commands tell themselves of a folder in which they cannot write
OLD = "0014"


class Board:
    """A board of one supplier with an agreement, as it is before each try."""

    def __init__(self, folder):
        self.folder, self.instance = folder, Instance(folder / "instance")
        self.place, self.blank = self.instance.database, folder.with_name(f"{folder.name}.blank")
        self.app = create_app(self.instance, SIGN_IN=False)
        with self.app.app_context():
            migrating.upgrade(db.engine)
            write(session_for(BUILT_IN), 0)
        self.zip, self.list = folder.with_name("backup.zip"), folder.with_name("lijst.csv")
        self.list.write_text("Leverancier;Product\nMiesvogel;Lezen\nLettervlieg;Letters\n", encoding="utf-8")
        assert self.console("backup", self.zip)[0]
        with self.app.app_context():
            write(session_for(BUILT_IN), 1)  # after the backup: a restore changes something
        self.end()
        shutil.copytree(self.instance.root, self.blank)

    def end(self):
        with self.app.app_context():
            db.session.remove()
            db.engine.dispose()

    def begin(self):
        """Put the board back as it was."""
        self.end()
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        shutil.copytree(self.blank, self.instance.root)

    def console(self, *words):
        """Return whether a command went well, and what it told."""
        done = CliRunner().invoke(main, ["--instance", str(self.instance.root), *map(str, words)])
        assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
        return done.exit_code == 0, done.output

    def screen(self, address, **typed):
        """Return whether a form was saved, and what the page told."""
        page = Visitor(self.app.test_client()).submit(address, follow=False, **typed)
        assert page.status in (302, 503), page.status
        return page.status == 302, page.text

    def left(self):
        """Return every row that there is; the file, the chain and the links between records must be whole."""
        own = sa.create_engine(f"sqlite:///{self.place.as_posix()}", poolclass=sa.NullPool)
        engine.prepare(own)
        with own.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            if migrating.is_current(own):
                assert check_chain(connection).faults == []
            assert list(migrating.loose_rows(connection)) == []
            revision = migrating.revision_of(connection)
        return everything(own) if migrating.is_current(own) else revision


class OldBoard(Board):
    """A board whose database is of an earlier version."""

    def __init__(self, folder):
        super().__init__(folder)
        shutil.copyfile(migrated_file(folder, OLD)[0], self.blank / self.place.name)


ACTIONS = {
    "form": (Board, lambda board: board.screen("/leveranciers/nieuw", name="Lettervlieg", note="woord " * 600)),
    "upload": (
        Board,
        lambda board: board.screen(
            "/overeenkomsten/1/bestanden/nieuw", file=FileStorage(BytesIO(b"%PDF-1.7\n" + bytes(300_000)), "a.pdf")
        ),
    ),
    "import": (Board, lambda board: board.console("import", board.list, "--since", "2026-08-01")),
    "backup": (Board, lambda board: board.console("backup", board.folder / "nieuw.zip")),
    "restore": (Board, lambda board: board.console("restore", board.zip, "--yes")),
    "migration": (OldBoard, lambda board: board.console("due")),
}


def counted(rows):
    return {name: len(found) if isinstance(found, list) else found for name, found in rows.items()}


def tried(library, board, act, at, kind):
    """Return how many calls could fail; at the `at`-th one does: nothing half, told in a sentence, then it works."""
    board.begin()
    before = board.left()
    library.fault_arm(str(board.folder).encode(), at, *KINDS[kind])
    try:
        went_well, told = act(board)
    finally:
        seen = library.fault_disarm()
    board.end()
    after = board.left()
    if went_well:
        return seen, after
    assert any(sentence in told for sentence in TOLD) or told.startswith(OWN), told
    where = f"{kind}, call {at}"
    assert not [*board.folder.glob("*.zip*")], f"{where}: part of a backup is left"
    assert after == before or isinstance(after, dict), where
    left_over = after != before
    assert act(board)[0], f"{where}: does not work again: {told}"
    board.end()
    return seen, after if left_over else None


def spread(most, tries):
    """The calls that fail: all of them, or this many from the first on."""
    return range(1, most + 1, -(-most // tries) if tries else 1)


def run(action, folder, tries):
    """Return how many tries there were, and how many of those failed as they should."""
    library = ctypes.CDLL(None)
    library.fault_arm.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_int, ctypes.c_int]
    kind_of, act = ACTIONS[action]
    board = kind_of(folder)
    most, whole = tried(library, board, act, NEVER, "one error")
    assert most > 0, "nothing was written, so nothing can fail"
    pairs = [(at, kind) for kind in KINDS for at in spread(most, tries)]
    failed = 0
    for at, kind in pairs:
        _, left = tried(library, board, act, at, kind)
        assert left is None or isinstance(left, str) or counted(left) == counted(whole), f"half: {kind}, call {at}"
        failed += left is None
    return f"{action}: {most} calls, {len(pairs)} tries, {failed} left everything as it was"


if __name__ == "__main__":
    print(run(sys.argv[1], Path(sys.argv[2]) / "board", int(sys.argv[3])))
