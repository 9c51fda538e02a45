"""A register with a file, and the commands on it."""

import pytest
from click.testing import CliRunner

from registry.cli import main
from registry.model.agreement_lists import FileKind
from registry.services.agreements.files import attach_file
from registry.services.suppliers.suppliers import add_supplier
from tests.complete_register import complete_register


@pytest.fixture
def here(tmp_path):
    return tmp_path / "instance"


@pytest.fixture
def command(session, database_url, tmp_path, here, monkeypatch):
    """Run a command on the complete register with a signed file, or on the instance in another folder."""
    register = complete_register(session)
    attach_file(session, register.agreement.id, FileKind.SIGNED, "getekend.txt", b"Getekend op 1 augustus.")
    session.rollback()
    monkeypatch.chdir(tmp_path)

    def command(*words, folder=here, **given):
        url = database_url if folder == here else f"sqlite:///{(folder / 'register.sqlite').as_posix()}"
        monkeypatch.setenv("REGISTER_DATABASE_URL", url)
        session.rollback()
        done = CliRunner().invoke(main, ["--instance", str(folder), *words], **given)
        session.expire_all()
        return done

    return command


@pytest.fixture
def change_it(session):
    """Change the register after its backup, so that a restore has something to undo."""

    def change_it():
        add_supplier(session, {"name": "Van later"})
        session.rollback()

    return change_it
