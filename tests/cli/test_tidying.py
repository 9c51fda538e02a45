"""`tidy`: final papers go once they were kept as long as the setting says."""

from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from registry.cli import main
from registry.model import GeneratedDocument
from registry.services.paper import KINDS, Order, Templates, compose, make_final
from tests.complete_register import TODAY


@pytest.fixture
def tidy(session, register, database_url, tmp_path, monkeypatch):
    """Run the command, with the setting as the environment gives it."""
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)

    def tidy(years):
        monkeypatch.setenv("REGISTER_FINALS_KEPT_YEARS", years)
        session.rollback()
        return CliRunner().invoke(main, ["--instance", str(tmp_path / "instance"), "tidy"])

    return tidy


@pytest.fixture
def papers(session, register, tmp_path):
    """A final paper of four years ago and one of today."""
    paper = compose(session, Order(KINDS["agreement-complete"], register.lettervlieg.id, TODAY, TODAY))
    now = datetime.now(UTC)
    return [make_final(session, paper, Templates(tmp_path), now - timedelta(days=days)).id for days in (1500, 0)]


def left(session):
    session.expire_all()
    return list(session.scalars(select(GeneratedDocument.id)))


def test_only_what_is_old_goes(tidy, papers, session):
    assert tidy("3").stdout == "1 definitief document opgeruimd.\n"
    assert left(session) == papers[1:]


def test_nothing_goes_when_all_is_kept_for_ever(tidy, papers, session):
    assert tidy("0").stdout == "0 definitieve documenten opgeruimd.\n"
    assert left(session) == papers


@pytest.mark.parametrize("setting", ["zeven", "-1", "7.5", ""])
def test_another_setting_is_refused_with_the_rule(tidy, papers, session, setting):
    result = tidy(setting)
    assert result.exit_code == 2
    assert "FINALS_KEPT_YEARS is een aantal jaren" in result.stderr
    assert left(session) == papers
