"""A complete register, and `generate` run on it."""

import pytest
from click.testing import CliRunner

from registry.cli import main
from tests.complete_register import complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def generate(session, register, database_url, tmp_path, monkeypatch):
    """Run the command on the register; paths are in the test's own folder."""
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)
    monkeypatch.chdir(tmp_path)

    def generate(*words):
        session.rollback()  # an open look at the database would keep the command from writing
        return CliRunner().invoke(main, ["--instance", str(tmp_path / "instance"), "generate", *words])

    return generate


@pytest.fixture
def left(tmp_path):
    """The names of what a command left in the folder."""
    before = {path.name for path in tmp_path.iterdir()}
    return lambda: sorted({path.name for path in tmp_path.iterdir()} - before - {"instance"})
