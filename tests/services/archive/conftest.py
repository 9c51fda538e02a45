"""What the tests of the archive start from: a filled register, its archive, and an empty register beside it."""

import pytest

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.errors import BrokenRule, FileRefused
from registry.model.agreement_lists import FileKind
from registry.services.agreements.files import attach_file
from registry.services.archive.reading import read_archive
from registry.services.archive.writing import write_archive
from tests.complete_register import complete_register
from tests.services.archive.registers import AT, everything, register_at


@pytest.fixture
def instance(app):
    return app.config["INSTANCE"]


@pytest.fixture
def engine_of_test(app):
    """The engine of the test's own register, also after another one was opened beside it."""
    with app.app_context():
        return db.engine


@pytest.fixture
def out(tmp_path):
    """Write the archive of a register, and return where it is."""

    def out(own, instance, name="alles.zip"):
        with (tmp_path / name).open("wb") as target:
            write_archive(own, instance, target, AT)
        return tmp_path / name

    return out


@pytest.fixture
def register(session):
    """The complete register, with a signed file."""
    found = complete_register(session)
    attach_file(session, found.agreement.id, FileKind.SIGNED, "getekend.txt", b"Getekend op 1 augustus.")
    session.rollback()
    return found


@pytest.fixture
def archive(register, instance, out):
    """Its archive."""
    return out(db.engine, instance)


@pytest.fixture
def empty(app, databases, tmp_path):
    """An empty register beside it: its engine and its instance."""
    with register_at(app, databases, tmp_path / "empty") as (_session, own, instance):
        yield own, instance


@pytest.fixture
def here(app):
    """A session on the register that is open now."""
    return lambda: session_for(BUILT_IN)


@pytest.fixture
def refused(empty, tmp_path):
    """Read what is no good, and return the sentence; register and folder are as they were."""

    def refused(path):
        own, instance = empty
        before = everything(own)
        with pytest.raises((FileRefused, BrokenRule)) as fault:
            read_archive(own, instance, path)
        assert everything(own) == before
        assert not list(instance.root.rglob("*.toml"))
        assert list(tmp_path.rglob("weg.txt")) == []
        return fault.value.sentence

    return refused
