"""`doctor`: a line for each check, and exit code 1 when something is wrong."""

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from registry.cli import main
from registry.database import db, migrating
from registry.model.agreement_lists import FileKind
from registry.services.agreements.files import attach_file


@pytest.fixture
def doctor(session, register, database_url, tmp_path, monkeypatch):
    """Run the command on a register with a file; what is given is done to its database first, by hand."""
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)
    attach_file(session, register.agreement.id, FileKind.SIGNED, "getekend.txt", b"Getekend op 1 augustus.")

    def doctor(*by_hand):
        session.rollback()
        with db.engine.begin() as connection:
            for statement in by_hand:
                connection.execute(sa.text(statement))
        return CliRunner().invoke(main, ["--instance", str(tmp_path / "instance"), "doctor"])

    return doctor


def test_a_whole_register_is_well(doctor):
    result = doctor()
    assert (result.exit_code, result.stderr) == (0, "")
    database, schema, history, files, *rest = result.stdout.splitlines()
    assert database.startswith("Goed: De database is ")
    assert not [line for line in rest if line.startswith("FOUT")]
    assert schema == "Goed: De database heeft de nieuwste indeling."
    assert history.startswith("Goed: De geschiedenis is heel: ")
    assert files == "Goed: De bestanden zijn heel: 1 bewaard bestand."


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE audit_event SET new = 'x' WHERE id = 3", "klopt niet. Regel 3 is veranderd of verplaatst."),
        ("UPDATE audit_event SET new = 'x'", "En nog "),
        ("UPDATE stored_file SET size = 1", "Bestand 1 is veranderd."),
        ("UPDATE file_content SET content = 'x'", "Bestand 1 is veranderd."),
        ("DELETE FROM file_content", "De inhoud van bestand 1 ontbreekt."),
    ],
)
def test_what_is_wrong_is_told_and_the_other_checks_go_on(doctor, statement, told):
    if db.engine.dialect.name == "postgresql":
        statement = statement.replace("content = 'x'", "content = 'x'::bytea")
    result = doctor(statement)
    assert result.exit_code == 1
    assert [line.startswith("FOUT") for line in result.stdout.splitlines()].count(True) == 1
    assert told in result.stdout


def test_an_older_schema_is_told_and_not_changed(doctor, session):
    session.rollback()
    migrating.downgrade(db.engine, "0001")
    result = doctor()
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 2)
    assert "niet de indeling van deze versie" in result.stdout
    assert not migrating.is_current(db.engine)
